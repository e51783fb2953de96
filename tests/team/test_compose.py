"""The compose file for a team in form: what it says is understood, and it agrees with the balancer's configuration."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from sqlalchemy import make_url

from mock_isales.control.forms.journal import LONGEST_WAIT
from mock_isales.control.streams import KEEP_ALIVE_SECONDS
from mock_isales.settings import Settings, known_variables
from tests.team.balancer import CONFIGURATION

FOLDER = CONFIGURATION.parent
PORT = 28080


@pytest.fixture
def services() -> dict[str, Any]:
    # as plain texts: compose reads numbers and words of its own there
    text = (FOLDER / "compose.team.yaml").read_text(encoding="utf-8")
    (compose,) = yaml.load_all(text, Loader=yaml.BaseLoader)
    services: dict[str, Any] = compose["services"]
    assert list(services) == ["mock-isales", "balancer", "postgresql"]
    assert list(compose["volumes"]) == ["postgresql"]
    return services


@pytest.fixture
def directives() -> dict[str, list[str]]:
    """What stands behind each directive of the balancer's configuration."""
    text = re.sub(r"^\s*#.*|\s# .*", "", CONFIGURATION.read_text(encoding="utf-8"), flags=re.MULTILINE)
    found: dict[str, list[str]] = {}
    for name, said in re.findall(r"(?:^|[;{}])\s*([a-z_]+)((?: (?:'[^']*'|[^;{}'])+)?)(?=[;{])", text):
        found.setdefault(name, []).append(said.strip())
    return found


def test_there_are_several_replicas_of_an_image_that_has_the_driver(services: dict[str, Any]) -> None:
    double = services["mock-isales"]
    assert int(double["deploy"]["replicas"]) > 1
    assert double["build"] == {"context": "..", "args": {"EXTRAS": "postgres"}}
    assert double["image"].partition(":")[0] == "mock-isales"
    assert "container_name" not in double
    assert "ports" not in double


def test_its_variables_are_understood(services: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    environment = services["mock-isales"]["environment"]
    assert set(environment) <= set(known_variables())
    for name, value in environment.items():
        monkeypatch.setenv(name, "chosen" if value.startswith("${") else value)
    assert Settings().log_level == "info"


def test_a_token_must_be_chosen_for_all(services: dict[str, Any]) -> None:
    token = services["mock-isales"]["environment"]["MOCK_ISALES_CONTROL_TOKEN"]
    assert token.startswith("${MOCK_ISALES_CONTROL_TOKEN:?")


def test_the_store_is_the_database_beside_it(services: dict[str, Any]) -> None:
    store = make_url(services["mock-isales"]["environment"]["MOCK_ISALES_STORE"])
    database = services["postgresql"]["environment"]
    assert (store.drivername, store.host, store.port) == ("postgresql+psycopg", "postgresql", None)
    assert (store.username, store.password, store.database) == (
        database["POSTGRES_USER"],
        database["POSTGRES_PASSWORD"],
        database["POSTGRES_DB"],
    )
    assert "ports" not in services["postgresql"]


def test_each_waits_for_what_it_needs(services: dict[str, Any]) -> None:
    for name, needed in pairwise(["balancer", "mock-isales", "postgresql"]):
        assert services[name]["depends_on"] == {needed: {"condition": "service_healthy"}}
    assert services["postgresql"]["healthcheck"]["test"][:2] == ["CMD", "pg_isready"]
    assert services["balancer"]["healthcheck"]["test"][-1] == f"http://127.0.0.1:{PORT}/_mock/ready"


def test_what_is_mounted_is_there(services: dict[str, Any]) -> None:
    mounts = [each.split(":") for name in ("mock-isales", "balancer") for each in services[name]["volumes"]]
    assert mounts == [["./seed.yaml", "/seed.yaml", "ro"], ["./nginx.conf", "/etc/nginx/nginx.conf", "ro"]]
    assert (FOLDER / "nginx.conf").is_file()


def test_nothing_gains_privileges(services: dict[str, Any]) -> None:
    for service in services.values():
        assert service["security_opt"] == ["no-new-privileges:true"]
    for name in ("mock-isales", "balancer"):
        assert (services[name]["read_only"], services[name]["cap_drop"]) == ("true", ["ALL"])


def test_the_balancer_listens_where_it_is_opened(services: dict[str, Any], directives: dict[str, list[str]]) -> None:
    assert services["balancer"]["ports"] == [f"{PORT}:{PORT}"]
    assert [each.split()[0] for each in directives["listen"]] == [str(PORT)]
    (server,) = [each for each in directives["server"] if each]
    assert server.split()[0] == f"mock-isales:{PORT}"
    assert directives["proxy_pass"] == ["http://mock-isales"]


def test_the_balancer_passes_on_what_is_signed_and_does_nothing_twice(directives: dict[str, list[str]]) -> None:
    assert directives["proxy_set_header"] == ["Host $http_host", "Connection close"]
    assert directives["proxy_next_upstream"] == ["error timeout"]
    assert (directives["proxy_buffering"], directives["proxy_request_buffering"]) == (["off"], ["on"])
    assert "keepalive" not in directives


def test_the_balancer_is_more_patient_than_the_longest_wait(directives: dict[str, list[str]]) -> None:
    (patience,) = directives["proxy_read_timeout"]
    assert int(patience.removesuffix("s")) > max(LONGEST_WAIT, KEEP_ALIVE_SECONDS)


def test_the_balancer_writes_where_it_may(services: dict[str, Any], directives: dict[str, list[str]]) -> None:
    (writable,) = (each.partition(":")[0] for each in services["balancer"]["tmpfs"])
    written = [path for name, paths in directives.items() if name.endswith("_temp_path") for path in paths]
    assert len(written) == 5
    assert {str(Path(path).parent) for path in (*written, *directives["pid"])} == {writable}
