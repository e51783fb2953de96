"""Worlds: a world decides about calls, under its own terms, on its own clock."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import replace
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mock_isales.contract.clauses import Refusal
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import Call
from mock_isales.contract.requests import AddOutboundNumbers
from mock_isales.contract.service import Terms
from mock_isales.engine.clocks import ClockState, WorldClock
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.injections import Injection
from mock_isales.engine.journal.journal import Journal
from mock_isales.engine.served import DOCUMENTED, Judges, Served
from mock_isales.engine.steps import adds_records, count_call, pass_over, pretended
from mock_isales.engine.stores.protocol import CampaignKey, NotBegun, Store, StoreFailure, Transaction, WorldGone

if TYPE_CHECKING:  # they are imported where they are asked for: few servers in CI have any
    from mock_isales.engine.coverage.coverage import WorldCoverage
    from mock_isales.engine.faults.faults import Faults

DEFAULT_WORLD = "default"

MagicOf = Callable[[Interface[Any], Call[Any]], Injection | None]
"""What the magic values of a call do to it."""


class World:
    """One contact centre of its own.

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

    def begin_anew(self, terms: Terms) -> None:
        """Forget what the process holds of it: its clock goes as the host's, no faults, no calls, nothing covered."""
        self.terms = terms
        self.clock.state = ClockState()
        if self._faults is not None:
            self._faults.clear()
        self.journal.clear()
        if self.coverage is not None:
            self.coverage.clear()

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

    async def decide(
        self, interface: Interface[Any], content_type: str | None, vdn: str, campaign: str, body: bytes
    ) -> Decision:
        """Judge a call and, if nothing refuses it, do what it asks for (steps 2 to 14 of the order of the checks).

        A fault strikes a call that is valid in itself, before its campaign is looked at.

        Args:
            interface: Which interface is called.
            content_type: The header, None without it.
            vdn: The path's first parameter, as it was sent.
            campaign: The path's second parameter, as it was sent.
            body: The body, as it was sent.

        Raises:
            WorldGone: It has been ended meanwhile; nothing has been done.
        """
        try:
            return await self._decide(interface, content_type, vdn, campaign, body)
        finally:
            self.clock.tick()

    async def _decide(
        self, interface: Interface[Any], content_type: str | None, vdn: str, campaign: str, body: bytes
    ) -> Decision:
        terms = self.terms
        call = self._judges[interface.operation].judge(content_type, vdn, campaign, body)
        if isinstance(call, Refusal):
            return Decision(interface, terms, call)
        injection = None if self._faults is None else self._faults.strike(interface, call, self.clock())
        if injection is None and self._magic_of is not None:
            injection = self._magic_of(interface, call)
        if injection is None:
            return await self._act(interface, call, terms)
        if injection.replaces:
            return await self._inject(interface, call, terms, injection)
        return replace(await self._act(interface, call, terms), injection=injection)

    async def _inject(self, interface: Interface[Any], call: Call[Any], terms: Terms, injection: Injection) -> Decision:
        """Do nothing of what a call asks for, but find out what would have become of it; the pace may count it."""
        key = CampaignKey(self.name, call.vdn, call.campaign)
        counts = injection.counts_for_pace and adds_records(interface)
        without = None
        with suppress(StoreFailure):
            step = partial(pass_over, interface, terms, call.request, counts=counts)
            without = await self.store.transact(key, self.clock, step)
        added = None
        if injection.code == ResultCode.SUCCESS and adds_records(interface):
            added = pretended(terms, call.request, self.clock())
        return Decision(interface, terms, added=added, injection=injection, without_fault=without)

    async def _act(self, interface: Interface[Any], call: Call[Any], terms: Terms) -> Decision:
        key = CampaignKey(self.name, call.vdn, call.campaign)
        take = self._steps[interface.operation]
        if self.coverage is not None:
            take = self.coverage.measuring(interface, take)
        decided: list[Decision] = []  # the last one stands: a step may be taken again

        def step(campaign: Transaction) -> None:
            decided.append(take(interface, terms, call.request, campaign))

        try:
            await self.store.transact(key, self.clock, step)
        except WorldGone:
            raise
        except StoreFailure as failure:
            if adds_records(interface) and not isinstance(failure, NotBegun):
                await self._count_unstored(interface, key, call.request, terms)
            return unstored(decided, Decision(interface, terms, storing_refusal(interface, str(failure))))
        return decided[-1]

    async def _count_unstored(
        self, interface: Interface[Any], key: CampaignKey, request: AddOutboundNumbers, terms: Terms
    ) -> None:
        """A call that could not be stored has still been made: the pace counts it, if the database lets it.

        Where no transaction could begin, that one could not either: nobody waits for it once more.
        """
        with suppress(StoreFailure):
            await self.store.transact(key, self.clock, partial(count_call, interface, terms, request))


def _magic() -> MagicOf:
    """What tells the magic values of calls. It is imported where they are asked for."""
    magic_of: MagicOf = import_module("mock_isales.engine.faults.magic").magic_of
    return magic_of


def unstored(decided: Sequence[Decision], failed: Decision) -> Decision:
    """What becomes of a call when the database fails: a refusal decided before stands, as the first check decides."""
    return decided[-1] if decided and decided[-1].refusal else failed


def storing_refusal(interface: Interface[Any], reason: str) -> Refusal:
    """The refusal of a call that the database could not store; 0200001, where that is its code, has a detail."""
    announced = interface.storing.code is ResultCode.PARAMETER_ERROR
    detail = ResultCode.DATABASE_ERROR.sentence if announced else None
    return interface.storing.refuse("", reason, detail)


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
