"""Worlds in a database: they outlive the process, and several processes on one database are one double."""

import asyncio
from collections.abc import AsyncIterator, Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from functools import partial
from typing import Concatenate, ParamSpec, TypeVar

from sqlalchemy import Connection

from mock_isales.engine.contents import Said, content_of
from mock_isales.engine.held import Position
from mock_isales.engine.seeds import Seed
from mock_isales.engine.shared.protocol import CallTransaction, Look, SharedAdministration
from mock_isales.engine.stores.group_commit import GroupCommit
from mock_isales.engine.stores.protocol import Administration, CampaignKey, Clock, Transaction
from mock_isales.engine.stores.sql_administration import SqlAdministration
from mock_isales.engine.stores.sql_calls import SqlCall
from mock_isales.engine.stores.sql_connection import open_database, transaction
from mock_isales.engine.stores.sql_entries import EntryRows
from mock_isales.engine.stores.sql_looking import look_at
from mock_isales.engine.stores.sql_met import all_met
from mock_isales.engine.stores.sql_news import changes
from mock_isales.engine.stores.sql_opened import Opened
from mock_isales.engine.stores.sql_transaction import SqlTransaction
from mock_isales.engine.stores.sql_worlds import remove_worlds, said_of, world_key, world_names

P = ParamSpec("P")
T = TypeVar("T")


class SqlStore:
    """Keeps worlds in a database.

    One thread with one connection executes all SQL. So the event loop waits for no disk, and a step whose caller
    waits no longer still ends whole. Steps of calls that wait for it at the same time share a transaction.

    Args:
        url: Where the database is, as SQLAlchemy writes it: `sqlite:///relative.db`, `sqlite:////absolute.db`,
            `postgresql+psycopg://user:password@host/database`.

    Attributes:
        is_shared: Other processes may change what it keeps.

    Raises:
        StoreUnavailable: It cannot be opened, or not be written.
    """

    is_shared = True

    def __init__(self, url: str) -> None:
        self._url = url
        self._rows = EntryRows()
        self._thread = ThreadPoolExecutor(1, "mock-isales-sql")
        try:
            self._connection = self._wait_for(open_database, url)
        except BaseException:
            self._thread.shutdown()
            raise
        self._steps = GroupCommit(self._thread, self._connection)

    def worlds(self) -> list[str]:
        """The names of the worlds of which anything is kept, ascending."""
        return self._wait_for(self._read, world_names)

    def is_empty(self, world: str) -> bool:
        """Whether nothing is kept of a world."""
        return self._wait_for(self._read, world_key, world) is None

    def fill(self, world: str, seed: Seed, *, start_over: bool = False) -> bool:
        """Put a seed into a world that is empty, or start over with it, whole or not at all.

        Raises:
            StoreFailure: The database failed; the world is as it was.
        """
        return self._wait_for(self._fill, world, seed, start_over=start_over)

    def said(self, world: str) -> Said:
        """What was said of a world's settings and readings.

        Raises:
            KeyError: Nothing is kept of it.
        """
        return self._wait_for(self._said, world)

    async def transact(self, key: CampaignKey, clock: Clock, step: Callable[[Transaction], T]) -> T:
        """Take one step alone with a campaign.

        Raises:
            WorldGone: Nothing is kept of the world.
            StoreFailure: The database failed; nothing was kept.
        """
        return await self._steps.take(key.world, partial(_take, key, clock, step))

    async def call(self, key: CampaignKey, step: Callable[[CallTransaction], T]) -> T:
        """Take the step of a call alone, and keep what it changed unless it raises. It may be taken again.

        Raises:
            WorldGone: Nothing is kept of the world.
            StoreFailure: The database failed; nothing was kept.
        """
        return await self._steps.take(key.world, partial(_call, key, self._rows, step))

    async def administer(self, world: str, clock: Clock, step: Callable[[Administration], T]) -> T:
        """Take one step alone with a whole world.

        Raises:
            StoreFailure: The database failed; nothing was kept.
        """
        return await self.share(world, clock, step)

    async def share(self, world: str, clock: Clock, step: Callable[[SharedAdministration], T]) -> T:
        """Take one step alone with a whole world, as `administer` does.

        Raises:
            StoreFailure: The database failed; nothing was kept.
        """
        return await self._later(self._administer, world, clock, step)

    async def look(self, world: str, known: Position | None, used_at: int | None = None) -> Look | None:
        """Look at a world; None, if nothing is kept of it.

        Raises:
            StoreFailure: The database failed.
        """
        return await self._later(self._read, look_at, self._rows, world, known, used_at)

    async def names(self) -> list[str]:
        """The names of the worlds that are kept, ascending.

        Raises:
            StoreFailure: The database failed.
        """
        return await self._later(self._read, world_names)

    async def met(self, *, forget: bool = False) -> dict[str, int]:
        """How many calls to all worlds, also those that have ended, have met each point of coverage.

        Raises:
            StoreFailure: The database failed.
        """
        return await self._later(self._read, all_met, forget=forget)

    def met_at_end(self) -> dict[str, int]:
        """The same, for the end of a server: it waits for the database.

        Raises:
            StoreFailure: The database failed.
        """
        return self._wait_for(self._read, all_met, forget=False)

    def changed(self) -> AsyncIterator[str]:
        """The names of worlds in which other processes have changed something, as PostgreSQL tells them."""
        return changes(self._url, self._connection)

    def close(self) -> None:
        """Let go of the database, once what has begun is done."""
        with suppress(RuntimeError):  # it was closed before
            self._thread.submit(self._connection.close)
        self._thread.shutdown()

    def _administer(self, world: str, clock: Clock, step: Callable[[SharedAdministration], T]) -> T:
        with transaction(self._connection) as connection:
            return step(SqlAdministration(connection, world, clock(), self._rows))

    def _fill(self, world: str, seed: Seed, *, start_over: bool) -> bool:
        with transaction(self._connection) as connection:
            administration = SqlAdministration(connection, world, 0, self._rows)
            if start_over:
                remove_worlds(connection)
            elif administration.exists:
                return False
            SqlAdministration(connection, world, 0, self._rows).replace(content_of(seed))
            return True

    def _read(self, read: Callable[Concatenate[Connection, P], T], *args: P.args, **kwargs: P.kwargs) -> T:
        with transaction(self._connection) as connection:
            return read(connection, *args, **kwargs)

    def _said(self, world: str) -> Said:
        with transaction(self._connection) as connection:
            key = world_key(connection, world)
            if key is None:
                raise KeyError(world)
            return said_of(connection, key)

    def _wait_for(self, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return self._thread.submit(do, *args, **kwargs).result()

    async def _later(self, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return await asyncio.get_running_loop().run_in_executor(self._thread, partial(do, *args, **kwargs))


def _take(key: CampaignKey, clock: Clock, step: Callable[[Transaction], T], opened: Opened) -> T:
    return step(SqlTransaction(opened, key, clock()))


def _call(key: CampaignKey, rows: EntryRows, step: Callable[[CallTransaction], T], opened: Opened) -> T:
    return step(SqlCall(opened, key, rows))
