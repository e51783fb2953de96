"""The lists of a snapshot that may be very long: as they are kept, so that what is shown of them is never all there."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.journal.views import JournalEntry, entry_of
from mock_isales.engine.stores.packed import Records
from mock_isales.engine.views.records import RecordView, stored_record


@dataclass(slots=True)
class LongLists:
    """The lists of a snapshot that may be very long, held to what its form says of each as a whole.

    Attributes:
        records: Those of each campaign, in the order in which the snapshot has the campaigns.
        entries: The journal's.
    """

    records: list[Records] = field(default_factory=list)
    entries: list[Entry] = field(default_factory=list)
    _ids: set[int] = field(default_factory=set)

    def add_campaign(self) -> None:
        """Begin with the next campaign."""
        self.records.append(Records())

    def add_records(self, views: Sequence[RecordView]) -> None:
        """Add records to the last campaign.

        Raises:
            ValueError: Their data ids do not increase; none was added.
        """
        records = self.records[-1]
        stored = [stored_record(view) for view in views]
        ids = [records.last_data_id, *[data_id for each in stored for data_id in each.data_ids]]
        if any(next_one <= one for one, next_one in pairwise(ids)):
            raise ValueError("data ids do not increase")
        records.extend(stored)

    def add_entries(self, views: Sequence[JournalEntry]) -> None:
        """Add calls to the journal.

        Raises:
            ValueError: One of them cannot be, or its id stands twice.
        """
        for view in views:
            if view.id in self._ids:
                raise ValueError(f"call {view.id} stands twice")
            self._ids.add(view.id)
            self.entries.append(entry_of(view))
