"""Snapshots that are plainly good, read in slices: nobody waits for one with 200,000 records."""

from collections.abc import Iterable

from pydantic import ConfigDict, TypeAdapter

from mock_isales.control.json_pieces import JsonPieces
from mock_isales.control.long_json import LongJson
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.engine.slices import Slices
from mock_isales.engine.views.long_lists import LongLists
from mock_isales.engine.views.records import RecordView

_LATER = ConfigDict(defer_build=True)
_RECORDS = TypeAdapter(list[list[RecordView]], config=_LATER)
_ENTRIES = TypeAdapter(list[list[JournalEntry]], config=_LATER)
"""Calls as deep in lists as they are in a snapshot: how deep their values may be nested is counted from outside."""


def plain_snapshot(pieces: Iterable[bytes]) -> Slices[tuple[bytes, LongLists]]:
    """Read the long lists of a snapshot that is plainly good.

    Args:
        pieces: The JSON of a `Snapshot`, cut anywhere.

    Returns:
        The JSON of the snapshot with those lists empty, which is still to be judged, and what stood in them.

    Raises:
        NotPlain: It may be good all the same.
    """
    reader = _Reader(JsonPieces(pieces))
    yield from reader.whole({"vdns": reader.vdns, "journal": reader.journal})
    return "".join(reader.rest).encode(), reader.lists


class _Reader(LongJson):
    """Reads a snapshot.

    Attributes:
        lists: The content of its long lists.
    """

    def __init__(self, text: JsonPieces) -> None:
        super().__init__(text)
        self.lists = LongLists()

    def vdns(self) -> Slices[None]:
        yield from self.list_of(self._vdn)

    def journal(self) -> Slices[None]:
        yield from self.long_list(_ENTRIES, self.lists.add_entries)

    def _vdn(self) -> Slices[None]:
        yield from self.object_of({"campaigns": self._campaigns})

    def _campaigns(self) -> Slices[None]:
        yield from self.list_of(self._campaign)

    def _campaign(self) -> Slices[None]:
        self.lists.add_campaign()
        yield from self.object_of({"records": self._records})

    def _records(self) -> Slices[None]:
        yield from self.long_list(_RECORDS, self.lists.add_records)
