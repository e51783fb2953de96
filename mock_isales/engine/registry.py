"""The worlds of a server: made at their first use, and ended when nobody has used them for long."""

import asyncio
import re
import sys
from collections.abc import Callable
from functools import lru_cache

from mock_isales.contract.service import Terms
from mock_isales.engine.clocks import HostTime, WorldClock
from mock_isales.engine.contents import Said, content_of
from mock_isales.engine.journal.budget import Budget
from mock_isales.engine.journal.journal import Journal
from mock_isales.engine.limits import Limits
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.protocol import Store
from mock_isales.engine.worlds import DEFAULT_WORLD, World, judges_under

US_PER_SECOND = 1_000_000

NAME = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.:-]{0,127}")
"""What a world may be called: it stands in addresses and headers."""

_KINDS_OF_TERMS = 64
"""For how many kinds of terms the judges are kept: worlds under the same terms share them."""

TermsOf = Callable[[Said], Terms]
"""Tells what a world's calls are judged under, of which this was said."""


class BadName(ValueError):  # noqa: N818 - it reads as what it says
    """A world cannot be called that; the message says what it may be."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"{name[:130]!r} is no world's name: 1 to 128 letters, digits, '_', '-', '.' and ':', the first a letter, "
            "a digit or '_'"
        )


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
    """

    def __init__(
        self, store: Store, seed: Seed, terms_of: TermsOf, host: HostTime, limits: Limits | None = None
    ) -> None:
        self.store = store
        self.limits = limits or Limits()
        self._seed = seed
        self._terms_of = terms_of
        self._host = host
        self._budget = Budget(self.limits.journals)
        self._judges = lru_cache(_KINDS_OF_TERMS)(judges_under)
        self._changing = asyncio.Lock()
        self._open: dict[str, World] = {}
        self._next_end = 0

    def open_kept(self) -> None:
        """Open the worlds that the store keeps."""
        for name in self.store.worlds():
            self._open[name] = self._opened(name, self._terms_of(self.store.said(name)))

    def names(self) -> list[str]:
        """The names of the worlds that are there, ascending."""
        return sorted(self._open)

    async def listed(self) -> list[World]:
        """The worlds that are there, by name. To list them is not to use them."""
        await self._end_idle(self._host())
        return [self._open[name] for name in self.names()]

    async def enter(self, name: str) -> World:
        """The world of that name; at its first use it is made.

        Raises:
            BadName: No world can be called that.
            TooManyWorlds: There is no room for another one.
            StoreFailure: It cannot be made.
        """
        world = await self.find(name)
        return world if world is not None else await self._make_once(name)

    async def find(self, name: str) -> World | None:
        """The world of that name, if it is there."""
        now = self._host()
        if now >= self._next_end:
            await self._end_idle(now)
        world = self._open.get(name)
        if world is not None:
            world.last_used = now
        return world

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
        async with self._changing:
            return await self._make(name, seed)

    async def end(self, name: str) -> bool:
        """End a world, with all that is kept of it; whether it was there."""
        async with self._changing:
            return await self._end(name)

    def close(self) -> None:
        """Let go of whoever waits for a call."""
        for world in self._open.values():
            world.journal.close()

    def terms_of(self, said: Said) -> Terms:
        """What the calls of a world are judged under, of which this was said."""
        return self._terms_of(said)

    async def _make_once(self, name: str) -> World:
        async with self._changing:
            if name in self._open:  # another call has made it meanwhile
                return self._open[name]
            return (await self._make(name, None))[0]

    async def _make(self, name: str, seed: Seed | None) -> tuple[World, bool]:
        if not NAME.fullmatch(name):
            raise BadName(name)
        world = self._open.get(name)
        if world is None and len(self._open) >= self.limits.worlds:
            raise TooManyWorlds(
                f"there are {self.limits.worlds} worlds, as many as the server lets there be: end one that is not used "
                "any more, or start the server with a higher --worlds-max"
            )
        content = content_of(self._seed if seed is None else seed, own=seed is not None)
        host_clock = WorldClock(self._host)
        await self.store.administer(name, host_clock, lambda kept: kept.replace(content))
        terms = self._terms_of(content.said)
        if world is None:
            world = self._open[name] = self._opened(name, terms)
            return world, True
        world.begin_anew(terms)
        return world, False

    async def _end(self, name: str) -> bool:
        world = self._open.get(name)
        if world is None:
            return False
        await self.store.administer(name, world.clock, lambda kept: kept.remove())
        del self._open[name]
        world.journal.close()
        return True

    async def _end_idle(self, now: int) -> None:
        """End the worlds that nobody has used for long, and say when the next one may be due."""
        if not self.limits.idle:
            self._next_end = sys.maxsize
            return
        idle = round(self.limits.idle * US_PER_SECOND)
        self._next_end = now + idle
        async with self._changing:
            for name, world in list(self._open.items()):
                if name == DEFAULT_WORLD or world.waiting:
                    continue
                if now - world.last_used >= idle:
                    await self._end(name)
                else:
                    self._next_end = min(self._next_end, world.last_used + idle)

    def _opened(self, name: str, terms: Terms) -> World:
        journal = Journal(self.limits.journal, self._budget)
        world = World(name, terms, self.store, WorldClock(self._host), journal, self._judges)
        world.last_used = self._host()
        return world
