"""The faults of a world: set, listed and taken away, and struck with."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from pydantic import TypeAdapter

from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import Call
from mock_isales.engine.faults.forms import Fault, SetFault, SetFaults
from mock_isales.engine.faults.injections import Injection
from mock_isales.engine.faults.matching import Traits
from mock_isales.engine.faults.when import Rule
from mock_isales.engine.forms import microseconds_of, time_of

_LIST: TypeAdapter[list[SetFault]] = TypeAdapter(SetFaults)


@dataclass(slots=True)
class _Standing:
    """A fault that has been set; what it goes by is worked out once."""

    id: int
    fault: Fault
    set_at: int
    seen: int = 0
    hits: int = 0
    operations: list[str] = field(init=False)
    rule: Rule = field(init=False)
    end: int | None = field(init=False)
    last_hit: int | None = field(init=False)

    def __post_init__(self) -> None:
        until = self.fault.until
        self.operations = [each.operation for each in self.fault.interfaces]
        self.rule = self.fault.when.rule()
        self.end = until.end(self.set_at) if until else None
        self.last_hit = until.hits if until else None

    def over(self, now: int) -> bool:
        """Whether it has ended. By time it ends as the clock says: set back, that lets it go on."""
        return (self.last_hit is not None and self.hits >= self.last_hit) or (self.end is not None and now >= self.end)

    @property
    def is_exhausted(self) -> bool:
        """Whether it goes on to see calls, and strikes none any more."""
        last = self.fault.when.last
        return last is not None and self.seen >= last

    def strikes(self, operation: str, traits: Traits, now: int) -> bool:
        """Whether a call is struck. One that is meant is counted as seen."""
        if operation not in self.operations or self.over(now) or not self.fault.match.fits(traits):
            return False
        self.seen += 1
        if not self.rule(self.seen):
            return False
        self.hits += 1
        return True

    def injection(self) -> Injection:
        """What is done to the call that was struck last."""
        return self.fault.answer.injection(str(self.id), self.hits, counts_for_pace=self.fault.counts_for_pace)

    def told(self, now: int) -> SetFault:
        """The fault as it is told to a client; what was left unsaid stays unsaid."""
        return SetFault(
            **_said(self.fault),
            id=str(self.id),
            seen=self.seen,
            hits=self.hits,
            set_at=time_of(self.set_at),
            ended=self.is_exhausted or self.over(now),
        )


class Faults:
    """The faults of a world, in the order in which they were set. All times are microseconds since the epoch."""

    def __init__(self) -> None:
        self._standing: list[_Standing] = []
        self._last_id = 0

    def put(self, fault: Fault, now: int) -> SetFault:
        """Set a fault, behind those that are there.

        Args:
            fault: What it does.
            now: The world's time.
        """
        self._last_id += 1
        standing = _Standing(self._last_id, fault, now)
        self._standing.append(standing)
        return standing.told(now)

    def listed(self, now: int) -> list[SetFault]:
        """All faults, those that have ended too.

        Args:
            now: The world's time, which decides about what has ended.
        """
        return [standing.told(now) for standing in self._standing]

    def remove(self, fault_id: str) -> bool:
        """Take a fault away; whether it was there."""
        kept = [standing for standing in self._standing if str(standing.id) != fault_id]
        found = len(kept) < len(self._standing)
        self._standing = kept
        return found

    def clear(self) -> None:
        """Take all faults away; their ids are not given again."""
        self._standing = []

    def restore(self, faults: Iterable[SetFault]) -> None:
        """Replace all faults by some that were listed once; each goes on from where it was."""
        self._standing = [
            _Standing(int(each.id), Fault(**_said(each)), microseconds_of(each.set_at), each.seen, each.hits)
            for each in faults
        ]
        self._last_id = max([self._last_id, *(standing.id for standing in self._standing)])

    def json(self, now: int) -> str:
        """All faults as JSON, from which they can be restored: the same text for the same faults.

        Args:
            now: The world's time.
        """
        return written(self.listed(now))

    def restore_json(self, faults: str, last_id: int = 0) -> None:
        """Replace all faults by those that were written as JSON once.

        Args:
            faults: The text.
            last_id: The last id that was given out then.
        """
        self.restore(_LIST.validate_json(faults))
        self._last_id = max(self._last_id, last_id)

    @property
    def last_id(self) -> int:
        """The last id that was given out, 0 at first."""
        return self._last_id

    def strike(self, interface: Interface[Any], call: Call[Any], now: int) -> Injection | None:
        """What is done to a call; None: nothing.

        The faults that are meant for it see it in the order in which they were set, up to the one that strikes.

        Args:
            interface: Which interface is called.
            call: A call that is valid in itself.
            now: The world's time.
        """
        if not self._standing:
            return None
        traits = Traits(call)
        for standing in self._standing:
            if standing.strikes(interface.operation, traits, now):
                return standing.injection()
        return None


def _said(fault: Fault) -> dict[str, Any]:
    """What was said of a fault, by its name."""
    return {name: getattr(fault, name) for name in Fault.model_fields if name in fault.model_fields_set}


def written(faults: list[SetFault]) -> str:
    """Faults as JSON, from which they can be restored."""
    return _LIST.dump_json(faults, exclude_unset=True).decode()
