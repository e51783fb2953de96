"""The tally of a server: how many calls there were of which outcome, when it ends and its worlds have long ended."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple, Protocol

from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.journal.outcomes import Outcome

BOUNDS_US = (
    *(100, 250, 500),
    *(1000, 2500, 5000),
    *(10_000, 25_000, 50_000),
    *(100_000, 250_000, 500_000),
    *(1_000_000, 2_500_000, 5_000_000),
    10_000_000,
)
"""Microseconds: calls that took no longer than one of them are counted together."""


Row = tuple[str | None, str | None, int, bool, int, int, int]
"""Calls that are counted together: operation, result code, status, whether a fault struck them, the place of their
duration among the bounds; and how many they are, and how long they took, in microseconds."""


class Counts(Protocol):
    """Counts calls in its own way."""

    def count(self, entry: Entry) -> None:
        """A call was answered."""


class Durations(NamedTuple):
    """How long calls took.

    Attributes:
        counts: How many took no longer than each bound, and longer than the one before; the last, longer than all.
        total_us: How long they took together, in microseconds.
    """

    counts: tuple[int, ...]
    total_us: int


class Tally:
    """Counts the calls of a whole server, whatever its journals drop, and whichever of its worlds end."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str | None, str | None, int, bool, int], list[int]] = {}

    def count(self, entry: Entry) -> None:
        """A call was answered."""
        decision, took = entry.decision, entry.duration_us
        code = None if decision is None else decision.result_code
        kind = entry.operation, code, entry.status, entry.fault is not None, bisect_left(BOUNDS_US, took)
        counted = self._counts.get(kind)
        if counted is None:
            self._counts[kind] = [1, took]
        else:
            counted[0] += 1
            counted[1] += took

    def rows(self) -> list[Row]:
        """All that is counted, as `add` takes it."""
        return [(*kind, count, took) for kind, (count, took) in self._counts.items()]

    def add(self, rows: Iterable[Row]) -> None:
        """Count what another tally has counted."""
        for *kind, count, took in rows:
            counted = self._counts.setdefault(tuple(kind), [0, 0])  # type: ignore[arg-type] # as `Row` says
            counted[0] += count
            counted[1] += took

    def calls(self) -> dict[Outcome, int]:
        """How many calls there were of each outcome."""
        calls: dict[Outcome, int] = {}
        for (operation, code, status, _, _), (count, _) in self._counts.items():
            outcome = Outcome(operation, code, status)
            calls[outcome] = calls.get(outcome, 0) + count
        return calls

    def struck(self) -> dict[str | None, int]:
        """How many calls of each operation a fault has struck."""
        struck: dict[str | None, int] = {}
        for (operation, _, _, by_fault, _), (count, _) in self._counts.items():
            struck[operation] = struck.get(operation, 0) + count * by_fault
        return struck

    def durations(self) -> dict[str | None, Durations]:
        """How long the calls of each operation took."""
        counts: dict[str | None, list[int]] = {}
        totals: dict[str | None, int] = {}
        for (operation, _, _, _, place), (count, total) in self._counts.items():
            counts.setdefault(operation, [0] * (len(BOUNDS_US) + 1))[place] += count
            totals[operation] = totals.get(operation, 0) + total
        return {operation: Durations(tuple(each), totals[operation]) for operation, each in counts.items()}
