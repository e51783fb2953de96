"""The Kubernetes manifest in form: what it names is there, and its probes ask what the double answers."""

from typing import Any

import httpx
import pytest
from typer.testing import CliRunner

from mock_isales.cli.commands import app
from tests.docker.files import KNOWN, VERSION, documents, image_environment, of_last_stage, port, volume
from tests.served import served

PROBES = ("startupProbe", "readinessProbe", "livenessProbe")


@pytest.fixture
def pod() -> dict[str, Any]:
    deployment, _ = documents("kubernetes.yaml")
    assert (deployment["kind"], deployment["spec"]["replicas"]) == ("Deployment", "1")
    pod: dict[str, Any] = deployment["spec"]["template"]["spec"]
    return pod


@pytest.fixture
def container(pod: dict[str, Any]) -> dict[str, Any]:
    (container,) = pod["containers"]
    assert container["image"].rpartition(":")[2] == VERSION
    return dict(container)


def test_the_service_finds_the_double(container: dict[str, Any]) -> None:
    deployment, service = documents("kubernetes.yaml")
    labels = deployment["spec"]["template"]["metadata"]["labels"]
    assert deployment["spec"]["selector"]["matchLabels"] == service["spec"]["selector"] == labels
    assert container["ports"] == [{"name": "http", "containerPort": str(port())}]
    assert service["spec"]["ports"] == [{"name": "http", "port": str(port()), "targetPort": "http"}]


def test_it_runs_as_the_image_does_without_privileges(pod: dict[str, Any], container: dict[str, Any]) -> None:
    (user,) = of_last_stage("USER")
    who = pod["securityContext"]
    assert f"{who['runAsUser']}:{who['runAsGroup']}" == user.rest
    assert who["runAsNonRoot"] == "true"
    assert container["securityContext"] == {
        "allowPrivilegeEscalation": "false",
        "readOnlyRootFilesystem": "true",
        "capabilities": {"drop": ["ALL"]},
    }


def test_its_token_comes_from_a_secret(container: dict[str, Any]) -> None:
    told = {each["name"]: each for each in container["env"]}
    assert set(told) <= KNOWN
    token = told["MOCK_ISALES_CONTROL_TOKEN"]["valueFrom"]
    assert token == {"secretKeyRef": {"name": "mock-isales", "key": "control-token"}}


def test_seed_and_data_are_mounted_where_the_image_has_them(pod: dict[str, Any], container: dict[str, Any]) -> None:
    mounts = {each["mountPath"]: each["name"] for each in container["volumeMounts"]}
    assert mounts == {image_environment()["MOCK_ISALES_SEED_IF_THERE"]: "seed", volume(): "data"}
    assert {each["name"] for each in pod["volumes"]} == set(mounts.values())


def test_its_probes_pass(container: dict[str, Any]) -> None:
    with served("--host", "0.0.0.0", "--control-token", "told") as url:  # noqa: S104 - what asks for a token
        called = url.replace("0.0.0.0", "127.0.0.1")  # noqa: S104
        for name in PROBES:
            match container[name]:
                case {"exec": {"command": [command, *arguments]}}:
                    assert command == "mock-isales"
                    environment = {"MOCK_ISALES_URL": None, "MOCK_ISALES_PORT": url.rpartition(":")[2]}
                    assert CliRunner(env=environment).invoke(app, arguments).exit_code == 0
                case {"httpGet": {"path": path, "port": "http"}}:
                    assert httpx.get(f"{called}{path}").status_code == 200
                case other:
                    raise AssertionError(other)
