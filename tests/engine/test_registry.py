"""The worlds of a server come into being, and end."""

import asyncio
import gc
from weakref import ref

import pytest

from mock_isales.engine.clocks import ClockMode
from mock_isales.engine.faults.forms import Answer, Fault
from mock_isales.engine.registry import TooManyWorlds
from mock_isales.engine.stores.protocol import Store, StoreFailure, WorldGone
from mock_isales.engine.world_names import BadName
from mock_isales.engine.worlds import World
from tests.engine.centre import SECOND, seed_of
from tests.engine.worlds import IDLE, Server, add_one, entry


@pytest.fixture
def server(store: Store) -> Server:
    return Server.opened(store, seed_of(settings={"pace_interval": 0.0}, campaign={"name": "the server's"}))


def test_the_worlds_of_a_store_are_there_from_the_beginning(store: Store) -> None:
    for name in ("b", "a"):
        store.fill(name, seed_of())
    assert Server.opened(store, seed_of()).worlds.names() == ["a", "b", "default"]


def test_a_world_comes_into_being_at_its_first_use_from_the_servers_seed(server: Server) -> None:
    async def use() -> None:
        assert await server.worlds.find("w1") is None
        world = await server.worlds.enter("w1")
        assert await server.worlds.find("w1") is world
        assert (await add_one(world)).added
        assert await server.records(world) == 1
        assert await server.records(await server.worlds.enter("default")) == 0

    asyncio.run(use())
    assert server.worlds.names() == ["default", "w1"]


def test_calls_that_come_at_once_come_into_one_world(server: Server) -> None:
    async def use() -> None:
        worlds = await asyncio.gather(*(server.worlds.enter("w1") for _ in range(10)))
        assert len({id(world) for world in worlds}) == 1
        assert [bool((await add_one(world)).added) for world in worlds] == [True] * 10
        assert await server.records(worlds[0]) == 10

    asyncio.run(use())


@pytest.mark.parametrize("name", ["", "-a", ".a", "a b", "a/b", "ä", "x" * 129, "a\n"])
def test_a_name_that_cannot_stand_in_an_address_is_refused(server: Server, name: str) -> None:
    with pytest.raises(BadName, match="1 to 128 letters"):
        asyncio.run(server.worlds.enter(name))


@pytest.mark.parametrize("name", ["a", "_", "0", "test_x.py::test_y", "gw0-1", "x" * 128])
def test_a_name_that_tests_have_is_taken(server: Server, name: str) -> None:
    assert asyncio.run(server.worlds.enter(name)).name == name


def test_there_are_no_more_worlds_than_the_server_lets_there_be(store: Store) -> None:
    server = Server.opened(store, seed_of(), worlds=2)

    async def use() -> None:
        await server.worlds.enter("a")
        with pytest.raises(TooManyWorlds, match="there are 2 worlds"):
            await server.worlds.enter("b")
        await server.worlds.make("a")
        assert await server.worlds.end("a")
        await server.worlds.enter("b")

    asyncio.run(use())
    assert store.worlds() == ["b", "default"]


def test_a_world_ends_when_nobody_has_used_it_for_long(server: Server) -> None:
    async def use() -> None:
        await server.worlds.enter("a")
        server.wait(IDLE / 2)
        await server.worlds.enter("b")
        server.wait(IDLE / 2 - 1e-6)
        await server.worlds.find("default")
        assert server.worlds.names() == ["a", "b", "default"]
        server.wait(1e-6)
        assert await server.worlds.find("a") is None
        assert server.worlds.names() == ["b", "default"]
        server.wait(IDLE / 2)
        assert await server.worlds.find("b") is None

    asyncio.run(use())
    assert server.store.worlds() == ["default"]


def test_looking_at_a_world_is_using_it(server: Server) -> None:
    async def use() -> None:
        await server.worlds.enter("a")
        for _ in range(4):
            server.wait(IDLE * 0.75)
            assert await server.worlds.find("a")

    asyncio.run(use())


def test_a_world_does_not_end_while_somebody_follows_it(server: Server) -> None:
    async def use() -> None:
        world = await server.worlds.enter("a")
        with world.followed():
            server.wait(IDLE * 2)
            await server.worlds.find("default")
        assert server.worlds.names() == ["a", "default"]
        server.wait(IDLE)
        await server.worlds.find("default")
        assert server.worlds.names() == ["default"]

    asyncio.run(use())


def test_no_world_ends_by_itself_if_the_server_is_told_so(store: Store) -> None:
    server = Server.opened(store, seed_of(), idle=0)

    async def use() -> None:
        await server.worlds.enter("a")
        server.wait(10_000_000)
        assert await server.worlds.find("a")

    asyncio.run(use())


def test_idleness_is_on_the_hosts_clock(server: Server) -> None:
    async def use() -> None:
        world = await server.worlds.enter("a")
        world.clock.advance(10 * IDLE * SECOND)
        assert await server.worlds.find("a")

    asyncio.run(use())


def test_a_world_that_is_made_has_the_seed_it_is_given(server: Server) -> None:
    own = seed_of(settings={"calldata_max": 7})

    async def use() -> None:
        world, new = await server.worlds.make("w1", own)
        assert new
        assert world.terms.service.calldata_max == 7
        said = server.store.said("w1")
        assert (said.seed, said.own) == (own, True)

    asyncio.run(use())


