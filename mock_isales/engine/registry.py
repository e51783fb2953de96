"""The worlds of a server: made at their first use, and ended when nobody has used them for long."""

import asyncio
import sys
from collections.abc import Collection
from contextlib import suppress
from functools import lru_cache
from typing import TYPE_CHECKING

from mock_isales.contract.service import Terms
from mock_isales.engine.clocks import US_PER_SECOND, HostTime, WorldClock
from mock_isales.engine.contents import Said, WorldContent, content_of
from mock_isales.engine.held import Beginning
from mock_isales.engine.journal.budget import Budget
from mock_isales.engine.journal.journal import Journal
from mock_isales.engine.journal.tally import Tally
from mock_isales.engine.limits import Limits
from mock_isales.engine.seeds import Seed
from mock_isales.engine.served import DOCUMENTED, Served
from mock_isales.engine.stores.protocol import Administration, Store, StoreFailure
from mock_isales.engine.world_names import NAME, BadName
from mock_isales.engine.worlds import DEFAULT_WORLD, TermsOf, World

if TYPE_CHECKING:  # it is imported where coverage is counted: few servers in CI do
    from mock_isales.engine.coverage.coverage import Coverage, ServerCoverage

_KINDS_OF_TERMS = 64
"""For how many kinds of terms the judges are kept: worlds under the same terms share them."""


class TooManyWorlds(Exception):  # noqa: N818
    """There are as many worlds as the server lets there be; the message says what to do."""


