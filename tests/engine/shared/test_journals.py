"""A journal is one, whichever process answers."""

import asyncio
from collections.abc import Coroutine
from contextlib import aclosing
from dataclasses import replace
from functools import partial
from typing import Any

import pytest

from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.engine.contents import content_of
from mock_isales.engine.held import Beginning
from mock_isales.engine.journal.entries import Entry, Ruling, SignatureRuling
from mock_isales.engine.journal.waiting import Closed, Dropped
from mock_isales.engine.journal.wanted import Wanted
from mock_isales.engine.shared.worlds import SharedWorld
from mock_isales.engine.stores.protocol import StoreFailure, WorldGone
from tests.engine.centre import seed_of
from tests.engine.shared.processes import Process, process
from tests.engine.worlds import add_one, entry

WANTED = Wanted.model_construct()


def ids(world: SharedWorld) -> list[int]:
    return [each.id for each in world.journal.entries()]


async def record(process: Process, count: int = 1) -> None:
    world = await process.world()
    for _ in range(count):
        await world.record(lambda _: entry())


def test_ids_ascend_and_none_is_given_twice(one: Process, other: Process) -> None:
    async def use() -> None:
        for each in (one, one, other, one, other, other):
            await record(each)
        assert ids(await one.looked_at()) == ids(await other.looked_at()) == [1, 2, 3, 4, 5, 6]

    asyncio.run(use())


def test_what_others_kept_is_read_as_it_was(one: Process, other: Process) -> None:
    async def use() -> None:
        world = await one.world()
        kept = entry()
        await world.record(lambda _: kept)
        (read,) = (await other.looked_at()).journal.entries()
        assert read == kept

    asyncio.run(use())


def test_nothing_of_a_call_is_lost_on_the_way(one: Process, other: Process) -> None:
    told = replace(
        entry(),
        decision=Ruling("0200001", "ON-X", "callDataList", {"a": [1, 2.5, None]}),
        without_fault=Ruling("0200022", "ON-PACE", "", "1 s"),
        signature=SignatureRuling("signature", "It differs.", ("host", "x-sdk-date"), (("port", "Why.", "How."),)),
        transport="reset",
        fault="7",
        terms=Terms(Readings(total_size="accepted"), ServiceSettings(calldata_max=7)),
        measured=(("ON-CAP", 3),),
        duration_us=12,
    )

    async def use() -> None:
        await (await one.world()).record(lambda _: told)
        (read,) = (await other.looked_at()).journal.entries()
        assert read == told

    asyncio.run(use())


def test_a_cleared_journal_is_empty_for_all_and_ids_go_on(one: Process, other: Process) -> None:
    async def use() -> None:
        await record(one, 2)
        assert len(ids(await other.looked_at())) == 2
        await (await one.looked_at()).clear_journal()
        assert ids(await other.looked_at()) == []
        await record(other)
        assert ids(await one.looked_at()) == [3]
        assert (await one.looked_at()).journal.dropped == 0

    asyncio.run(use())


def test_what_has_no_room_is_dropped_for_all_and_in_the_database(shared_url: str) -> None:
    size = entry().size

    async def use(one: Process, other: Process) -> None:
        await record(one, 100)
        await record(other, 100)
        for each in (one, other):
            world = await each.looked_at()
            assert ids(world) == list(range(191, 201))
            assert world.journal.dropped == 190
        await record(one, 1)
        await record(one, 1)  # what is dropped goes with the next one that is kept

    async def begin(again: Process) -> None:
        world = await again.looked_at()
        assert (ids(world), world.journal.dropped) == (list(range(193, 203)), 192)

    seed, room = seed_of(), 10 * size
    with process(shared_url, seed, journal=room) as one, process(shared_url, seed, journal=room) as other:
        asyncio.run(use(one, other))
    with process(shared_url, seed, journal=room) as again:
        asyncio.run(begin(again))


def test_an_entry_that_is_too_large_has_an_id_and_is_counted(shared_url: str) -> None:
    async def use(one: Process, other: Process) -> None:
        await record(one)
        await record(other)
        for each in (one, other):
            world = await each.looked_at()
            assert (ids(world), world.journal.dropped) == ([], 2)

    seed, room = seed_of(), entry().size - 1
    with process(shared_url, seed, journal=room) as one, process(shared_url, seed, journal=room) as other:
        asyncio.run(use(one, other))


async def following(process: Process, work: Coroutine[Any, Any, None]) -> None:
    """Do something while a process knows what others change."""
    follow = asyncio.ensure_future(process.worlds.follow())
    try:
        async with asyncio.timeout(30):
            await work
    finally:
        follow.cancel()
        await asyncio.gather(follow, return_exceptions=True)