def test_a_world_that_is_made_again_starts_over(server: Server) -> None:
    async def use() -> None:
        world = await server.worlds.enter("w1")
        await add_one(world)
        await world.change_clock(lambda clock: clock.set(ClockMode.FROZEN))
        await world.change_faults(
            lambda faults, now: faults.put(Fault(answer=Answer(code="0200006"), operation="add_outbound_numbers"), now)
        )
        await world.record(lambda _: entry())
        again, new = await server.worlds.make("w1", seed_of(settings={"pace_interval": 2.5}))
        assert (again is world, new) == (True, False)
        assert world.terms.service.pace_interval == 2.5
        assert world.clock.state.mode is ClockMode.REAL
        assert world.faults.listed(0) == []
        assert world.journal.entries() == []
        assert await server.records(world) == 0

    asyncio.run(use())


def test_a_world_that_was_ended_is_gone_with_all_that_was_kept_of_it(server: Server) -> None:
    async def use() -> None:
        world = await server.worlds.enter("w1")
        await add_one(world)
        assert await server.worlds.end("w1")
        assert not await server.worlds.end("w1")
        assert server.store.worlds() == ["default"]
        again = await server.worlds.enter("w1")
        assert again is not world
        assert await server.records(again) == 0

    asyncio.run(use())


def test_worlds_share_what_they_may_spend_on_journals(store: Store) -> None:
    size = entry().size
    server = Server.opened(store, seed_of(), journal=2 * size, journals=3 * size)

    async def use() -> None:
        a, b = await server.worlds.enter("a"), await server.worlds.enter("b")
        for world in (a, a, a, b, b):
            await world.record(lambda _: entry())
        assert [len(each.journal.entries()) for each in (a, b)] == [1, 2]
        assert [each.journal.dropped for each in (a, b)] == [2, 0]

    asyncio.run(use())


def test_a_world_that_starts_over_is_used(server: Server) -> None:
    async def use() -> None:
        await server.worlds.make("a")
        server.wait(IDLE * 1.5)
        await server.worlds.make("a")
        assert await server.worlds.find("a")

    asyncio.run(use())


def test_worlds_that_are_due_make_room(store: Store) -> None:
    server = Server.opened(store, seed_of(), worlds=2)

    async def use() -> None:
        await server.worlds.make("a")
        server.wait(IDLE)
        await server.worlds.make("b")

    asyncio.run(use())
    assert server.worlds.names() == ["b", "default"]


def test_a_world_was_used_when_somebody_ends_to_follow_it(server: Server) -> None:
    async def use() -> None:
        world = await server.worlds.enter("a")
        with world.followed():
            server.wait(IDLE * 2)
            assert [each.waiting for each in await server.worlds.listed()] == [1, 0]
        server.wait(IDLE / 2)
        assert await server.worlds.find("a") is world

    asyncio.run(use())


def test_to_list_worlds_is_not_to_use_them(server: Server) -> None:
    async def use() -> None:
        await server.worlds.enter("a")
        for _ in range(2):
            server.wait(IDLE / 2)
            listed = await server.worlds.listed()
        assert [world.name for world in listed] == ["default"]

    asyncio.run(use())


def test_nobody_is_led_into_a_world_that_is_ending(server: Server) -> None:
    async def use() -> None:
        world = await server.worlds.enter("a")
        ending = asyncio.create_task(server.worlds.end("a"))
        await asyncio.sleep(0)
        again = await server.worlds.enter("a")
        assert await ending
        assert again is not world
        assert (await add_one(again)).added

    asyncio.run(use())


def test_a_world_whose_database_fails_stays_and_ends_later(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object) -> None:
        raise StoreFailure("database is locked")

    async def use() -> None:
        world = await server.worlds.enter("a")
        server.wait(IDLE)
        with monkeypatch.context() as broken:
            broken.setattr(type(server.store), "share" if server.store.is_shared else "administer", fail)
            assert await server.worlds.find("default")
            assert server.worlds.names() == ["a", "default"]
            with pytest.raises(StoreFailure):
                await server.worlds.end("a")
        assert await server.worlds.find("a") is world
        server.wait(IDLE)
        await server.worlds.find("default")
        assert server.worlds.names() == ["default"]

    asyncio.run(use())


def test_a_world_of_another_process_is_opened_as_it_is(server: Server) -> None:
    server.store.fill("a", seed_of(campaign={"name": "the other's", "pending": 5}))

    async def use() -> None:
        assert await server.records(await server.worlds.enter("a")) == 5

    asyncio.run(use())


def test_a_world_that_another_process_has_ended_is_made_anew(server: Server) -> None:
    async def use() -> None:
        world = await server.worlds.enter("a")
        await server.store.administer("a", world.clock, lambda kept: kept.remove())
        with pytest.raises(WorldGone):
            await add_one(world)
        again = await server.worlds.renew(world)
        assert (await add_one(again)).added
        assert await server.worlds.renew(world) is again  # another call has renewed it

    asyncio.run(use())


def test_a_world_that_has_ended_goes_without_the_garbage_collector(server: Server) -> None:
    async def make_and_end() -> ref[World]:
        world = await server.worlds.enter("w1")
        with world.used():
            await add_one(world)
        await server.worlds.end("w1")
        return ref(world)

    gc.disable()
    try:
        assert asyncio.run(make_and_end())() is None
    finally:
        gc.enable()


def test_what_nobody_counts_is_not_covered(server: Server) -> None:
    async def use() -> None:
        await server.worlds.enter("a")
        await server.worlds.forget_covered()
        assert await server.worlds.covered() is None

    asyncio.run(use())
    assert server.worlds.covered_at_end() is None
