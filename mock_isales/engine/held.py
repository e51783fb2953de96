"""What a world holds beside its campaigns, as values: what several processes, or one that starts again, share."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mock_isales.engine.clocks import ClockMode, ClockState
from mock_isales.engine.journal.entries import Entry

NO_FAULTS = "[]"


@dataclass(frozen=True, slots=True)
class Held:
    """What holds for a world's next call.

    Attributes:
        clock: What its clock goes by.
        faults: Those that are set, as the JSON of `SetFaults`.
        last_fault_id: The last one that was given out, 0 at first.
    """

    clock: ClockState = field(default_factory=ClockState)
    faults: str = NO_FAULTS
    last_fault_id: int = 0

    @property
    def is_stirred(self) -> bool:
        """Whether each call changes it."""
        return self.faults != NO_FAULTS or self.clock.mode is ClockMode.MANUAL


@dataclass(frozen=True, slots=True)
class Beginning:
    """What a world begins anew with, beside its campaigns.

    Attributes:
        clock: What its clock goes by.
        faults: Those that are set, as the JSON of `SetFaults`; each goes on from where it was.
        entries: Its journal's, in any order.
        dropped: How many had been dropped where they come from.
    """

    clock: ClockState = field(default_factory=ClockState)
    faults: str = NO_FAULTS
    entries: Sequence[Entry] = ()
    dropped: int = 0


@dataclass(frozen=True, slots=True)
class Position:
    """How far a process knows a journal.

    Attributes:
        beginnings: How often the journal had begun anew.
        last_id: The id of the last call that is known.
        key: That of the world, which no other one ever has; 0 while none is known.
    """

    beginnings: int = 0
    last_id: int = 0
    key: int = 0


@dataclass(frozen=True, slots=True)
class News:
    """What has become of a journal since a process has known it.

    Attributes:
        position: How far it is known now.
        is_anew: Whether it has begun anew: then nothing that was kept before is there any more.
        begun_after: The id of its last call when it last began.
        dropped: How many calls it has dropped since, or had dropped where it comes from.
        first_id: The id of the oldest call that is kept, or would be.
        entries: The calls since, or all of them; oldest first.
        is_other: Whether the one that was known has ended with its world: another world has its name.
    """

    position: Position
    is_anew: bool
    begun_after: int
    dropped: int
    first_id: int
    entries: Sequence[Entry]
    is_other: bool = False
