"""Worlds in a database: they outlive the process, and several processes on one database are one double."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import ParamSpec, TypeVar

from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.protocol import CampaignKey, Clock, Transaction
from mock_isales.engine.stores.sql_connection import open_database, transaction
from mock_isales.engine.stores.sql_seeding import clear_world, fill_world, seed_of
from mock_isales.engine.stores.sql_transaction import SqlTransaction

P = ParamSpec("P")
T = TypeVar("T")


class SqlStore:
    """Keeps worlds in a database.

    One thread with one connection executes all SQL. So the event loop waits for no disk, and a step whose caller
    waits no longer still ends whole.

    Args:
        url: Where the database is, as SQLAlchemy writes it: `sqlite:///relative.db`, `sqlite:////absolute.db`.

    Raises:
        StoreUnavailable: It cannot be opened, or not be written.
    """

    def __init__(self, url: str) -> None:
        self._thread = ThreadPoolExecutor(1, "mock-isales-sql")
        try:
            self._connection = self._wait_for(open_database, url)
        except BaseException:
            self._thread.shutdown()
            raise

    def is_empty(self, world: str) -> bool:
        """Whether nothing is kept of a world."""
        return self._wait_for(self._seed_of, world) is None

    def fill(self, world: str, seed: Seed, *, replace: bool = False) -> bool:
        """Put a seed into a world that is empty or to be replaced, whole or not at all.

        Raises:
            StoreFailure: The database failed; the world is as it was.
        """
        return self._wait_for(self._fill, world, seed, replace=replace)

    def clear(self, world: str) -> None:
        """Forget all of a world."""
        self._wait_for(self._clear, world)

    def seeded(self, world: str) -> Seed:
        """The settings and readings that a world was filled with.

        Raises:
            KeyError: Nothing is kept of it.
        """
        seed = self._wait_for(self._seed_of, world)
        if seed is None:
            raise KeyError(world)
        return seed

    async def transact(self, key: CampaignKey, clock: Clock, step: Callable[[Transaction], T]) -> T:
        """Take one step alone with a campaign.

        Raises:
            StoreFailure: The database failed, or nothing is kept of the world; nothing was kept.
        """
        return await asyncio.get_running_loop().run_in_executor(self._thread, self._take, key, clock, step)

    def close(self) -> None:
        """Let go of the database, once what has begun is done."""
        with suppress(RuntimeError):  # it was closed before
            self._thread.submit(self._connection.close)
        self._thread.shutdown()

    def _take(self, key: CampaignKey, clock: Clock, step: Callable[[Transaction], T]) -> T:
        with transaction(self._connection) as connection:
            campaign = SqlTransaction(connection, key, clock())
            result = step(campaign)
            campaign.flush()
        return result

    def _seed_of(self, world: str) -> Seed | None:
        with transaction(self._connection) as connection:
            return seed_of(connection, world)

    def _fill(self, world: str, seed: Seed, *, replace: bool) -> bool:
        with transaction(self._connection) as connection:
            if replace:
                clear_world(connection, world)
            elif seed_of(connection, world) is not None:
                return False
            fill_world(connection, world, seed)
            return True

    def _clear(self, world: str) -> None:
        with transaction(self._connection) as connection:
            clear_world(connection, world)

    def _wait_for(self, do: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        return self._thread.submit(do, *args, **kwargs).result()
