"""The double in a container: what the engine is asked for, and what comes of it. The engine alone is no real one."""

import ssl
import subprocess
import sys
from pathlib import Path
from typing import Any

import httpx
import pytest
from testcontainers.core.config import testcontainers_config

from mock_isales import __version__
from mock_isales.engine.seeds import Seed
from mock_isales.testing import BadArgument, C2Auth, CannotStart
from mock_isales.testing.container_said import variables
from mock_isales.testing.testcontainers import MockIsalesContainer
from tests.testing.conftest import CALL_DATA
from tests.testing.containers.docker_engine import Container, Engine

SEED = {"vdns": [{"id": 7, "campaigns": [{"id": 3}]}]}
BODY = {"callDataList": [{"called": [{"calledNo": "88888888"}]}]}


def only(docker: Engine) -> Container:
    (container,) = docker.containers.values()
    return container


def call(isales: MockIsalesContainer, **options: Any) -> str:  # noqa: ANN401
    verify = ssl.create_default_context(cafile=isales.ca) if isales.ca else False
    options = {"headers": {"Authorization": "any"}, "json": BODY, **options}
    answer = httpx.post(f"{isales.url}{CALL_DATA}1", verify=verify, trust_env=False, **options)
    return str(answer.json().get("resultCode", answer.status_code))


def test_it_is_asked_for_with_its_image_its_port_and_its_environment(docker: Engine) -> None:
    with MockIsalesContainer(settings={"pace_interval": 0}) as isales:
        asked = only(docker).asked
        assert asked["Image"] == f"mock-isales:{__version__}"
        assert asked["ExposedPorts"] == {"28080/tcp": {}}
        assert only(docker).environment == {
            "MOCK_ISALES_HOST": "0.0.0.0",  # noqa: S104
            "MOCK_ISALES_PORT": "28080",
            "MOCK_ISALES_CONTROL_TOKEN": isales.control_token,
            "MOCK_ISALES_SETTINGS__PACE_INTERVAL": "0",
        }


def test_it_answers_within_its_block_and_is_removed_with_it(docker: Engine) -> None:
    with MockIsalesContainer("registry.example/isales:1", settings={"pace_interval": 0}) as isales:
        assert [call(isales), call(isales)] == ["0200000", "0200000"]
        assert isales.control.world().journal.count() == 2
        assert isales.control.make_world("mine", SEED).campaign(7, 3).get().incomplete_records == 0
    assert only(docker).asked["Image"] == "registry.example/isales:1"
    assert docker.removed == list(docker.containers)


def test_a_token_is_made_up_and_nobody_else_has_it(docker: Engine) -> None:
    one, other = MockIsalesContainer(), MockIsalesContainer()
    assert one.control_token != other.control_token
    assert len(one.control_token or "") > 30
    for isales in (one, other):
        isales.stop()
    assert docker.containers == {}


@pytest.mark.parametrize(("said", "token"), [("mine", "mine"), ("off", None)])
def test_a_token_may_be_said(docker: Engine, said: str, token: str | None) -> None:
    with MockIsalesContainer(control_token=said) as isales:
        assert isales.control_token == token
        assert only(docker).environment["MOCK_ISALES_CONTROL_TOKEN"] == said
        assert [world.name for world in isales.control.worlds().worlds] == ["default"]


@pytest.mark.parametrize("kind", ["mapping", "Seed", "path"])
def test_a_seed_is_copied_into_it(docker: Engine, tmp_path: Path, kind: str) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("vdns: [{id: 7, campaigns: [{id: 3}]}]", encoding="utf-8")
    seeds: dict[str, Any] = {"mapping": SEED, "Seed": Seed.model_validate(SEED), "path": file}
    with MockIsalesContainer(seed=seeds[kind]) as isales:
        assert only(docker).environment["MOCK_ISALES_SEED"] == "/seed.yaml"
        assert [(each.vdn, each.id) for each in isales.control.world().campaigns.list()] == [(7, 3)]


