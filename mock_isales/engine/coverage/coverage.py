"""Coverage: which points calls have met, and how often, of a server and of each of its worlds."""

from collections import Counter
from collections.abc import Mapping
from typing import Any, Self

from mock_isales.contract.interface import Interface
from mock_isales.engine.coverage.measuring import measuring
from mock_isales.engine.coverage.points import POINTS
from mock_isales.engine.coverage.seeing import Seen, seen
from mock_isales.engine.coverage.views import CoverageView
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.journal.tally import Tally
from mock_isales.engine.steps import Step


class Coverage:
    """Counts how many calls have met each point, whatever becomes of journals and worlds.

    Attributes:
        points: How many calls have met a point, by its id; those that were met.
        injected: How many calls were answered by faults, by operation and by what they were answered.
    """

    def __init__(self) -> None:
        self.points: Counter[str] = Counter()
        self.injected: Counter[tuple[str, str]] = Counter()

    @classmethod
    def of(cls, view: CoverageView) -> Self:
        """What is shown so."""
        coverage = cls()
        coverage.points.update(view.points)
        for operation, counts in view.injected.items():
            coverage.injected.update({(operation, label): count for label, count in counts.items()})
        return coverage

    @staticmethod
    def of_met(met: Mapping[str, int]) -> "Coverage":
        """What was counted by what `met_by` tells of each call."""
        coverage = Coverage()
        for each, count in met.items():
            place, _, label = each.partition(" ")
            if label:
                coverage.injected[place, label] = count
            else:
                coverage.points[each] = count
        return coverage

    def add(self, call: Seen) -> None:
        """A call was answered."""
        self.points.update(call.points)
        if call.operation is not None and call.injected:
            self.injected.update((call.operation, label) for label in call.injected)

    def merge(self, other: "Coverage") -> None:
        """Count what another one has counted, too."""
        self.points.update(other.points)
        self.injected.update(other.injected)

    def since(self, before: "Coverage") -> "Coverage":
        """What was counted since it was like that."""
        rest = Coverage()
        rest.points, rest.injected = self.points - before.points, self.injected - before.injected
        return rest

    def clear(self) -> None:
        """Forget all."""
        self.points.clear()
        self.injected.clear()

    def injected_in(self, operation: str) -> Mapping[str, int]:
        """How many calls of an operation faults have answered, by what they answered; ascending."""
        return {label: count for (each, label), count in sorted(self.injected.items()) if each == operation}

    def view(self) -> CoverageView:
        """What it tells."""
        operations = sorted({operation for operation, _ in self.injected})
        injected = {operation: dict(self.injected_in(operation)) for operation in operations}
        missed = tuple(each for each in POINTS if each not in self.points)
        return CoverageView(points=dict(sorted(self.points.items())), injected=injected, missed=missed)


def met_by(entry: Entry) -> list[str]:
    """What a call meets, each as one text: the id of a point, or an operation and what a fault answered."""
    call = seen(entry)
    return [*call.points, *(f"{call.operation} {label}" for label in call.injected)]


class ServerCoverage(Coverage):
    """That of all worlds of a server, also of those that have ended."""

    def of_world(self, tally: Tally) -> "WorldCoverage":
        """That of a new world, whose calls count for the server, too, and for its tally."""
        return WorldCoverage(self, tally)


class WorldCoverage(Coverage):
    """That of a world. It is told of its calls by the world's journal."""

    def __init__(self, server: ServerCoverage, tally: Tally) -> None:
        super().__init__()
        self._server = server
        self._tally = tally

    def count(self, entry: Entry) -> None:
        """A call was answered."""
        self._tally.count(entry)
        call = seen(entry)
        self.add(call)
        self._server.add(call)

    def measuring(self, interface: Interface[Any], step: Step) -> Step:
        """A step that also tells how near a call comes to the limits of its campaign."""
        return measuring(interface, step)
