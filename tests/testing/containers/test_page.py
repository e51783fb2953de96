"""docs/testcontainers.md: its Python runs, and its other languages tell a container the same."""

import re
from pathlib import Path

import pytest

from mock_isales.testing.testcontainers import DEFAULT_IMAGE
from tests.testing.containers.docker_engine import Engine

PAGE = (Path(__file__).parents[3] / "docs" / "testcontainers.md").read_text(encoding="utf-8")
BLOCKS = dict(re.findall(r"^```(\w+)\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL))

TOLD = {
    "MOCK_ISALES_HOST": "0.0.0.0",  # noqa: S104
    "MOCK_ISALES_PORT": "28080",
    "MOCK_ISALES_CONTROL_TOKEN": "a-token-of-the-suite",
    "MOCK_ISALES_SEED": "/seed.yaml",
}


def test_the_python_runs(docker: Engine) -> None:
    exec(BLOCKS["python"], {})  # noqa: S102 - the page's own
    (container,) = docker.containers.values()
    assert container.environment.keys() == {*TOLD, "MOCK_ISALES_SETTINGS__PACE_INTERVAL"}
    assert all(container.environment[name] == TOLD[name] for name in TOLD if name != "MOCK_ISALES_CONTROL_TOKEN")
    assert docker.removed == list(docker.containers)


@pytest.mark.parametrize("language", ["java", "javascript"])
def test_other_languages_tell_a_container_the_same(language: str) -> None:
    block = BLOCKS[language]
    assert dict(re.findall(r'"?(MOCK_ISALES_\w+)"?[,:] "([^"]+)"', block)) == TOLD
    assert f'"{DEFAULT_IMAGE}"' in block
    assert '"/seed.yaml")' in block or 'target: "/seed.yaml"' in block
    assert '.forHttp("/_mock/ready"' in block
    assert re.findall(r"\b(\d{5})\b", block) == ["28080"] * 4


def test_the_default_image_is_as_the_page_says() -> None:
    assert f"`{DEFAULT_IMAGE}`" in PAGE
    assert set(re.findall(r"mock-isales:[\w.]+", PAGE)) == {DEFAULT_IMAGE}
    assert BLOCKS["sh"] == f"docker build --tag {DEFAULT_IMAGE} .\n"  # no registry has it