def test_over_https_its_authority_is_trusted(docker: Engine) -> None:
    with MockIsalesContainer(tls=True, tls_name=["isales.example"], auth="c2", access_keys=["demo:secret"]) as isales:
        assert isales.url.startswith("https://127.0.0.1:")
        assert only(docker).environment["MOCK_ISALES_TLS_NAME"] == "isales.example,127.0.0.1"
        assert call(isales) == "401"
        assert call(isales, auth=C2Auth("demo", "secret")) == "0200000"
        assert isales.control.world().journal.count() == 2
        ca = isales.ca
        assert ca is not None
        assert ca.exists()
    assert not ca.exists()


def test_a_container_that_ends_is_told_with_its_last_words_and_removed(docker: Engine) -> None:
    isales = MockIsalesContainer(seed={"vdns": []}).with_env("MOCK_ISALES_PACE", "1").with_env("MOCK_ISALES_TLS", "so")
    with pytest.raises(CannotStart, match=r"(?s)the container has ended: .*TLS"):
        isales.start()
    assert docker.removed == list(docker.containers)


def test_a_container_that_is_not_ready_in_time_is_told_with_its_last_words(
    docker: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Container, "start", lambda _: None)
    monkeypatch.setattr(Container, "port", "1")
    monkeypatch.setattr(Container, "status", "running")
    monkeypatch.setattr(testcontainers_config, "max_tries", 0)
    with pytest.raises(TimeoutError, match="not ready after 0 s: it has said nothing"):
        MockIsalesContainer().start()
    assert docker.removed == list(docker.containers)


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"port": 1}, "port: a container listens at a port of its own; with_bind_ports maps it to a certain one"),
        ({"host": "::"}, "host: a container listens at all its addresses"),
        ({"tls_cert": "a.pem", "tls_key": "b.pem"}, "tls_cert: a container makes its own certificate"),
        ({"ca": "a.pem"}, "ca: a container makes its own certificate"),
        ({"tls_dir": "a"}, "tls_dir: a container keeps it to itself; ca has the authority"),
        ({"settings": {"pace": 1}}, "pace"),
        ({"seed": {"vdn": []}}, "did you mean vdns"),
        ({"seed": "nowhere.yaml"}, "seed: nowhere.yaml cannot be read: No such file or directory"),
        ({"log_level": "debug"}, "log_level: --log-level is for the command line"),
    ],
)
def test_what_a_container_cannot_be_told_is_said_without_asking_an_engine(said: dict[str, Any], told: str) -> None:
    with pytest.raises(BadArgument) as caught:
        MockIsalesContainer(**said)
    assert told in str(caught.value)


def test_all_that_is_said_becomes_a_variable() -> None:
    assert variables(
        {
            "readings": {"total_size": "accepted"},
            "settings": {"uncomplate_count": False, "pace_interval": 1.5},
            "edition": "2025-03",
            "access_keys": ["a:b", "c:d:1,2"],
            "tls": True,
            "tls_name": ["one", "two"],
            "coverage": False,
            "max_body": 1024,
            "store": "memory",
            "seed": None,
        }
    ) == {
        "MOCK_ISALES_HOST": "0.0.0.0",  # noqa: S104
        "MOCK_ISALES_PORT": "28080",
        "MOCK_ISALES_READINGS__TOTAL_SIZE": "accepted",
        "MOCK_ISALES_SETTINGS__UNCOMPLATE_COUNT": "false",
        "MOCK_ISALES_SETTINGS__PACE_INTERVAL": "1.5",
        "MOCK_ISALES_EDITION": "2025-03",
        "MOCK_ISALES_ACCESS_KEYS": "a:b c:d:1,2",
        "MOCK_ISALES_TLS": "true",
        "MOCK_ISALES_TLS_NAME": "one,two",
        "MOCK_ISALES_COVERAGE": "false",
        "MOCK_ISALES_MAX_BODY": "1024",
        "MOCK_ISALES_STORE": "memory",
    }


def test_without_testcontainers_it_is_said_what_to_install() -> None:
    script = "import sys; sys.modules['testcontainers'] = None; import mock_isales.testing.testcontainers"
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, encoding="utf-8", check=False)
    assert ended.returncode == 1
    assert "pip install 'mock-isales[testcontainers]'" in ended.stderr
