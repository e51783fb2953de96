"""A report: what was covered of which points, and what was left out on purpose."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from mock_isales.engine.coverage.coverage import Coverage
from mock_isales.engine.coverage.omissions import Omissions, needless, omitted
from mock_isales.engine.coverage.points import POINTS, UNRAISED, Group, Point


class Part(NamedTuple):
    """How much of some points was met.

    Attributes:
        met: How many.
        total: Of how many; those that were left out and not met do not count.
    """

    met: int
    total: int

    @property
    def percent(self) -> float:
        """The same in per cent, rounded down to a tenth: 100 is all."""
        return self.met * 1000 // self.total / 10 if self.total else 100.0

    def __str__(self) -> str:
        return f"{self.met} of {self.total}"


@dataclass(frozen=True)
class Report:
    """What is to be told of a coverage.

    Attributes:
        coverage: What was met.
        omissions: What was left out on purpose.
        notes: What else is to be known of how it was found.
    """

    coverage: Coverage
    omissions: Omissions = field(default_factory=dict)
    notes: Sequence[str] = ()

    @cached_property
    def omitted(self) -> Mapping[str, str]:
        """The points that were left out and not met, with their reasons."""
        return {each: why for each, why in omitted(self.omissions).items() if not self.is_met(each)}

    @cached_property
    def needless(self) -> list[str]:
        """What was left out although it was met."""
        return needless(self.omissions, self.coverage.points)

    @property
    def whole(self) -> Part:
        """How much of all points was met."""
        return self._part(POINTS.values())

    def is_met(self, point: str) -> bool:
        """Whether a point was met."""
        return point in self.coverage.points

    def of(self, operation: str, group: Group | None = None) -> Part:
        """How much of an operation's points was met, or of one group of them."""
        return self._part(points_in(operation, group))

    def missed(self) -> Iterator[Point]:
        """The points that were neither met nor left out."""
        return (each for each in POINTS.values() if not self.is_met(each.id) and each.id not in self.omitted)

    def unraised_missed(self, operation: str) -> list[str]:
        """The codes that an operation documents, that no clause raises, and that no fault has answered either."""
        injected = self.coverage.injected_in(operation)
        return [code.value for code in UNRAISED[operation] if code.value not in injected]

    def is_under(self, percent: float) -> bool:
        """Whether less was met than so many per cent."""
        whole = self.whole
        return whole.met * 100 < percent * whole.total

    def _part(self, points: Iterable[Point]) -> Part:
        counted = [self.is_met(each.id) for each in points if each.id not in self.omitted]
        return Part(sum(counted), len(counted))


def points_in(operation: str, group: Group | None = None) -> Iterator[Point]:
    """The points of an operation, or one group of them."""
    return (each for each in POINTS.values() if each.operation == operation and group in {None, each.group})
