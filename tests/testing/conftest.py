from collections.abc import Iterator
from typing import Any
from uuid import uuid4

import httpx
import pytest

from mock_isales.testing import Control, World
from tests.served import served

CALL_DATA = "/rest/isales/v2/openapi/campaigns/1/calldata/"
SEED: dict[str, Any] = {
    "vdns": [
        {"id": 1, "blocklist": ["13900000000"], "campaigns": [{"id": 1, "pending": 2}, {"id": 2, "state": "draft"}]}
    ]
}


class Caller:
    """Calls the documented interface in a world."""

    def __init__(self, world: World) -> None:
        self._world = world

    def add(self, *numbers: str, campaign: int = 1, session: str = "s") -> dict[str, Any]:
        """Add a record with these called numbers; the answer."""
        return self.send({"callDataList": [_record(numbers, session)]}, campaign)

    def send(self, body: object, campaign: int = 1) -> dict[str, Any]:
        """Send a body; the answer."""
        headers = {"Authorization": "secret"}
        answer = httpx.post(f"{self._world.url}{CALL_DATA}{campaign}", json=body, headers=headers, trust_env=False)
        content: dict[str, Any] = answer.json() | {"status": answer.status_code}
        return content


def _record(numbers: tuple[str, ...], session: str) -> dict[str, Any]:
    return {"sessionId": session, "called": [{"calledNo": number} for number in numbers or ("88888888",)]}


@pytest.fixture(scope="session", params=["memory", "sqlite"])
def url(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A server of a store."""
    file = tmp_path_factory.mktemp("store") / "double.db"
    with served("--store", "memory" if request.param == "memory" else f"sqlite:///{file}") as address:
        yield address


@pytest.fixture
def control(url: str) -> Iterator[Control]:
    with Control(url) as control:
        yield control


@pytest.fixture
def world(control: Control) -> Iterator[World]:
    """A world of the test's own: VDN 1 with a running campaign 1 and a draft 2, without a pace."""
    world = control.make_world(f"t-{uuid4()}", SEED | {"settings": {"pace_interval": 0}})
    yield world
    world.end()


@pytest.fixture
def caller(world: World) -> Caller:
    return Caller(world)
