"""Two processes that share a database, as two servers' worlds in one: each has a store and worlds of its own."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from mock_isales.engine.coverage.coverage import ServerCoverage
from mock_isales.engine.limits import Limits
from mock_isales.engine.seeds import Seed
from mock_isales.engine.shared.registry import SharedWorlds
from mock_isales.engine.shared.worlds import SharedWorld
from mock_isales.engine.stores.sql import SqlStore
from mock_isales.engine.worlds import DEFAULT_WORLD
from tests.clocks import ManualClock
from tests.engine.centre import terms_of

JOURNAL_BYTES = 100_000


class Process(NamedTuple):
    """One of them."""

    worlds: SharedWorlds
    store: SqlStore
    host: ManualClock

    async def world(self, name: str = DEFAULT_WORLD) -> SharedWorld:
        """A world, as a documented call finds it."""
        world = await self.worlds.enter(name)
        assert isinstance(world, SharedWorld)
        return world

    async def looked_at(self, name: str = DEFAULT_WORLD) -> SharedWorld:
        """A world, as the control interface finds it."""
        world = await self.worlds.find(name)
        assert isinstance(world, SharedWorld)
        return world


@contextmanager
def process(
    url: str,
    seed: Seed,
    *,
    coverage: ServerCoverage | None = None,
    **limits: Any,  # noqa: ANN401 - as `Limits` has them
) -> Iterator[Process]:
    """A process, until the block ends. All have the same time at first.

    Args:
        url: The database.
        seed: What its worlds are filled with.
        coverage: Counts what of the contract is met.
        limits: As `Limits` has them.
    """
    store = SqlStore(url)
    try:
        store.fill(DEFAULT_WORLD, seed)
        host = ManualClock()
        room = Limits(**{"idle": 0, "journal": JOURNAL_BYTES, **limits})
        worlds = SharedWorlds(store, seed, terms_of, host, room, coverage)
        worlds.open_kept()
        yield Process(worlds, store, host)
    finally:
        store.close()
