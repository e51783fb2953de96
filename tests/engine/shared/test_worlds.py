"""What one process changes in a world holds for the next call to any other."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from mock_isales.contract.text import Language
from mock_isales.engine.changes import change
from mock_isales.engine.clocks import ClockMode
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.forms import Fault
from mock_isales.engine.resets import Part, reset
from mock_isales.engine.stores.protocol import WorldGone
from tests.engine.centre import ACCEPTED, SECOND, outcome, seed_of, terms_of
from tests.engine.shared.processes import Process, process
from tests.engine.worlds import add_one, entry


def code(decision: Decision) -> str:
    return decision.describe(Language.ENGLISH).code


def test_settings_hold_for_the_next_call(one: Process, other: Process) -> None:
    async def use() -> None:
        assert outcome(await add_one(await other.world())) == ACCEPTED
        await change(await one.looked_at(), terms_of, "settings", {"incomplete_max": 1})
        assert outcome(await add_one(await other.world())) == "0200020 ON-CAP"

    asyncio.run(use())


def test_who_judges_a_call_before_its_world_decides_knows_what_others_have_changed(
    one: Process, other: Process
) -> None:
    async def use() -> None:
        await other.world()
        await change(await one.looked_at(), terms_of, "settings", {"c2_window": 1.5})
        await (await one.looked_at()).change_clock(lambda clock: clock.set(ClockMode.FROZEN, 1_900_000_000 * SECOND))
        entered = await other.worlds.enter("default", up_to_date=True)
        assert (entered.terms.service.c2_window, entered.clock()) == (1.5, 1_900_000_000 * SECOND)

    asyncio.run(use())


def test_who_enters_while_the_worlds_are_listed_knows_what_holds_there(one: Process, other: Process) -> None:
    """The list opens each world before it looks at it."""

    async def window_of(name: str) -> float:
        entered = await other.worlds.enter(name, up_to_date=True)
        assert other.worlds.has(entered)
        return entered.terms.service.c2_window

    async def use() -> None:
        for name in ("a", "b", "c", "d"):
            await one.worlds.make(name, seed_of(settings={"c2_window": 1.5}))
            _, window = await asyncio.gather(other.worlds.listed(), window_of(name))
            assert window == 1.5

    asyncio.run(use())


def test_the_pace_is_one(one: Process, other: Process) -> None:
    async def use() -> None:
        await change(await one.looked_at(), terms_of, "settings", {"pace_interval": 1.0})
        codes = [code(await add_one(await each.world())) for each in (one, other, one, other)]
        assert codes == [ACCEPTED, "0200022", "0200022", "0200022"]

    asyncio.run(use())


def test_a_fault_strikes_as_often_as_it_was_told(one: Process, other: Process) -> None:
    fault = Fault.model_validate({"when": {"first": 3}, "answer": {"code": "0200007"}})

    async def use() -> None:
        told = await (await one.looked_at()).change_faults(lambda faults, now: faults.put(fault, now))
        assert told.id == "1"
        codes = [code(await add_one(await each.world())) for each in (one, other, one, other, one)]
        assert codes == ["0200007"] * 3 + [ACCEPTED] * 2
        for each in (one, other):
            (listed,) = (await each.looked_at()).faults.listed(0)
            assert (listed.seen, listed.hits, listed.ended) == (5, 3, True)
        assert await (await other.looked_at()).change_faults(lambda faults, _: faults.remove("1"))
        assert (await one.looked_at()).faults.listed(0) == []
        again = await (await one.looked_at()).change_faults(lambda faults, now: faults.put(fault, now))
        assert again.id == "2"

    asyncio.run(use())


def test_a_manual_clock_is_moved_on_by_all_calls(one: Process, other: Process) -> None:
    async def use() -> None:
        await (await one.looked_at()).change_clock(lambda clock: clock.set(ClockMode.MANUAL, step=SECOND))
        began = (await one.looked_at()).clock()
        for each in (one, other, other, one):
            assert outcome(await add_one(await each.world())) == ACCEPTED
        for each in (one, other):
            assert (await each.looked_at()).clock() == began + 4 * SECOND

    asyncio.run(use())


def test_a_frozen_clock_stands_for_all(one: Process, other: Process) -> None:
    async def use() -> None:
        await change(await one.looked_at(), terms_of, "settings", {"pace_interval": 1.0})
        await (await one.looked_at()).change_clock(lambda clock: clock.set(ClockMode.FROZEN))
        one.host.advance(5 * SECOND)
        other.host.advance(9 * SECOND)
        assert [code(await add_one(await each.world())) for each in (one, other)] == [ACCEPTED, "0200022"]
        await (await other.looked_at()).change_clock(lambda clock: clock.advance(SECOND))
        assert code(await add_one(await one.world())) == ACCEPTED

    asyncio.run(use())


def test_a_world_that_was_made_again_is_another_one(one: Process, other: Process) -> None:
    async def use() -> None:
        await add_one(await one.world("w"))
        await add_one(await other.world("w"))
        fault = Fault.model_validate({"answer": {"status": 503}})
        await (await other.looked_at("w")).change_faults(lambda faults, now: faults.put(fault, now))
        _, is_new = await one.worlds.make("w", seed_of(settings={"incomplete_max": 1}, campaign={"pending": 1}))
        assert not is_new
        assert outcome(await add_one(await other.world("w"))) == "0200020 ON-CAP"
        assert (await other.looked_at("w")).faults.listed(0) == []

    asyncio.run(use())


def test_a_world_that_another_has_ended_is_gone(one: Process, other: Process) -> None:
    async def use() -> None:
        world = await other.world("w")
        await add_one(world)
        assert await one.worlds.end("w")
        with pytest.raises(WorldGone):
            await add_one(world)
        with pytest.raises(LookupError):
            await world.clear_journal()
        await world.record(lambda _: entry())  # nobody keeps it any more, and nothing happens
        assert await other.worlds.find("w") is None
        assert [each.name for each in await other.worlds.listed()] == ["default"]

    asyncio.run(use())


def test_who_finds_a_world_at_the_same_time_finds_the_same_one(one: Process, other: Process) -> None:
    async def use() -> None:
        await (await one.world("w")).record(lambda _: entry())
        found = await asyncio.gather(*(other.looked_at("w") for _ in range(3)))
        assert len(set(map(id, found))) == 1
        assert other.worlds.budget.used == found[0].journal.size > 0
        await one.worlds.end("w")
        await one.world("w")
        again = await asyncio.gather(*(other.looked_at("w") for _ in range(3)))
        assert len(set(map(id, again))) == 1
        assert again[0] is not found[0]
        assert other.worlds.has(again[0])

    asyncio.run(use())


def test_a_world_that_another_ends_while_a_process_starts_is_not_there(
    one: Process, other: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def use() -> None:
        await one.world("w")
        await one.worlds.end("w")

    asyncio.run(use())
    monkeypatch.setattr(other.store, "worlds", lambda: ["default", "w"])
    other.worlds.open_kept()
    assert other.worlds.names() == ["default"]


def test_worlds_are_listed_wherever_they_were_made(one: Process, other: Process) -> None:
    async def use() -> None:
        await one.worlds.make("a")
        await other.worlds.make("b")
        for each in (one, other):
            assert [world.name for world in await each.worlds.listed()] == ["a", "b", "default"]
        assert await one.worlds.end("b")
        assert [world.name for world in await other.worlds.listed()] == ["a", "default"]

    asyncio.run(use())


def test_a_world_that_ends_while_worlds_are_listed_is_not_among_them(
    one: Process, other: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nothing() -> None:
        """They were opened before."""

    async def use() -> None:
        await one.worlds.make("a")
        monkeypatch.setattr(one.worlds, "_open_all", nothing)
        await other.worlds.end("a")
        assert [world.name for world in await one.worlds.listed()] == ["default"]

    asyncio.run(use())


def test_one_who_waits_no_longer_leaves_the_look_to_the_others(one: Process, other: Process) -> None:
    async def use() -> None:
        world = await one.world()
        await add_one(world)
        await change(await other.looked_at(), terms_of, "settings", {"incomplete_max": 2})
        first = asyncio.ensure_future(world._look_together())
        second = asyncio.ensure_future(world._look_together())
        await asyncio.sleep(0)
        first.cancel()
        await second
        assert first.cancelled()
        assert world.terms.service.incomplete_max == 2

    asyncio.run(use())


def test_a_database_that_tells_nothing_more_is_asked_again_and_that_is_said_once(
    one: Process, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    asked: list[int] = []

    async def gone() -> AsyncIterator[str]:
        asked.append(1)
        if asked:
            raise ConnectionError("it has gone")
        yield ""

    async def use() -> None:
        monkeypatch.setattr(one.store, "changed", gone)
        monkeypatch.setattr("mock_isales.engine.shared.registry._AGAIN_SECONDS", 0)
        following = asyncio.ensure_future(one.worlds.follow())
        async with asyncio.timeout(30):
            while len(asked) < 3:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0)
        following.cancel()
        await asyncio.gather(following, return_exceptions=True)

    asyncio.run(use())
    assert [record.message for record in caplog.records] == [
        "the database tells no more what other processes change, and is asked again: it has gone"
    ]


def test_a_reset_is_seen(one: Process, other: Process) -> None:
    async def use() -> None:
        world = await other.looked_at()
        await add_one(world)
        await world.change_clock(lambda clock: clock.set(ClockMode.FROZEN))
        await change(world, terms_of, "settings", {"incomplete_max": 1})
        await reset(await one.looked_at(), terms_of, [Part.CLOCK, Part.JOURNAL])
        await reset(await one.looked_at(), terms_of)
        assert outcome(await add_one(world)) == ACCEPTED
        assert (await other.looked_at()).clock.state.mode is ClockMode.REAL

    asyncio.run(use())


def test_a_world_does_not_end_that_another_process_uses(shared_url: str) -> None:
    async def use(one: Process, other: Process) -> None:
        await add_one(await one.world("w"))
        await add_one(await other.world("w"))
        for each in (one, other):
            each.host.advance(50 * SECOND)
        await add_one(await other.world("w"))
        for each in (one, other):
            each.host.advance(20 * SECOND)
        assert [world.name for world in await one.worlds.listed()] == ["default", "w"]
        for each in (one, other):
            each.host.advance(90 * SECOND)
        assert [world.name for world in await one.worlds.listed()] == ["default"]
        assert [world.name for world in await other.worlds.listed()] == ["default"]

    seed = seed_of(settings={"pace_interval": 0})
    with process(shared_url, seed, idle=60) as one, process(shared_url, seed, idle=60) as other:
        asyncio.run(use(one, other))
