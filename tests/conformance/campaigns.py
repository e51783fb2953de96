"""The campaigns of seed.yaml, by kind. A call takes the next one, so that the pace of one never meets another's."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum
from itertools import cycle

from tests.conformance.interfaces import CN, Interface


@dataclass(frozen=True)
class Range:
    vdn: int
    first: int
    last: int
    again: bool = False  # start over after the last: by then its pace is over, but what was added is still there


class Kind(Enum):
    """One kind of campaign and where the seed has it: running, with a predicted dialler and no policy unless said."""

    PLAIN = Range(1, 1001, 2600, again=True)
    CALLING = Range(1, 4201, 4260, again=True)  # for calling numbers, which know no pace
    FUZZED = Range(1, 4501, 4900, again=True)
    EMPTY = Range(1, 4301, 4420)  # for cases that count what it has
    COMPLETED = Range(1, 3001, 3100)
    DRAFT = Range(1, 3101, 3160)
    PAUSED = Range(1, 3201, 3260)
    IVR = Range(1, 6001, 6240)  # drives an intelligent IVR flow
    CONTACT = Range(1, 3301, 3420)  # result policy: contact
    BY_ROUND = Range(1, 3481, 3600)  # call mode: by round
    IVR_CONTACT = Range(1, 3601, 3660)
    COMPLETED_IVR_CONTACT = Range(1, 3701, 3760)
    NEARLY_FULL = Range(1, 3801, 3900)  # 199,990 pending records
    FIVE_PENDING = Range(1, 3901, 3960)
    FULL = Range(1, 4001, 4060)  # 200,000 pending records
    NUMBERED = Range(1, 4101, 4160)  # has the calling number 10086 already
    OTHER_VDN = Range(2, 5001, 5060)  # its VDN has no blocklist and no provisioned numbers


def usual(to: Interface) -> Kind:
    return Kind.CALLING if to is CN else Kind.PLAIN


@dataclass
class Campaigns:
    """Hands out campaigns of one server; several workers on one given server take every `step`-th each."""

    start: int = 0
    step: int = 1
    _left: dict[Kind, Iterator[int]] = field(default_factory=dict)

    def fresh(self, kind: Kind) -> int:
        where = kind.value
        mine = range(where.first, where.last + 1)[self.start :: self.step]
        left = self._left.setdefault(kind, cycle(mine) if where.again else iter(mine))
        try:
            return next(left)
        except StopIteration:
            raise LookupError(f"the seed has no fresh campaign of the kind {kind.name} left") from None
