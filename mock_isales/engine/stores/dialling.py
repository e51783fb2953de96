"""In which order records kept in memory are completed, and when they were."""

from array import array
from itertools import compress, islice

from mock_isales.contract.forms import to_int
from mock_isales.engine.stores.batches import Batch
from mock_isales.engine.stores.records import PENDING_PRIORITY

_COMPLETE = 0
"""The priority of a record that is not dialled any more."""
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

    def add(self, batch: Batch) -> None:
        """Add incomplete records behind the others."""
        records = batch.records
        values = {text: to_int(text) for text in {record.priority for record in records}}
        self._priorities += bytes([values[record.priority] for record in records])
        self._numbers.extend([len(record.called) for record in records])

    def copy(self) -> "Dialling":
        """One in which others may be completed."""
        copied = Dialling()
        copied._priorities += self._priorities
        copied._numbers += self._numbers
        copied._completed_at += self._completed_at
        return copied

    def incomplete(self) -> tuple[int, int]:
        """How many records are incomplete, and how many called numbers they have."""
        records = len(self._priorities) - self._priorities.count(_COMPLETE)
        return records, sum(compress(self._numbers, self._priorities))

    def completed_at(self, place: int) -> int | None:
        """When the record at a place was completed; None while it is incomplete."""
        if place >= len(self._completed_at):
            return None
        time = self._completed_at[place]
        return None if time == _NEVER else time

    def complete(self, place: int, time: int) -> None:
        """Complete the record at a place."""
        self._make_room()
        self._priorities[place] = _COMPLETE
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
                self._priorities[place] = _COMPLETE
                self._completed_at[place] = time
            records += len(places)
            numbers += sum(map(self._numbers.__getitem__, places))
        return records, numbers

    def _places_of(self, priority: int, count: int) -> list[int]:
        """Where at most so many of the incomplete records of a priority stand, the oldest first."""
        wanted = bytes(value == priority for value in range(256))
        places = range(len(self._priorities))
        return list(islice(compress(places, self._priorities.translate(wanted)), min(count, len(places))))

    def _make_room(self) -> None:
        """Have a time for each record: those that were added since the last completion have none."""
        missing = len(self._priorities) - len(self._completed_at)
        self._completed_at.extend(array("q", [_NEVER]) * missing)
