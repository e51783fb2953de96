"""Another process ends a world between the moment in which it is looked up and that in which it is changed."""

from pathlib import Path
from typing import Any

import pytest

from mock_isales.app import create_app
from mock_isales.engine.contents import WorldContent, content_of
from mock_isales.engine.shared.registry import SharedWorlds
from mock_isales.engine.stores.protocol import Clock
from mock_isales.engine.stores.sql import SqlStore
from mock_isales.engine.worlds import World
from mock_isales.settings import Settings
from tests.control.callers import CALL_DATA, Caller, body_of

HEADERS = {"Authorization": "token", "X-Mock-World": "w1"}


@pytest.fixture
def caller(tmp_path: Path) -> Caller:
    return Caller(create_app(Settings(store=f"sqlite:///{tmp_path / 'double.db'}")))


@pytest.mark.parametrize(
    ("method", "path", "said"),
    [
        ("POST", "/clock/advance", {"seconds": 1}),
        ("POST", "/faults", {"answer": {"status": 503}}),
        ("DELETE", "/journal", None),
    ],
)
def test_what_was_to_be_changed_is_not_there(
    caller: Caller, monkeypatch: pytest.MonkeyPatch, method: str, path: str, said: object
) -> None:
    caller.mock("PUT", "/worlds/w1")
    ending = find_and_end(1)
    with monkeypatch.context() as patched:
        patched.setattr(SharedWorlds, "find", ending)
        answer = caller.mock(method, f"/worlds/w1{path}", said)
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:mock-isales:problem:no-such-world")


def test_what_has_been_changed_may_be_gone_at_once(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    caller.mock("PUT", "/worlds/w1")
    share = SqlStore.share

    async def share_and_end(store: SqlStore, world: str, clock: Clock, step: Any) -> Any:  # noqa: ANN401 - of any kind
        shared = await share(store, world, clock, step)
        await share(store, world, clock, lambda kept: kept.remove())
        return shared

    monkeypatch.setattr(SqlStore, "share", share_and_end)
    answer = caller.mock("POST", "/worlds/w1/clock/advance", {"seconds": 1})
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:mock-isales:problem:no-such-world")


def test_a_call_is_answered_however_often_its_world_is_ended(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    caller.mock("PUT", "/worlds/w1", {"vdns": [{"id": 1, "campaigns": [{"id": 1}]}]})
    monkeypatch.setattr(SharedWorlds, "find", find_and_end(3))
    answer = caller.call("POST", CALL_DATA.format(campaign=1), body_of("88888888"), HEADERS)
    assert (answer.status_code, answer.json()["resultCode"]) == (200, "0200000")


def find_and_end(times: int) -> object:
    """Finds a world, and ends it so often as another process does."""
    found = SharedWorlds.find
    left = iter(range(times))

    async def find(worlds: SharedWorlds, name: str) -> World | None:
        world = await found(worlds, name)
        if world is None:
            await worlds.store.administer(name, worlds.new_clock(), lambda kept: kept.replace(worlds_content(worlds)))
            world = await found(worlds, name)
        if next(left, None) is not None:
            await worlds.store.administer(name, worlds.new_clock(), lambda kept: kept.remove())
        return world

    return find


def worlds_content(worlds: SharedWorlds) -> WorldContent:
    """What a world of the server's seed holds."""
    return content_of(worlds.seed)
