"""Worlds: a world decides about calls, under its own terms, on its own clock."""

from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

from mock_isales.contract.clauses import Refusal
from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import Call
from mock_isales.contract.service import Terms
from mock_isales.engine.clocks import ClockState, WorldClock
from mock_isales.engine.contents import Said
from mock_isales.engine.deciding import SentCall, Valid
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.injections import Injection
from mock_isales.engine.held import NO_FAULTS, Beginning
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.journal.journal import Journal
from mock_isales.engine.served import DOCUMENTED, Judges, Served
from mock_isales.engine.stores.administration import Administration
from mock_isales.engine.stores.protocol import CampaignKey, Store

if TYPE_CHECKING:  # they are imported where they are asked for: few servers in CI have any
    from mock_isales.engine.coverage.coverage import Coverage, WorldCoverage
    from mock_isales.engine.faults.faults import Faults

DEFAULT_WORLD = "default"

T = TypeVar("T")

_HELD = ("journal", "faults", "clock")
"""The parts of what a process holds of a world."""

MagicOf = Callable[[Interface[Any], Call[Any]], Injection | None]
"""What the magic values of a call do to it."""

EntryOf = Callable[[int | None], Entry]
"""Makes the journal's entry of a call, by the id that it is going to have; None if the journal cannot be asked now."""

Answers = Callable[[Decision, int | None], Entry | None]
"""Answers a call as it was decided, by the id of its entry, and makes that; None if the answer is not known yet."""

TermsOf = Callable[[Said], Terms]
"""Tells what a world's calls are judged under, of which this was said."""


