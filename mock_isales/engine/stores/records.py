"""Records as a campaign keeps them, and which of them are wanted."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from mock_isales.contract.forms import to_int
from mock_isales.contract.requests import Record

PENDING_PRIORITY = 3
"""Of the records that are simply there, which are older than all others."""


class StoredRecord(NamedTuple):
    """A record as a campaign keeps it. It is a value: nobody changes it, nor what was sent.

    Attributes:
        data_ids: Its identifier; one for each of its called numbers under the reading `data_id_per: number`.
        record: What was sent.
        batch_id: The batch of the call that it came with.
        added_at: When, in microseconds since the epoch.
        completed_at: When it was completed; None while it is incomplete.
    """

    data_ids: tuple[int, ...]
    record: Record
    batch_id: str | None
    added_at: int
    completed_at: int | None = None


@dataclass(frozen=True, slots=True)
class WantedRecords:
    """Which records are wanted: all of what is said has to fit, and None fits any.

    Attributes:
        complete: Completed ones, or incomplete ones.
        priority: As a number, however many zeros were sent before it.
        session: The session id.
        called_number: One of the record's called numbers.
        batch: The batch of the call that it came with.
        data_id: One of the record's data ids.
    """

    complete: bool | None = None
    priority: int | None = None
    session: str | None = None
    called_number: str | None = None
    batch: str | None = None
    data_id: int | None = None

    @property
    def sent_texts(self) -> list[str]:
        """The texts that were sent with a wanted record."""
        return [text for text in (self.session, self.called_number, self.batch) if text is not None]

    def among(self, records: Sequence[StoredRecord]) -> Sequence[StoredRecord]:
        """Those of some records that are wanted, in their order."""
        if self.complete is not None:
            records = [each for each in records if (each.completed_at is not None) is self.complete]
        if self.priority is not None:
            texts = {text for text, value in priorities(records).items() if value == self.priority}
            records = [each for each in records if each.record.priority in texts]
        if self.session is not None:
            records = [each for each in records if each.record.session_id == self.session]
        if self.called_number is not None:
            records = [each for each in records if any(self.called_number == to.called_no for to in each.record.called)]
        if self.batch is not None:
            records = [each for each in records if each.batch_id == self.batch]
        if self.data_id is not None:
            records = [each for each in records if self.data_id in each.data_ids]
        return records


@dataclass(frozen=True, slots=True)
class RecordPage:
    """Some of the records that are wanted.

    Attributes:
        total: How many there are.
        records: Those of the page, in the order they were added.
    """

    total: int
    records: list[StoredRecord]


def priorities(records: Iterable[StoredRecord]) -> dict[str, int]:
    """What the priorities of some records are as numbers: as they were sent, they may begin with zeros."""
    return {text: to_int(text) for text in {each.record.priority for each in records}}
