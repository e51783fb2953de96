"""The compose file, and the seed beside it, as a new user meets them."""

from pathlib import Path
from typing import Any

import httpx
import pytest

from mock_isales.engine.seed_files.reading import read_seed
from mock_isales.settings import Settings
from tests.docker.files import FOLDER, KNOWN, documents, image_environment, port, volume
from tests.served import served

SEED = FOLDER / "seed.yaml"


@pytest.fixture
def service() -> dict[str, Any]:
    (compose,) = documents("compose.yaml")
    assert compose["volumes"] == {"data": ""}
    assert list(compose["services"]) == ["mock-isales"]
    service: dict[str, Any] = compose["services"]["mock-isales"]
    return service


def test_it_builds_this_image_and_opens_its_port_to_this_machine(service: dict[str, Any]) -> None:
    assert (FOLDER / service["build"]["context"] / "Dockerfile").exists()
    assert service["ports"] == [f"127.0.0.1:{port()}:{port()}"]


def test_what_is_built_has_a_tag_of_its_own_that_no_other_build_of_the_image_takes(service: dict[str, Any]) -> None:
    (team,) = documents("compose.team.yaml")
    (compose,) = documents("compose.yaml")
    for double in (service, team["services"]["mock-isales"]):
        assert double["image"] == f"mock-isales:{double['build']['args']['EXTRAS']}"
    assert (compose["name"], team["name"]) == ("mock-isales", "mock-isales-team")


def test_it_mounts_the_seed_where_the_image_looks_for_it(service: dict[str, Any]) -> None:
    mounts = dict(each.split(":", 1) for each in service["volumes"])
    assert mounts == {"./seed.yaml": f"{image_environment()['MOCK_ISALES_SEED_IF_THERE']}:ro", "data": volume()}


def test_its_variables_are_understood(service: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(service["environment"]) <= KNOWN
    for name, value in service["environment"].items():
        monkeypatch.setenv(name, value)
    assert Settings().log_level == "info"


def test_it_gains_no_privileges_and_writes_nothing_but_its_volume(service: dict[str, Any]) -> None:
    assert (service["read_only"], service["cap_drop"]) == ("true", ["ALL"])
    assert service["security_opt"] == ["no-new-privileges:true"]
    assert "user" not in service


def test_its_seed_answers_as_its_comments_say(tmp_path: Path) -> None:
    assert [len(vdn.campaigns) for vdn in read_seed(SEED).vdns] == [4, 1]
    with served("--seed-if-there", str(SEED)) as url:
        assert code(url, 1, "1", "88888888") == "0200000"
        assert code(url, 1, "1", "13900000000", pause=True) == "0200024"
        assert code(url, 1, "2", "88888888") == "0200019"
        assert code(url, 1, "3", *(str(88888880 + index) for index in range(11))) == "0200020"
        assert code(url, 2, "1", "13900000000") == "0200000"
    with served("--seed-if-there", str(tmp_path / "none.yaml")) as url:
        assert code(url, 2, "1", "88888888") != "0200000"


def code(url: str, vdn: int, campaign: str, *numbers: str, pause: bool = False) -> str:
    """What adding these numbers is answered; with a pause, the world's clock moves on before."""
    if pause:
        httpx.post(f"{url}/_mock/worlds/default/clock/advance", json={"seconds": 2})
    body = {"callDataList": [{"called": [{"calledNo": number}]} for number in numbers]}
    address = f"{url}/rest/isales/v2/openapi/campaigns/{vdn}/calldata/{campaign}"
    answered: str = httpx.post(address, json=body, headers={"Authorization": "any"}).json()["resultCode"]
    return answered