class Worlds:
    """The worlds of a server.

    Those that the store keeps are there from the beginning. The default world never ends by itself: what it holds is
    what the server was started with.

    Args:
        store: Where their state is kept.
        seed: What a world is filled with that has no seed of its own.
        terms_of: What its calls are judged under.
        host: The host's time.
        limits: What they get.
        coverage: Counts what of the contract their calls meet; None where nobody does.
        served: What calls into them find.

    Attributes:
        tally: Counts all calls that go into them.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - a server is told that much
        self,
        store: Store,
        seed: Seed,
        terms_of: TermsOf,
        host: HostTime,
        limits: Limits | None = None,
        coverage: "ServerCoverage | None" = None,
        served: Served = DOCUMENTED,
    ) -> None:
        self.store = store
        self.limits = limits or Limits()
        self.seed = seed
        self.served = served
        self.tally = Tally()
        self.coverage = coverage
        self._terms_of = terms_of
        self._host = host
        self._budget = Budget(self.limits.journals)
        self._judges = lru_cache(_KINDS_OF_TERMS)(served.judges)
        self._changing = asyncio.Lock()
        self._open: dict[str, World] = {}
        self._next_end = 0

    @property
    def budget(self) -> Budget:
        """The bytes that their journals may take together."""
        return self._budget

    def open_kept(self) -> None:
        """Open the worlds that the store keeps."""
        for name in self.store.worlds():
            with suppress(KeyError):  # another process has ended it meanwhile
                self._opened(name, self._terms_of(self.store.said(name)))

    def names(self) -> list[str]:
        """The names of the worlds that are there, ascending."""
        return sorted(self._open)

    def opened(self, name: str) -> World:
        """A world that is there; to ask for it so is not to use it.

        Raises:
            KeyError: It is not.
        """
        return self._open[name]

    def has(self, world: World) -> bool:
        """Whether a world is there, and is the one of its name. To ask is not to use it."""
        return self._open.get(world.name) is world

    async def listed(self) -> list[World]:
        """The worlds that are there, by name. To list them is not to use them."""
        await self._end_idle()
        return [self._open[name] for name in self.names()]

    async def enter(self, name: str, *, up_to_date: bool = False) -> World:  # noqa: ARG002 - nobody else changes it
        """The world of that name; at its first use it is made.

        Args:
            name: Which one.
            up_to_date: Whether what other processes have changed in it is to be known already: a call that it decides
                about finds that out by itself.

        Raises:
            BadName: No world can be called that.
            TooManyWorlds: There is no room for another one.
            StoreFailure: It cannot be made.
        """
        world = await self.find(name)
        return world if world is not None else await self._make_once(name)

    async def find(self, name: str) -> World | None:
        """The world of that name, if it is there."""
        await self._end_idle()
        world = self._open.get(name)
        if world is not None:
            world.touch()
        return world

    async def seed_in(self, name: str) -> Seed | None:
        """The seed that a world was filled with, if it is there.

        Raises:
            StoreFailure: The database failed.
        """
        return await self.store.administer(
            name, self.new_clock(), lambda kept: kept.said().seed if kept.exists else None
        )

    async def make(self, name: str, seed: Seed | None = None) -> tuple[World, bool]:
        """Make a world, or start over with one that is there: its clock, its faults and its journal too.

        Args:
            name: What it is called.
            seed: One of its own; its settings and readings win over what the server was told. None: the server's.

        Returns:
            The world, and whether it is a new one.

        Raises:
            BadName, TooManyWorlds, StoreFailure: As `enter` does.
        """
        return await self.put(name, content_of(self.seed if seed is None else seed, own=seed is not None))

    async def put(self, name: str, content: WorldContent, beginning: Beginning | None = None) -> tuple[World, bool]:
        """Make a world that holds something, or replace what one holds.

        Args:
            name: What it is called.
            content: What the store is to keep of it.
            beginning: What it holds besides; None: nothing.

        Returns:
            The world, and whether it is a new one.

        Raises:
            BadName, TooManyWorlds, StoreFailure: As `enter` does; nothing has changed.
        """
        await self._end_idle()
        async with self._changing:
            await self._refuse(name)
            return await self._put(name, content, beginning)

    async def end(self, name: str) -> bool:
        """End a world, with all that is kept of it; whether it was there.

        Raises:
            StoreFailure: The database failed; the world is as it was.
        """
        async with self._changing:
            return await self._end(name)

    async def renew(self, world: World) -> World:
        """Make a world anew of which the store keeps nothing any more, as another process has ended it.

        Raises:
            StoreFailure: It cannot be made.
        """
        if self.has(world):
            del self._open[world.name]
            world.journal.close()
        return await self.enter(world.name)

    async def covered(self) -> "Coverage | None":
        """What of the contract the calls of all worlds have met, also of those that have ended; None: nobody counts.

        Raises:
            StoreFailure: The database failed.
        """
        return self.coverage

    def covered_at_end(self) -> "Coverage | None":
        """The same, for the end of a server: it may wait for the disk."""
        return self.coverage

    async def forget_covered(self) -> None:
        """Forget that, of all worlds too.

        Raises:
            StoreFailure: The database failed.
        """
        for coverage in (self.coverage, *(world.coverage for world in self._open.values())):
            if coverage is not None:
                coverage.clear()

    async def follow(self) -> None:
        """Know at once what other processes change, as long as this is awaited; nothing, where there are none."""

    def close(self) -> None:
        """Let go of whoever waits for a call."""
        for world in self._open.values():
            world.journal.close()

    def new_clock(self) -> WorldClock:
        """A clock as a new world has it."""
        return WorldClock(self._host)

    def terms_of(self, said: Said) -> Terms:
        """What the calls of a world are judged under, of which this was said."""
        return self._terms_of(said)

    async def _make_once(self, name: str) -> World:
        """Make a world, unless another call makes it meanwhile, or another process has."""
        async with self._changing:
            if name in self._open:
                return self._open[name]
            await self._refuse(name)
            said = await self.store.administer(name, self.new_clock(), self._filled)
            return self._opened(name, self._terms_of(said))

    def _filled(self, kept: Administration) -> Said:
        if not kept.exists:
            kept.replace(content_of(self.seed))
        return kept.said()

    async def _put(self, name: str, content: WorldContent, beginning: Beginning | None) -> tuple[World, bool]:
        """Make a world that can be, or replace what one holds; the world, and whether it is a new one."""
        await self.store.administer(name, self.new_clock(), lambda kept: kept.replace(content))
        terms, world = self._terms_of(content.said), self._open.get(name)
        is_new = world is None
        world = self._opened(name, terms) if world is None else world
        world.begin_anew(terms, beginning)
        return world, is_new

    async def _there(self) -> Collection[str]:
        """The names of all worlds."""
        return self._open

    async def _refuse(self, name: str) -> None:
        """Refuse a world that cannot be, or not beside the others."""
        if not NAME.fullmatch(name):
            raise BadName(name)
        there = await self._there()
        if name not in there and len(there) >= self.limits.worlds:
            raise TooManyWorlds(
                f"there are {self.limits.worlds} worlds, as many as the server lets there be: end one that is not used "
                "any more, or start the server with a higher --worlds-max"
            )

    async def _end(self, name: str) -> bool:
        """End a world. Nobody is led into it while the store forgets it."""
        world = self._open.pop(name, None)
        if world is None:
            return False
        try:
            await self.store.administer(name, world.clock, lambda kept: kept.remove())
        except BaseException:
            self._open[name] = world
            raise
        world.journal.close()
        return True

    async def _end_idle(self) -> None:
        """End the worlds that nobody has used for long. A database that fails is asked again later."""
        now = self._host()
        if now < self._next_end:
            return
        if not self.limits.idle:
            self._next_end = sys.maxsize
            return
        idle = round(self.limits.idle * US_PER_SECOND)
        self._next_end = now + idle
        async with self._changing:
            for name, world in list(self._open.items()):
                if name == DEFAULT_WORLD or world.users:
                    continue
                if now - world.last_used < idle:
                    self._next_end = min(self._next_end, world.last_used + idle)
                    continue
                with suppress(StoreFailure):
                    await self._end_unused(world, now - idle)

    async def _end_unused(self, world: World, since: int) -> None:  # noqa: ARG002 - others may have used it
        """End a world that was not used since some time of the host's clock."""
        await self._end(world.name)

    def _opened(self, name: str, terms: Terms) -> World:
        coverage = None if self.coverage is None else self.coverage.of_world(self.tally)
        journal = Journal(self.limits.journal, self._budget, coverage or self.tally)
        world = World(name, terms, self.store, self.new_clock(), journal, self.served, self._judges, coverage)
        world.touch()
        self._open[name] = world
        return world
