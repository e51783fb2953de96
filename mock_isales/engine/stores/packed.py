"""The records of a campaign, packed."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

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

    @property
    def last_data_id(self) -> int:
        """The last of their data ids, -1 if there are none."""
        return unpack(self._batches[-1]).data_ids[-1] if self._batches else -1

    def add(self, batch: Batch) -> int:
        """Add incomplete records; how many called numbers they have."""
        self._batches.append(pack(batch))
        self._starts.append(self._total)
        self._total += len(batch.records)
        return self.dialling.add(batch)

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

    def at(self, places: Iterable[int]) -> list[StoredRecord]:
        """The records at some places, which ascend."""
        found: list[StoredRecord] = []
        for number, some in groupby(places, lambda place: bisect_right(self._starts, place) - 1):
            batch = self._unpacked(number)
            found += [batch[place - self._starts[number]] for place in some]
        return found

    def that_may_hold(self, texts: Iterable[str], data_id: int | None) -> Iterator[list[StoredRecord]]:
        """The records of each batch, none of those in which some texts, or a data id, certainly are not."""
        signs = [text.encode(errors="surrogatepass") for text in texts]
        numbers = range(len(self._batches))
        if data_id is not None:
            last = bisect_right(numbers, data_id, key=lambda number: unpack(self._batches[number]).data_ids[0])
            numbers = numbers[max(last - 1, 0) : last]
        for number in numbers:
            packed = self._batches[number]
            yield self._unpacked(number) if all(sign in packed for sign in signs) else []

    def called_numbers(self) -> Iterator[str]:
        """Their called numbers."""
        for packed in self._batches:
            yield from unpack(packed).called_numbers()

    def _unpacked(self, number: int) -> list[StoredRecord]:
        """The records of a batch."""
        stored = unpack(self._batches[number]).stored()
        times = self.dialling.completed_at(self._starts[number], len(stored))
        return [
            each if time is None else each._replace(completed_at=time) for each, time in zip(stored, times, strict=True)
        ]
