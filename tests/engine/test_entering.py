"""Worlds are entered also where the database has gone: a call is then answered as the documents have it."""

import asyncio

import pytest

from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.stores.protocol import NotBegun, StoreFailure
from mock_isales.engine.stores.sql import SqlStore
from tests.engine.centre import ACCEPTED, outcome, seed_of
from tests.engine.worlds import Server, add_one, entry


async def gone(*_: object) -> None:
    raise NotBegun("the database has gone")


@pytest.mark.parametrize("up_to_date", [False, True])
def test_a_call_to_a_known_world_is_refused_for_the_database(
    sql_store: SqlStore, monkeypatch: pytest.MonkeyPatch, *, up_to_date: bool
) -> None:
    async def play() -> list[str]:
        server = Server.opened(sql_store, seed_of(settings={"pace_interval": 0}))
        known = await server.worlds.enter("w1")
        before = outcome(await add_one(known))
        with monkeypatch.context() as patched:
            for each in ("look", "call", "share"):
                patched.setattr(sql_store, each, gone)
            entered = await server.worlds.enter("w1", up_to_date=up_to_date)
            assert entered is known
            between = outcome(await add_one(entered))
        return [before, between, outcome(await add_one(await server.worlds.enter("w1")))]

    assert asyncio.run(play()) == [ACCEPTED, "0200006 ON-STORING", ACCEPTED]


def test_a_world_of_which_nothing_is_known_cannot_be_entered(
    sql_store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server.opened(sql_store, seed_of())
    monkeypatch.setattr(sql_store, "look", gone)
    with pytest.raises(StoreFailure, match="the database has gone"):
        asyncio.run(server.worlds.enter("w1"))


def test_a_call_to_a_world_that_others_have_ended_is_told_though_nobody_keeps_it(sql_store: SqlStore) -> None:
    async def play() -> list[int | None]:
        world = await Server.opened(sql_store, seed_of()).worlds.enter("w1")
        await sql_store.administer("w1", world.clock, lambda kept: kept.remove())
        told: list[int | None] = []

        def entry_of(entry_id: int | None) -> Entry:
            told.append(entry_id)
            return entry()

        await world.record(entry_of)
        return told

    assert asyncio.run(play()) == [None]


def test_the_end_of_a_world_fails_with_the_database_known_or_not(
    sql_store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def play() -> None:
        server = Server.opened(sql_store, seed_of())
        await server.worlds.enter("known")
        monkeypatch.setattr(sql_store, "share", gone)
        for name in ("known", "unknown"):
            with pytest.raises(StoreFailure, match="the database has gone"):
                await server.worlds.end(name)
        assert server.worlds.names() == ["default", "known"]

    asyncio.run(play())
