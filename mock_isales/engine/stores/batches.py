"""Batches: the records of one call as one value, packed into bytes where a store keeps them in memory.

Packed, a record takes some fifty bytes instead of a kilobyte, and Python's garbage collector sees none of it.
"""

import marshal
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, islice
from typing import Any

from mock_isales.contract.requests import CalledNumber, Record
from mock_isales.engine.stores.records import StoredRecord

_MOST_AT_ONCE = 20
"""Records that `batches_of` puts together, as a call does: to read one of them is to unpack them all."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Records that were added together.

    Attributes:
        records: What was sent.
        data_ids: The identifiers of all of them, ascending.
        batch_id: The batch of their call.
        added_at: When, in microseconds since the epoch.
        per_number: Whether each called number has a data id, and not each record.
    """

    records: Sequence[Record]
    data_ids: Sequence[int]
    batch_id: str | None
    added_at: int
    per_number: bool = False

    def called_numbers(self) -> list[str]:
        """The called numbers of all of them."""
        return [called.called_no for record in self.records for called in record.called]

    def stored(self) -> list[StoredRecord]:
        """The records, each with its data ids, incomplete."""
        ids = iter(self.data_ids)
        return [
            StoredRecord(
                tuple(islice(ids, len(record.called) if self.per_number else 1)),
                record,
                self.batch_id,
                self.added_at,
            )
            for record in self.records
        ]


def batches_of(stored: Iterable[StoredRecord]) -> Iterator[Batch]:
    """Some records in batches, in their order; when they were completed is left out."""
    for (batch_id, added_at, per_number), alike in groupby(stored, _kind):
        while some := list(islice(alike, _MOST_AT_ONCE)):
            ids = [data_id for each in some for data_id in each.data_ids]
            yield Batch([each.record for each in some], ids, batch_id, added_at, per_number)


def pack(batch: Batch) -> bytes:
    """A batch in few bytes, for this process only."""
    ids = batch.data_ids
    rows: list[tuple[Any, ...]] = [
        (
            record.session_id,
            record.caller,
            record.custom_field,
            record.recycle_time,
            record.call_data,
            record.priority,
            *[(called.called_no, called.delay_time, called.type) for called in record.called],
        )
        for record in batch.records
    ]
    kept_ids = (ids.start, ids.stop) if isinstance(ids, range) else list(ids)
    return marshal.dumps((rows, kept_ids, batch.batch_id, batch.added_at, batch.per_number))


def unpack(packed: bytes) -> Batch:
    """The batch that was packed."""
    rows, kept_ids, *rest = marshal.loads(packed)  # noqa: S302 - these bytes are our own
    records = [Record([CalledNumber(*called) for called in row[6:]], *row[:6]) for row in rows]
    return Batch(records, range(*kept_ids) if isinstance(kept_ids, tuple) else kept_ids, *rest)


def _kind(stored: StoredRecord) -> tuple[str | None, int, bool]:
    """What the records of a batch have in common."""
    return stored.batch_id, stored.added_at, len(stored.data_ids) > 1