class World:
    """One contact centre of its own. What it holds beside its campaigns is this process's.

    Attributes:
        name: What it is called.
        store: Where its campaigns, records, numbers, settings and readings are kept.
        clock: Its time.
        journal: The calls that were made to it.
        last_used: When it was last called or looked at, in microseconds of the host's clock.
        users: How many call it, or wait for its calls, right now: it does not end meanwhile.
        waiting: How many of them wait for its calls or follow them.
        coverage: What of the contract its calls have met; None where nobody counts that.
    """

    def __init__(  # noqa: PLR0913, PLR0917 - a world has that many sides
        self,
        name: str,
        terms: Terms,
        store: Store,
        clock: WorldClock,
        journal: Journal,
        served: Served = DOCUMENTED,
        judges: Callable[[Terms], Judges] | None = None,
        coverage: "WorldCoverage | None" = None,
    ) -> None:
        self.name = name
        self.store = store
        self.clock = clock
        self.journal = journal
        self.coverage = coverage
        self.last_used = 0
        self.users = 0
        self.waiting = 0
        self._faults: Faults | None = None
        self._steps = served.steps
        self._judges_under = judges or served.judges
        self.terms = terms

    @property
    def terms(self) -> Terms:
        """What its calls are judged under."""
        return self._terms

    @terms.setter
    def terms(self, terms: Terms) -> None:
        self._terms = terms
        self._judges = self._judges_under(terms)
        self._magic_of = _magic() if terms.service.magic_values else None

    @property
    def faults(self) -> "Faults":
        """What it is to answer instead."""
        if self._faults is None:
            self._faults = import_module("mock_isales.engine.faults.faults").Faults()
        return self._faults

    def begin_anew(self, terms: Terms, beginning: Beginning | None = None) -> None:
        """Forget what the process holds of it: its clock goes as the host's, no faults, no calls, nothing covered.

        Args:
            terms: What its calls are judged under from now on.
            beginning: What it holds instead; its ids are all different.
        """
        self.terms = terms
        for part in _HELD:
            self._forget(part)
        if self.coverage is not None:
            self.coverage.clear()
        if beginning is not None:
            self.clock.state = beginning.clock
            if beginning.faults != NO_FAULTS:
                self.faults.restore_json(beginning.faults)
            self.journal.restore(beginning.entries, dropped=beginning.dropped)

    async def refresh(self) -> bool:
        """Know what other processes have changed; whether it is still there."""
        return True

    async def change_clock(self, change: Callable[[WorldClock], None]) -> None:
        """Make its clock go another way.

        Raises:
            StoreFailure: The database failed; nothing has changed.
        """
        change(self.clock)

    async def change_faults(self, change: Callable[["Faults", int], T]) -> T:
        """Set faults, or take some away.

        Args:
            change: Does so, and is told the world's time.

        Raises:
            StoreFailure: The database failed; nothing has changed.
        """
        return change(self.faults, self.clock())

    async def put_said(
        self, step: Callable[[Administration], Said], terms_of: TermsOf, forget: Collection[str] = ()
    ) -> None:
        """Change what its calls are judged under, whole or not at all.

        Args:
            step: Changes what the store keeps.
            terms_of: What its calls are judged under afterwards.
            forget: What is forgotten besides: journal, faults, clock.

        Raises:
            StoreFailure: The database failed; nothing has changed.
        """
        self.terms = terms_of(await self.store.administer(self.name, self.clock, step))
        for part in forget:
            self._forget(part)

    async def clear_journal(self) -> None:
        """Forget all calls. Ids go on."""
        self.journal.clear()

    async def covered(self) -> "Coverage | None":
        """What of the contract its calls have met; None where nobody counts that."""
        return self.coverage

    def _forget(self, part: str) -> None:
        """Forget a part of what the process holds."""
        if part == "journal":
            self.journal.clear()
        elif part == "clock":
            self.clock.state = ClockState()
        elif self._faults is not None:
            self._faults.clear()

    def touch(self) -> None:
        """Somebody uses it now."""
        self.last_used = self.clock.host()

    def used(self) -> "_Use":
        """Somebody uses it for a while: as long as a block lasts."""
        return _Use(self)

    @contextmanager
    def followed(self) -> Iterator[None]:
        """Somebody waits for what happens here."""
        with self.used():
            self.waiting += 1
            try:
                yield
            finally:
                self.waiting -= 1

    async def decide(self, sent: SentCall, answers: Answers | None = None) -> Decision:
        """Judge a call and, if nothing refuses it, do what it asks for (steps 2 to 14 of the order of the checks).

        A fault strikes a call that is valid in itself, before its campaign is looked at.

        Args:
            sent: The call.
            answers: Answers it; the journal keeps what it returns.

        Raises:
            WorldGone: It has been ended meanwhile; nothing has been done.
        """
        try:
            decision = await self._decide(sent)
        finally:
            self.clock.tick()
        entry = None if answers is None else answers(decision, self.journal.next_id)
        if entry is not None:
            self.journal.add(entry)
        return decision

    async def record(self, entry_of: EntryOf) -> None:
        """Keep a call in the journal about which nothing was decided here, or whose answer took its time."""
        self.journal.add(entry_of(self.journal.next_id))

    async def _decide(self, sent: SentCall) -> Decision:
        judged = self._judge(sent)
        if isinstance(judged, Decision):
            return judged
        nothing_strikes = self._faults is None and self._magic_of is None  # then nobody asks for the time
        injection = None if nothing_strikes else self._struck(judged, self._faults, self.clock())
        key = CampaignKey(self.name, judged.call.vdn, judged.call.campaign)
        return await self.store.transact(key, self.clock, partial(judged.decide, injection))

    def _judge(self, sent: SentCall) -> Valid | Decision:
        """Judge a call in itself; what refuses it decides."""
        interface, content_type, vdn, campaign, body = sent
        terms = self.terms
        call = self._judges[interface.operation].judge(content_type, vdn, campaign, body)
        if isinstance(call, Refusal):
            return Decision(interface, terms, call)
        step = self._steps[interface.operation]
        if self.coverage is not None:
            step = self.coverage.measuring(interface, step)
        return Valid(interface, terms, call, step)

    def _struck(self, valid: Valid, faults: "Faults | None", now: int) -> Injection | None:
        """What is done to a call by one of the faults, or by its magic values."""
        injection = None if faults is None else faults.strike(valid.interface, valid.call, now)
        if injection is None and self._magic_of is not None:
            injection = self._magic_of(valid.interface, valid.call)
        return injection


def _magic() -> MagicOf:
    """What tells the magic values of calls. It is imported where they are asked for."""
    magic_of: MagicOf = import_module("mock_isales.engine.faults.magic").magic_of
    return magic_of


class _Use:
    """Counts who uses a world."""

    __slots__ = ("_world",)

    def __init__(self, world: World) -> None:
        self._world = world

    def __enter__(self) -> None:
        self._world.users += 1

    def __exit__(self, *_: object) -> None:
        self._world.users -= 1
        self._world.touch()
