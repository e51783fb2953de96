"""A call to a world that is shared: one transaction, from what the world holds to the entry in its journal."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

from mock_isales.engine.clocks import ClockMode, HostTime, WorldClock
from mock_isales.engine.deciding import Valid
from mock_isales.engine.decisions import Decision
from mock_isales.engine.held import NO_FAULTS, Held
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.shared.mirror import Mirror
from mock_isales.engine.shared.protocol import CallTransaction, Identity, Stale
from mock_isales.engine.worlds import Answers

if TYPE_CHECKING:  # they are imported where they are set: few servers in CI have any
    from mock_isales.engine.faults.faults import Faults
    from mock_isales.engine.faults.injections import Injection

PointsOf = Callable[[Entry], Sequence[str]]
"""Tells which points of coverage a call meets."""


@dataclass(slots=True)
class Keeping:
    """Puts calls into the journal of a world, within a transaction.

    Attributes:
        journal: What the process knows of it.
        points_of: Tells what of the contract they meet; None where nobody counts that.
        heard: Which world the journal was last heard of in; None before.
        unwritten: Those that are still to be kept: when they were made, the database failed.
        kept: Those that this transaction keeps, if it is committed.
        trims: The id before which it drops all calls; None if it drops none.
    """

    journal: Mirror
    points_of: PointsOf | None
    heard: Identity | None = None
    unwritten: Sequence[Entry] = ()
    kept: list[Entry] = field(default_factory=list)
    trims: int | None = None

    def keep(self, call: CallTransaction, entry_of: Callable[[int], Entry | None] = lambda _: None) -> None:
        """Keep a call, and before it those that are still to be kept.

        Args:
            call: The transaction.
            entry_of: Makes the call's entry, by the id that it gets; or tells that there is none yet.
        """
        self.kept.clear()
        for each in self.unwritten:
            self._keep(call, each)
        entry = entry_of(call.next_entry_id)
        if entry is not None:
            self._keep(call, entry)
        # Of a journal that has begun anew, others may have kept calls whose ids are lower.
        self.trims = self.journal.to_trim() if call.identity == self.heard else None
        if self.trims is not None:
            call.trim(self.trims)

    def _keep(self, call: CallTransaction, entry: Entry) -> None:
        if self.journal.has_room_for(entry):
            call.keep(entry)
        else:
            call.skip(entry)
        if self.points_of is not None:
            call.meet(self.points_of(entry))
        self.kept.append(entry)


@dataclass(slots=True)
class SharedCall:
    """The step of one call.

    Attributes:
        known: Which world the process knows; the call is judged under what holds there.
        held: What holds for the call, where calls do not change that.
        host: The host's time.
        judged: The call, or what refuses it in itself.
        struck: Tells what a fault does to it.
        answers: Answers it.
        keeping: Keeps it.
        is_again: Whether it is decided about once more, as others have changed what holds: also the clock, perhaps.
        decision: What was decided last: a step may be taken again.
    """

    known: Identity | None
    held: Held
    host: HostTime
    judged: Valid | Decision
    struck: "Callable[[Valid, Faults | None, int], Injection | None]"
    answers: Answers | None
    keeping: Keeping
    is_again: bool = False
    decision: Decision | None = None

    def take(self, call: CallTransaction) -> Decision:
        """Decide about the call, do what it asks for, and keep it.

        Raises:
            Stale: Others have changed what holds for it.
        """
        self.decision = None  # that of a step which was undone may have rested on what others did before it
        if call.identity != self.known:
            raise Stale("what holds in the world has been changed meanwhile")
        held = call.held() if call.is_stirred else self.held
        clock = WorldClock(self.host, held.clock)
        now = clock()
        faults = faults_of(held)
        self.decision = decision = self._decide(call, faults, now)
        clock.tick()
        if call.is_stirred:
            call.put_held(held_by(held, clock, faults))
        call.use(self.host())
        at = None if clock.state.mode is ClockMode.REAL and not self.is_again else now
        self.keeping.keep(call, partial(self._entry, decision, at))
        return decision

    def _entry(self, decision: Decision, at: int | None, entry_id: int) -> Entry | None:
        entry = None if self.answers is None else self.answers(decision, entry_id)
        if entry is not None and at is not None:
            entry.at = at
        return entry

    def _decide(self, call: CallTransaction, faults: "Faults | None", now: int) -> Decision:
        judged = self.judged
        if isinstance(judged, Decision):
            return judged
        return judged.decide(self.struck(judged, faults, now), call.campaign_at(now))


def faults_of(held: Held) -> "Faults | None":
    """The faults that are held; None if there are none."""
    if held.faults == NO_FAULTS:
        return None
    return some_faults(held)


def some_faults(held: Held) -> "Faults":
    """The faults that are held, to which some can be added."""
    faults: Faults = import_module("mock_isales.engine.faults.faults").Faults()
    faults.restore_json(held.faults, held.last_fault_id)
    return faults


def held_by(before: Held, clock: WorldClock, faults: "Faults | None") -> Held:
    """What is held once a clock and faults have gone on."""
    if faults is None:
        return Held(clock.state, NO_FAULTS, before.last_fault_id)
    return Held(clock.state, faults.json(clock()), faults.last_id)
