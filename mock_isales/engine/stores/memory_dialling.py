"""In which order the memory store completes a campaign's records."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from mock_isales.engine.stores.records import PENDING_PRIORITY, StoredRecord, priorities


@dataclass(slots=True)
class DialOrder:
    """The incomplete records of a campaign, by priority and then in the order they were added.

    To complete some of 200,000 records does not look at the others: what is behind them is never touched.

    Attributes:
        places: For each priority, where its records stand among the campaign's; they are only ever added to.
        dialled: For each priority, how many of those have been completed.
    """

    places: dict[int, list[int]] = field(default_factory=dict)
    dialled: dict[int, int] = field(default_factory=dict)

    def add(self, first: int, records: Sequence[StoredRecord]) -> None:
        """Add records that stand from a place on; those that are complete are left out."""
        value = priorities(records)
        for place, stored in enumerate(records, first):
            if stored.completed_at is None:
                self.places.setdefault(value[stored.record.priority], []).append(place)

    def take_urgent(self, count: int) -> list[int]:
        """The places of at most so many records, now completed, that come before those that are simply there."""
        return self._take([priority for priority in self.places if priority < PENDING_PRIORITY], count)

    def take(self, count: int) -> list[int]:
        """The places of at most so many records, now completed."""
        return self._take(list(self.places), count)

    def shallow_copy(self) -> "DialOrder":
        """One in which others may be completed. The places are the same: nothing is taken from them."""
        return DialOrder(self.places, dict(self.dialled))

    def _take(self, among: list[int], count: int) -> list[int]:
        taken: list[int] = []
        for priority in sorted(among):
            first = self.dialled.get(priority, 0)
            places = self.places[priority][first : first + count - len(taken)]
            self.dialled[priority] = first + len(places)
            taken += places
        return taken
