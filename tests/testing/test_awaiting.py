"""The client whose calls are awaited: without a socket, and against a real server where calls are followed."""

import asyncio
from collections.abc import Callable, Coroutine
from contextlib import aclosing
from typing import Any, cast

import httpx
import pytest

from mock_isales.app import create_app
from mock_isales.engine.clocks import ClockMode
from mock_isales.engine.views.clocks import ClockSetting
from mock_isales.settings import Settings
from mock_isales.testing import AsyncControl, AsyncWorld, ControlError, NotYet
from tests.testing.conftest import CALL_DATA, SEED

Scenario = Callable[[AsyncControl, AsyncWorld], Coroutine[Any, Any, None]]
RECORD = {"callDataList": [{"called": [{"calledNo": "88888888"}]}]}


def played(scenario: Scenario) -> None:
    """Play a scenario in a world of a server without a socket."""

    async def play() -> None:
        transport = httpx.ASGITransport(create_app(Settings()))
        async with AsyncControl(transport=transport) as control:
            await scenario(control, await control.make_world("w", SEED))

    asyncio.run(play())


def test_a_server_and_its_worlds() -> None:
    async def scenario(control: AsyncControl, world: AsyncWorld) -> None:
        assert (await control.live()).status == "live"
        assert (await control.ready()).worlds == 2
        assert (await control.version()).edition == "2025-11"
        assert [each.name for each in (await control.worlds()).worlds] == ["default", "w"]
        assert (world.url, (await world.look()).campaigns) == (f"{control.url}/w/w", 2)
        other = control.world("other")
        await other.restore(await world.snapshot())
        assert (await other.reset("clock")).name == "other"
        await other.end()

    played(scenario)


def test_what_a_world_holds() -> None:
    async def scenario(_: AsyncControl, world: AsyncWorld) -> None:
        assert (await world.clock.freeze("2026-11-21T12:00:00Z")).mode is ClockMode.FROZEN
        assert (await world.clock.advance(1)).now == (await world.clock.get()).now
        assert (await world.clock.manual(1)).step == 1
        assert (await world.clock.offset(60)).offset == 60
        assert (await world.clock.set(ClockSetting(mode=ClockMode.FROZEN))).mode is ClockMode.FROZEN
        assert (await world.clock.real()).mode is ClockMode.REAL
        campaign = world.campaign(1, 3)
        assert (await campaign.put(pending=4)).pending == 4
        assert (await campaign.change(state="paused")).state == "paused"
        assert (await campaign.complete(1)).campaign == await campaign.get()
        assert (await campaign.records(limit=1)).total == 0
        await campaign.remove()
        assert [each.id for each in await world.campaigns.list(vdn=1)] == [1, 2]
        assert (await world.settings.change(pace_interval=0)) == await world.settings.get()
        assert (await world.readings.change(total_size="accepted")) == await world.readings.get()

    played(scenario)


def test_a_blocklist() -> None:
    async def scenario(_: AsyncControl, world: AsyncWorld) -> None:
        blocklist = world.blocklist(1)
        assert await blocklist.put(["1"]) == await blocklist.get() == ["1"]
        assert await blocklist.add("2") == ["1", "2"]
        assert await blocklist.remove("1") == ["2"]
        assert await blocklist.clear() == []

    played(scenario)


def test_faults_and_the_journal() -> None:
    async def scenario(_: AsyncControl, world: AsyncWorld) -> None:
        fault = await world.faults.add(first=1, code="0200001")
        assert await world.faults.list() == [fault]
        await world.faults.remove(fault.id)
        await world.faults.clear()
        assert (await world.journal.entries(limit=5)).total == await world.journal.count() == 0
        with pytest.raises(NotYet):
            await world.journal.wait(timeout=0)
        with pytest.raises(ControlError):
            await world.journal.get(1)
        with pytest.raises(ControlError, match="None of the 0 calls"):
            await world.journal.explain()
        await world.journal.clear()

    played(scenario)


def test_calls_are_followed_and_waited_for(url: str) -> None:
    async def scenario() -> None:
        async with AsyncControl(url) as control, httpx.AsyncClient(trust_env=False) as http:
            world = await control.make_world("awaited", SEED)
            async with world.journal.follow() as calls:
                waiting = asyncio.create_task(world.journal.wait(timeout=30))
                await http.post(f"{world.url}{CALL_DATA}1", json=RECORD, headers={"Authorization": "x"})
                assert (await anext(calls)).result_code == "0200000"
                assert (await waiting).total == 1
                await world.end()
                async with aclosing(cast("Any", calls)):
                    assert [call async for call in calls] == []
            with pytest.raises(ControlError, match="There is no world"):
                async with world.journal.follow():
                    pass

    asyncio.run(scenario())
