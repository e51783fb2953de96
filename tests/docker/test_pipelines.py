"""The snippets for pipelines in form: the services are told what they understand, and called where they listen."""

import os
import subprocess
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import httpx
import pytest

from mock_isales.settings import Settings
from tests.docker.files import FOLDER, KNOWN, TREE, VERSION, documents, named_variables, port
from tests.served import served


def github_job() -> dict[str, Any]:
    (workflow,) = documents("github-actions.yaml")
    assert workflow["on"] == ["push"]
    job: dict[str, Any] = workflow["jobs"]["test"]
    return job


def gitlab_job() -> dict[str, Any]:
    (pipeline,) = documents("gitlab-ci.yaml")
    job: dict[str, Any] = pipeline["test"]
    return job


@pytest.mark.parametrize(
    "service_environment",
    [github_job()["services"]["mock-isales"]["env"], gitlab_job()["services"][0]["variables"]],
    ids=["GitHub", "GitLab"],
)
def test_a_service_understands_what_it_is_told(
    service_environment: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert set(service_environment) <= KNOWN
    for name, value in service_environment.items():
        monkeypatch.setenv(name, value)
    settings = Settings()
    assert (settings.control_token, settings.settings.pace_interval) == ("ci", 0.0)


def test_github_s_steps_call_the_service_where_it_listens() -> None:
    job = github_job()
    service = job["services"]["mock-isales"]
    assert service["image"].rpartition(":")[2] == VERSION
    assert service["ports"] == [f"{port()}:{port()}"]
    assert job["env"]["MOCK_ISALES_URL"] == f"http://127.0.0.1:{port()}"
    assert job["env"]["MOCK_ISALES_CONTROL_TOKEN"] == service["env"]["MOCK_ISALES_CONTROL_TOKEN"]


def test_gitlab_s_script_calls_the_service_by_its_alias() -> None:
    job = gitlab_job()
    (service,) = job["services"]
    assert service["name"].rpartition(":")[2] == VERSION
    for name in ("MOCK_ISALES_URL", "ISALES_URL"):
        assert urlsplit(job["variables"][name]).netloc == f"{service['alias']}:{port()}"
    assert job["variables"]["MOCK_ISALES_CONTROL_TOKEN"] == service["variables"]["MOCK_ISALES_CONTROL_TOKEN"]


def step_and_address(job: dict[str, Any]) -> tuple[str, str]:
    """What makes a world before the tests, and the address that these are told."""
    if "script" in job:
        (step,) = [each for each in job["script"] if "curl" in each]
        return step, job["variables"]["ISALES_URL"]
    (step,) = [each["run"] for each in job["steps"] if "curl" in each.get("run", "")]
    (address,) = [each["env"]["ISALES_URL"] for each in job["steps"] if "env" in each]
    return step, address


@pytest.mark.parametrize("job", [github_job(), gitlab_job()], ids=["GitHub", "GitLab"])
def test_a_step_makes_the_world_that_the_tests_call(job: dict[str, Any]) -> None:
    step, address = step_and_address(job)
    with served("--host", "0.0.0.0", "--control-token", "ci") as listening:  # noqa: S104 - what asks for a token
        url = listening.replace("0.0.0.0", "127.0.0.1")  # noqa: S104
        told = {**os.environ, "MOCK_ISALES_URL": url, "MOCK_ISALES_CONTROL_TOKEN": "ci"}
        subprocess.run(["bash", "-e", "-c", step], env=told, check=True, capture_output=True)
        path = f"{urlsplit(address).path}/rest/isales/v2/openapi/campaigns/1/calldata/1"
        body = {"callDataList": [{"called": [{"calledNo": "88888888"}]}]}
        answer = httpx.post(f"{url}{path}", json=body, headers={"Authorization": "any"})
        assert answer.json()["resultCode"] == "0200000"
        worlds = httpx.get(f"{url}/_mock/worlds", headers={"Authorization": "Bearer ci"}).json()["worlds"]
        assert [each["name"] for each in worlds] == ["ci", "default"]


def test_gitlab_s_image_has_what_the_script_runs() -> None:
    # the slim ones have neither curl nor make
    assert gitlab_job()["image"] == "python:3.13"


@pytest.mark.parametrize(
    "path",
    [*sorted(FOLDER.glob("*.yaml")), TREE / "Dockerfile", TREE / "docs" / "docker.md"],
    ids=lambda path: path.name,
)
def test_every_variable_that_is_named_anywhere_exists(path: Path) -> None:
    assert set(named_variables(path.read_text(encoding="utf-8"))) <= KNOWN
