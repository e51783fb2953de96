"""The records of a campaign, packed."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from mock_isales.engine.stores.batches import Batch, batches_of, pack, unpack
from mock_isales.engine.stores.dialling import Dialling
from mock_isales.engine.stores.records import StoredRecord


class Records:
    """The records of a campaign, in the order they were added. What is read of them is unpacked for it.

    Attributes:
        dialling: Which of them are complete, and the order of the others.
    """

    __slots__ = ("_batches", "_starts", "_total", "dialling")

    def __init__(self, stored: Iterable[StoredRecord] = ()) -> None:
        self.dialling = Dialling()
        self._batches: list[bytes] = []
        self._starts = array("Q")
        self._total = 0
        self.extend(list(stored))

    def __len__(self) -> int:
        return self._total

    def __iter__(self) -> Iterator[StoredRecord]:
        for number in range(len(self._batches)):
            yield from self._unpacked(number)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Records) and list(self) == list(other)

    __hash__ = None  # type: ignore[assignment] # it changes

    def add(self, batch: Batch) -> None:
        """Add incomplete records."""
        self.dialling.add(batch)
        self._batches.append(pack(batch))
        self._starts.append(self._total)
        self._total += len(batch.records)

    def extend(self, stored: Sequence[StoredRecord]) -> None:
        """Add records, some of which may be complete."""
        first = self._total
        for batch in batches_of(stored):
            self.add(batch)
        for place, each in enumerate(stored, first):
            if each.completed_at is not None:
                self.dialling.complete(place, each.completed_at)

    def copy(self) -> "Records":
        """The same records, to which others may be added, and of which others may be completed."""
        copied = Records()
        copied.dialling = self.dialling.copy()
        copied._batches += self._batches
        copied._starts += self._starts
        copied._total = self._total
        return copied

    def page(self, offset: int, limit: int) -> list[StoredRecord]:
        """At most `limit` records, after the first `offset`."""
        end = min(offset + limit, self._total)
        if offset >= end:
            return []
        first = bisect_right(self._starts, offset) - 1
        last = bisect_left(self._starts, end)
        some = [stored for number in range(first, last) for stored in self._unpacked(number)]
        before = offset - self._starts[first]
        return some[before : before + end - offset]

    def called_numbers(self) -> Iterator[str]:
        """Their called numbers."""
        for packed in self._batches:
            yield from unpack(packed).called_numbers()

    def _unpacked(self, number: int) -> Iterator[StoredRecord]:
        """The records of a batch."""
        for place, stored in enumerate(unpack(self._batches[number]).stored(), self._starts[number]):
            completed_at = self.dialling.completed_at(place)
            yield stored if completed_at is None else replace(stored, completed_at=completed_at)
