"""The calls of a world as HAR, as curl and as tests, and recordings replayed, by both clients."""

import asyncio
import json

import pytest

from mock_isales.testing import Control, ControlError, InProcessIsales, World
from tests.control.recordings import CHROME
from tests.testing.conftest import Caller


def test_what_was_exported_is_replayed(control: Control, world: World, caller: Caller) -> None:
    for numbers in (("1",), ("x",), ("2", "3")):
        caller.add(*numbers)
    recorded = json.loads(json.dumps(world.journal.har()))
    world.reset()
    replayed = world.replay(recorded)
    assert (replayed.same, replayed.different, replayed.skipped) == (3, 0, 0)
    world.reset()
    world.readings.change(total_size="accepted")
    replayed = world.replay(recorded, clock="recorded")
    assert [[each.part for each in one.differences] for one in replayed.entries] == [["totalSize"], [], ["totalSize"]]
    assert control.world().replay({"log": {"entries": []}}).entries == []


def test_har_is_filtered(world: World, caller: Caller) -> None:
    caller.add("1")
    caller.add("x")
    assert [each["_id"] for each in world.journal.har(result_code="02000002")["log"]["entries"]] == [2]
    assert world.url in world.journal.har()["log"]["entries"][0]["request"]["url"]


def test_a_call_is_told_as_something_to_run(world: World, caller: Caller) -> None:
    caller.add("1")
    assert f" {world.url}/rest/" in world.journal.as_curl(1)
    assert "def test_call_1(isales):" in world.journal.as_pytest(1)
    with pytest.raises(ControlError, match="The journal has no call 2"):
        world.journal.as_curl(2)


def test_what_is_no_har_is_refused_with_its_place(world: World) -> None:
    with pytest.raises(ControlError, match=r"log\.entries: is missing"):
        world.replay({"log": {}})


def test_they_are_awaited_too() -> None:
    async def scenario() -> None:
        async with InProcessIsales() as isales:
            replayed = await isales.replay(CHROME, clock="recorded")
            assert (replayed.same, replayed.skipped) == (1, 2)
            assert len((await isales.journal.har())["log"]["entries"]) == 1
            assert "curl" in await isales.journal.as_curl(1)
            assert "httpx" in await isales.journal.as_pytest(1)

    asyncio.run(scenario())
