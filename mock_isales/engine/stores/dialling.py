"""In which order records kept in memory are completed, and when they were."""

from array import array
from bisect import bisect_left
from functools import partial
from itertools import compress

from mock_isales.contract.forms import to_int
from mock_isales.engine.stores.batches import Batch
from mock_isales.engine.stores.records import PENDING_PRIORITY

_COMPLETE = 8
"""Added to the priority of a record that is not dialled any more."""
_LOWEST = 5
"""The priority that is dialled last."""
_NEVER = -(2**63)
"""A time that no clock shows."""


class Dialling:
    """What becomes of a campaign's records, by the places where they stand.

    It is kept in columns: all of 200,000 records can be completed in a few milliseconds, and to copy them for a step
    that may fail takes less than one.
    """

    __slots__ = ("_completed_at", "_numbers", "_priorities")

    def __init__(self) -> None:
        self._priorities = bytearray()
        self._numbers = array("I")
        self._completed_at = array("q")

    def add(self, batch: Batch) -> int:
        """Add incomplete records behind the others; how many called numbers they have."""
        records = batch.records
        values = {text: to_int(text) for text in {record.priority for record in records}}
        self._priorities += bytes([values[record.priority] for record in records])
        numbers = [len(record.called) for record in records]
        self._numbers.extend(numbers)
        return sum(numbers)

    def copy(self) -> "Dialling":
        """One in which others may be completed."""
        copied = Dialling()
        copied._priorities += self._priorities
        copied._numbers += self._numbers
        copied._completed_at += self._completed_at
        return copied

    def incomplete(self) -> tuple[int, int]:
        """How many records are incomplete, and how many called numbers they have."""
        fitting = self.fitting(complete=False)
        return fitting.count(1), sum(compress(self._numbers, fitting))

    def fitting(self, *, complete: bool | None = None, priority: int | None = None) -> bytes:
        """For each record 1 if it is, or is not, complete and has a priority; None fits any. For the others 0."""
        fits = bytes(
            complete in {None, value >= _COMPLETE} and priority in {None, value % _COMPLETE} for value in range(256)
        )
        return bytes(self._priorities).translate(fits)

    def completed_at(self, first: int, count: int) -> list[int | None]:
        """When some records were completed, from a place on; None for those that are incomplete."""
        times = [None if time == _NEVER else time for time in self._completed_at[first : first + count]]
        return times + [None] * (count - len(times))

    def complete(self, place: int, time: int) -> None:
        """Complete the record at a place."""
        self._make_room()
        self._priorities[place] += _COMPLETE
        self._completed_at[place] = time

    def complete_next(self, count: int, pending: int, time: int) -> tuple[int, int, int]:
        """Complete at most so many records, in the order in which they are dialled.

        Args:
            count: How many, with those that are simply there.
            pending: How many are simply there, which have their turn before all others of their priority.
            time: When.

        Returns:
            How many of those that are simply there had their turn; how many other records were completed, and how many
            called numbers these have.
        """
        self._make_room()
        lowest, end, gone = self._reach(count, pending)
        records, numbers = self._complete_between(0, end, lowest, time)
        more_records, more_numbers = self._complete_between(end, len(self._priorities), lowest - 1, time)
        return gone, records + more_records, numbers + more_numbers

    def _reach(self, count: int, pending: int) -> tuple[int, int, int]:
        """The priority that so many records end in, the place behind its last one, and how many are simply there."""
        gone = 0
        for priority in range(1, _LOWEST + 1):
            if priority == PENDING_PRIORITY:
                gone = min(count, pending)
                count -= gone
            there = self._priorities.count(priority)
            if there > count:
                ends = range(len(self._priorities))
                end = bisect_left(ends, count, key=partial(self._priorities.count, priority, 0))
                return priority, end, gone
            count -= there
        return _LOWEST, len(self._priorities), gone

    def _complete_between(self, first: int, end: int, lowest: int, time: int) -> tuple[int, int]:
        """Complete the records between two places, down to a priority; how many were, and their called numbers."""
        there = bytes(self._priorities[first:end])
        taken = there.translate(bytes(1 <= value <= lowest for value in range(256)))
        count = taken.count(1)
        if not count:
            return 0, 0
        if count == len(taken):
            self._completed_at[first:end] = array("q", [time]) * count
        else:
            for place in compress(range(first, end), taken):
                self._completed_at[place] = time
        done = bytes(value + _COMPLETE if 1 <= value <= lowest else value for value in range(256))
        self._priorities[first:end] = there.translate(done)
        return count, sum(compress(self._numbers[first:end], taken))

    def _make_room(self) -> None:
        """Have a time for each record: those that were added since the last completion have none."""
        missing = len(self._priorities) - len(self._completed_at)
        self._completed_at.extend(array("q", [_NEVER]) * missing)
