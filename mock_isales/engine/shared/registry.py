"""The worlds of a server that shares them with other processes: each knows those that it has been asked for."""

import asyncio
import logging
from collections.abc import Awaitable, Callable, Collection
from contextlib import aclosing, suppress
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from mock_isales.contract.service import Terms
from mock_isales.engine.contents import Said, WorldContent
from mock_isales.engine.held import Beginning
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.registry import Worlds
from mock_isales.engine.shared.mirror import Mirror
from mock_isales.engine.shared.protocol import SharedAdministration, SharedStore
from mock_isales.engine.shared.worlds import SharedWorld
from mock_isales.engine.stores.protocol import StoreFailure
from mock_isales.engine.worlds import World

if TYPE_CHECKING:  # it is imported where coverage is counted: few servers in CI do
    from mock_isales.engine.coverage.coverage import Coverage

logger = logging.getLogger("mock_isales")

_TOGETHER_SECONDS = 0.05
"""What others change within that time is looked at once."""
_WAITING_SECONDS = 0.1
"""So often somebody who waits for calls looks for them, where the database does not tell of them."""
_AGAIN_SECONDS = 0.5
"""After so long a database that has gone is called again."""


class SharedWorlds(Worlds):
    """The worlds of a server whose store other processes use, too."""

    store: SharedStore
    _open: dict[str, SharedWorld]  # type: ignore[assignment] # all that are opened here are

    async def enter(self, name: str, *, up_to_date: bool = False) -> World:
        """The world of that name; at its first use it is made. Where the database has gone, as it was known last.

        Args:
            name: Which one.
            up_to_date: Whether what others have changed in it is to be known already: a call that it decides about
                finds that out by itself, and nobody looks for it twice.

        Raises:
            BadName: No world can be called that.
            TooManyWorlds: There is no room for another one.
            StoreFailure: It cannot be made, and is not known.
        """
        await self._end_idle()
        known = self._open.get(name)
        if known is not None and not up_to_date:
            known.touch()
            return known
        try:
            return await super().enter(name)
        except StoreFailure:
            if known is None:
                raise
            known.touch()
            return known

    async def find(self, name: str) -> World | None:
        """The world of that name, if it is there; what others have changed in it is known then.

        Raises:
            StoreFailure: The database failed.
        """
        await self._end_idle()
        world = await self._looked_at(name, SharedWorld.refresh)
        if world is not None:
            world.touch()
        return world

    async def listed(self) -> list[World]:
        """The worlds that are there, by name. To list them is not to use them."""
        await self._end_idle()
        await self._open_all()
        listed: list[World] = []
        for name in self.names():
            world = await self._looked_at(name, partial(SharedWorld.look, with_news=True))
            if world is not None:
                listed.append(world)
        return listed

    async def covered(self) -> "Coverage | None":
        """What of the contract the calls of all worlds have met, also of those that have ended; None: nobody counts."""
        return None if self.coverage is None else self.coverage.of_met(await self.store.met())

    def covered_at_end(self) -> "Coverage | None":
        """The same, for the end of a server: it may wait for the disk."""
        return None if self.coverage is None else self.coverage.of_met(self.store.met_at_end())

    async def forget_covered(self) -> None:
        """Forget that, of all worlds too."""
        await self.store.met(forget=True)

    async def follow(self) -> None:
        """Know within 200 ms what other processes change, as long as this is awaited."""
        changed: set[str] = set()
        await asyncio.gather(self._listen(changed), self._look_at(changed), self._look_for_waiting())

    async def _listen(self, changed: set[str]) -> None:
        """Note which worlds others change; an empty name stands for all of them."""
        has_gone = False
        while True:
            try:
                async with aclosing(self.store.changed()) as names:  # type: ignore[type-var]
                    async for name in names:
                        changed.add(name)
                        has_gone = False
            except ConnectionError as error:
                if not has_gone:
                    logger.warning(
                        "the database tells no more what other processes change, and is asked again: %s", error
                    )
                has_gone = True
            await asyncio.sleep(_AGAIN_SECONDS)

    async def _looked_at(self, name: str, look: Callable[[SharedWorld], Awaitable[bool]]) -> SharedWorld | None:
        """A world as it is now, if it is there. One that has ended is let go of; another may have its name already."""
        world = self._open.get(name)
        if world is not None:
            if await look(world):
                return world
            self._forget(name, world)
        world = self._unknown(name)
        if not await look(world):
            return None
        if self._open.setdefault(name, world) is world:
            return world
        world.journal.close()
        return await self._looked_at(name, look)  # somebody has opened it meanwhile, who may know less of it

    async def _look_at(self, changed: set[str]) -> None:
        while True:
            await asyncio.sleep(_TOGETHER_SECONDS)
            names = self.names() if "" in changed else sorted(changed & self._open.keys())
            changed.clear()
            for name in names:
                await self._look(name)

    async def _look_for_waiting(self) -> None:
        while True:
            await asyncio.sleep(_WAITING_SECONDS)
            for name in [name for name, world in self._open.items() if world.waiting or world.journal.is_far_behind]:
                await self._look(name)

    async def _look(self, name: str) -> None:
        """Look at a world; a database that fails is asked again later."""
        world = self._open.get(name)
        with suppress(StoreFailure):
            if world is not None and not await world.look():
                self._forget(name, world)

    async def _open_all(self) -> None:
        """Open all worlds that are there, and forget those that are not."""
        there = await self.store.names()
        for name in there:
            if name not in self._open:
                self._open[name] = self._unknown(name)
                self._open[name].touch()
        for name in self._open.keys() - there:
            self._forget(name)

    def _forget(self, name: str, ended: SharedWorld | None = None) -> None:
        """Somebody has ended a world; if it is told which one, another of its name stays."""
        world = self._open.get(name)
        if world is not None and ended in {None, world}:
            del self._open[name]
            world.journal.close()

    async def _there(self) -> Collection[str]:
        return await self.store.names()

    async def _put(self, name: str, content: WorldContent, beginning: Beginning | None) -> tuple[World, bool]:
        def step(kept: SharedAdministration) -> bool:
            is_new = not kept.exists
            kept.replace(content)
            kept.forget_met()
            if beginning is not None:
                kept.begin(beginning)
            return is_new

        is_new = await self.store.share(name, self.new_clock(), step)
        world = await self._looked_at(name, SharedWorld.refresh) or self._unknown(name)
        world.touch()
        return world, is_new

    async def _end(self, name: str) -> bool:
        def step(kept: SharedAdministration) -> bool:
            is_there = kept.exists
            kept.remove()
            return is_there

        world = self._open.pop(name, None)  # nobody is led into it meanwhile
        try:
            is_there = await self.store.share(name, self.new_clock(), step)
        except BaseException:
            if world is not None:
                self._open.setdefault(name, world)
            raise
        if world is not None:
            world.journal.close()
        return is_there

    async def _end_unused(self, world: World, since: int) -> None:
        def step(kept: SharedAdministration) -> int | None:
            last_used = max(kept.last_used(), world.last_used) if kept.exists else since
            if last_used <= since:
                kept.remove()
                return None
            return last_used

        last_used = await self.store.share(world.name, self.new_clock(), step)
        if last_used is None:
            self._forget(world.name)
        else:
            world.last_used = last_used

    async def _end_idle(self) -> None:
        if self.limits.idle and self._host() >= self._next_end:
            with suppress(StoreFailure):
                await self._open_all()
        await super()._end_idle()

    def _unknown(self, name: str) -> SharedWorld:
        """A world of which nothing is known yet."""
        return self._made(name, self._terms_of(Said(self.seed)))

    def _opened(self, name: str, terms: Terms) -> World:
        world = self._open[name] = self._made(name, terms)
        world.touch()
        return world

    def _made(self, name: str, terms: Terms) -> SharedWorld:
        coverage = None if self.coverage is None else self.coverage.of_world(self.tally)
        points_of = None if coverage is None else _met_by()
        journal = Mirror(self.limits.journal, self._budget)
        told = name, terms, self.store, self.new_clock(), journal, self.served, self._judges, coverage
        return SharedWorld(*told, terms_of=self._terms_of, tally=self.tally, points_of=points_of)


def _met_by() -> Callable[[Entry], list[str]]:
    """What tells which points calls meet. It is imported where coverage is counted."""
    met_by: Callable[[Entry], list[str]] = import_module("mock_isales.engine.coverage.coverage").met_by
    return met_by
