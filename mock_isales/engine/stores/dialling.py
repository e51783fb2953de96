"""In which order records kept in memory are completed, and when they were."""

from array import array
from itertools import compress, islice

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

    def complete_urgent(self, count: int, time: int) -> tuple[int, int]:
        """Complete at most so many records that come before those that are simply there.

        Returns:
            How many were, and how many called numbers they have.
        """
        return self._complete_up_to(PENDING_PRIORITY - 1, count, time)

    def complete_next(self, count: int, time: int) -> tuple[int, int]:
        """Complete at most so many records; how many were, and how many called numbers they have."""
        return self._complete_up_to(_LOWEST, count, time)

    def _complete_up_to(self, lowest: int, count: int, time: int) -> tuple[int, int]:
        self._make_room()
        records = numbers = 0
        for priority in range(1, lowest + 1):
            places = self._places_of(priority, count - records)
            for place in places:
                self._completed_at[place] = time
            if places:
                numbers += self._take(priority, places[0], places[-1] + 1)
            records += len(places)
        return records, numbers

    def _places_of(self, priority: int, count: int) -> list[int]:
        """Where at most so many of the incomplete records of a priority stand, the oldest first."""
        fitting = self.fitting(complete=False, priority=priority)
        first = fitting.find(1)
        if first < 0:
            return []
        places = compress(range(first, len(fitting)), fitting[first:])
        return list(islice(places, min(count, len(fitting))))

    def _take(self, priority: int, first: int, end: int) -> int:
        """Dial no more the records of a priority that stand between two places; how many called numbers they have."""
        taken = self.fitting(complete=False, priority=priority)[first:end]
        done = bytes.maketrans(bytes([priority]), bytes([priority + _COMPLETE]))
        self._priorities[first:end] = self._priorities[first:end].translate(done)
        return sum(compress(self._numbers[first:end], taken))

    def _make_room(self) -> None:
        """Have a time for each record: those that were added since the last completion have none."""
        missing = len(self._priorities) - len(self._completed_at)
        self._completed_at.extend(array("q", [_NEVER]) * missing)