def test_who_waits_is_woken_by_calls_to_others(one: Process, other: Process) -> None:
    async def use() -> None:
        world = await one.looked_at()
        with world.followed():
            waiting = asyncio.ensure_future(world.journal.wait(WANTED, 2, 30))
            await record(other)
            await record(one)
            assert [each.id for each in (await waiting).entries] == [1, 2]

    asyncio.run(following(one, use()))


def test_who_follows_is_told_of_calls_to_others(one: Process, other: Process) -> None:
    async def use() -> None:
        world = await one.looked_at()
        told: list[int | Dropped] = []
        with world.followed():
            async with aclosing(world.journal.follow(WANTED)) as news:
                await record(other, 3)
                async for each in news:
                    told.append(each if isinstance(each, Dropped) else each.id)
                    if len(told) == 3:
                        break
        assert told == [1, 2, 3]

    asyncio.run(following(one, use()))


def test_what_others_change_is_known_though_nobody_asks(postgresql_url: str) -> None:
    async def use(one: Process, other: Process) -> None:
        world = await one.looked_at()
        await other.worlds.make("default", seed_of(settings={"incomplete_max": 3}))
        while world.terms.service.incomplete_max != 3:  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.001)
        await other.worlds.make("w")
        await one.world("w")
        await other.worlds.end("w")
        while "w" in one.worlds.names():  # noqa: ASYNC110 - nobody tells
            await asyncio.sleep(0.001)

    with process(postgresql_url, seed_of()) as one, process(postgresql_url, seed_of()) as other:
        asyncio.run(following(one, use(one, other)))


def test_calls_that_could_not_be_kept_are_kept_later(
    one: Process, other: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def use() -> None:
        world = await one.world()
        await add_one(world)

        monkeypatch.setattr(one.store, "call", _failing)
        assert (await add_one(world)).refusal is not None
        await world.record(lambda _: entry())
        await world.record(lambda _: entry())
        monkeypatch.undo()
        told: list[int | None] = []
        await asyncio.gather(*(world.record(partial(_telling, told)) for _ in range(3)))
        assert told == [3, 4, 5]
        assert ids(await other.looked_at()) == [1, 2, 3, 4, 5]

    asyncio.run(use())


def test_calls_that_could_not_be_kept_are_kept_when_somebody_looks(
    one: Process, other: Process, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def use() -> None:
        world = await one.world()
        monkeypatch.setattr(one.store, "call", _failing)
        await world.record(lambda _: entry())
        with pytest.raises(StoreFailure):
            await world.refresh()
        monkeypatch.undo()
        assert ids(await one.looked_at()) == [1]
        assert ids(await other.looked_at()) == [1]

    asyncio.run(use())


def test_a_call_that_ends_after_its_server_drops_nothing(one: Process, other: Process) -> None:
    async def use() -> None:
        await record(one, 100)
        world = await one.looked_at()
        one.worlds.close()
        await world.record(lambda _: entry())
        assert ids(await other.looked_at()) == list(range(1, 102))

    asyncio.run(use())


def test_calls_that_others_have_brought_in_are_not_dropped_as_old(shared_url: str) -> None:
    brought = [replace(entry(), id=number) for number in (1, 2)]

    async def use(one: Process, other: Process) -> None:
        await record(one, 60)
        world = await one.looked_at()
        await record(one, 14)  # the next one would drop what is too old
        await other.worlds.put("default", content_of(seed_of()), Beginning(entries=brought))
        await world.look()  # but nobody has asked for its calls
        await world.record(lambda _: entry())
        assert ids(await other.looked_at()) == [1, 2, 75]

    seed, room = seed_of(), 10 * entry().size
    with process(shared_url, seed, journal=room) as one, process(shared_url, seed, journal=room) as other:
        asyncio.run(use(one, other))


def test_a_world_that_others_have_ended_and_made_again_has_none_of_its_calls(one: Process, other: Process) -> None:
    async def use() -> None:
        await _record_in(other, "w", 3)
        for _ in range(2):
            await (await other.looked_at("w")).clear_journal()
        await _record_in(other, "w", 3)
        world = await other.looked_at("w")
        waiting = asyncio.ensure_future(world.journal.wait(WANTED, 9, 30))
        await one.worlds.end("w")
        await _record_in(one, "w", 1)
        assert [each.name for each in await other.worlds.listed()] == ["default", "w"]
        assert ids(await other.looked_at("w")) == [1]
        with pytest.raises(Closed):
            await waiting
        await one.worlds.end("w")
        await _record_in(one, "w", 2)
        with pytest.raises(WorldGone):
            await add_one(world)
        again, _ = await other.worlds.make("w")
        assert again.journal.entries() == []

    asyncio.run(use())


async def _record_in(process: Process, name: str, count: int) -> None:
    world = await process.world(name)
    for _ in range(count):
        await world.record(lambda _: entry())


def _telling(told: list[int | None], entry_id: int | None) -> Entry:
    told.append(entry_id)
    return entry()


async def _failing(*_: object) -> None:
    raise StoreFailure("the disk is full")
