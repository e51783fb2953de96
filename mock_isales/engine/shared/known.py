"""What a process knows of a world that it shares with others: it looks what they have changed, and it changes it."""

import asyncio
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from mock_isales.engine.clocks import ClockState, WorldClock
from mock_isales.engine.contents import Said
from mock_isales.engine.held import NO_FAULTS, Held
from mock_isales.engine.shared.calls import held_by, some_faults
from mock_isales.engine.shared.mirror import Mirror
from mock_isales.engine.shared.protocol import Identity, Look, SharedAdministration, SharedStore
from mock_isales.engine.stores.administration import Administration
from mock_isales.engine.stores.protocol import WorldGone
from mock_isales.engine.worlds import TermsOf, World

if TYPE_CHECKING:  # they are imported where they are asked for: few servers in CI have any
    from mock_isales.engine.coverage.coverage import Coverage
    from mock_isales.engine.faults.faults import Faults

T = TypeVar("T")


class KnownWorld(World):
    """A world whose clock, faults, journal and coverage lie in the store. What is here is what the process knows.

    Args:
        told: What any world is told.
        terms_of: What its calls are judged under.
    """

    store: SharedStore
    journal: Mirror

    def __init__(self, *told: Any, terms_of: TermsOf) -> None:  # noqa: ANN401 - as any world is
        super().__init__(*told)
        self._known: Identity | None = None
        self._heard: Identity | None = None
        self._held = Held()
        self._terms_of = terms_of
        self._looking: asyncio.Future[None] | None = None

    @property
    def faults(self) -> "Faults":
        """What it is to answer instead, as far as the process knows; `change_faults` changes it."""
        return some_faults(self._held)

    async def refresh(self) -> bool:
        """Know what other processes have changed; whether it is still there.

        Raises:
            StoreFailure: The database failed.
        """
        return await self._look(is_used=True)

    async def look(self, *, with_news: bool = False) -> bool:
        """The same, but to look is not to use it.

        Args:
            with_news: Whether to look at its journal, too, though nobody waits for calls.

        Raises:
            StoreFailure: The database failed.
        """
        is_followed = with_news or bool(self.waiting) or self.journal.is_far_behind
        return await self._look(is_used=bool(self.users), with_news=is_followed)

    async def change_clock(self, change: Callable[[WorldClock], None]) -> None:
        """Make its clock go another way.

        Raises:
            StoreFailure: The database failed; nothing has changed.
        """

        def step(kept: SharedAdministration) -> None:
            held = kept.held()
            clock = WorldClock(self.clock.host, held.clock)
            change(clock)
            kept.put_held(replace(held, clock=clock.state))

        await self.store.share(self.name, self.clock, step)
        await self._look_again()

    async def change_faults(self, change: "Callable[[Faults, int], T]") -> T:
        """Set faults, or take some away.

        Raises:
            StoreFailure: The database failed; nothing has changed.
        """

        def step(kept: SharedAdministration) -> T:
            held = kept.held()
            clock, faults = WorldClock(self.clock.host, held.clock), some_faults(held)
            changed = change(faults, clock())
            kept.put_held(held_by(held, clock, faults))
            return changed

        changed = await self.store.share(self.name, self.clock, step)
        await self._look_again()
        return changed

    async def put_said(
        self, step: Callable[[Administration], Said], terms_of: TermsOf, forget: Collection[str] = ()
    ) -> None:
        """Change what its calls are judged under, and forget what is to be forgotten, whole or not at all.

        Raises:
            StoreFailure: The database failed; nothing has changed.
        """

        def both(kept: SharedAdministration) -> None:
            step(kept)
            held = kept.held()
            clock = ClockState() if "clock" in forget else held.clock
            faults = NO_FAULTS if "faults" in forget else held.faults
            rest = replace(held, clock=clock, faults=faults)
            if rest != held:
                kept.put_held(rest)
            if "journal" in forget:
                kept.begin_journal()

        self._terms_of = terms_of
        await self.store.share(self.name, self.clock, both)
        await self._look_again()

    async def clear_journal(self) -> None:
        """Forget all calls. Ids go on.

        Raises:
            StoreFailure: The database failed; nothing has changed.
        """
        await self.store.share(self.name, self.clock, lambda kept: kept.begin_journal())
        await self._look_again()

    async def covered(self) -> "Coverage | None":
        """What of the contract its calls have met; None where nobody counts that.

        Raises:
            StoreFailure: The database failed.
        """
        if self.coverage is None:
            return None
        return self.coverage.of_met(await self.store.share(self.name, self.clock, lambda kept: kept.met()))

    async def _look_again(self) -> None:
        """Know what has been changed.

        Raises:
            WorldGone: It has been ended.
            StoreFailure: The database failed.
        """
        if not await self._look():
            raise WorldGone(f"nothing is kept of the world {self.name}")

    async def _look_together(self) -> None:
        """Know what has been changed; of many calls that find out at the same time, one looks."""
        if self._looking is None:
            self._looking = asyncio.ensure_future(self._look_again())
            self._looking.add_done_callback(self._looked)
        await asyncio.shield(self._looking)

    def _looked(self, looking: "asyncio.Future[None]") -> None:
        """The next one looks anew. What has failed is told to those who wait, if there still are some."""
        self._looking = None
        with suppress(asyncio.CancelledError):
            looking.exception()

    async def _look(self, *, is_used: bool = False, with_news: bool = True) -> bool:
        known = self.journal.position if with_news else None
        look = await self.store.look(self.name, known, self.clock.host() if is_used else None)
        if look is None or (look.news is not None and look.news.is_other):
            return False
        self._know(look)
        return True

    def _know(self, look: Look) -> None:
        if look.identity != self._known:
            self.terms = self._terms_of(look.said)
        self._known, self._held = look.identity, look.held
        self.clock.go_by(look.held.clock)
        self.last_used = max(self.last_used, look.last_used)
        if look.news is not None:
            self._heard = look.identity
            self.journal.hear(look.news)
