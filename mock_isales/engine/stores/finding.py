"""Finds those of a campaign's packed records that are wanted, and unpacks as few of the others as it can."""

from itertools import compress, islice

from mock_isales.engine.slices import Slices
from mock_isales.engine.stores.packed import Records
from mock_isales.engine.stores.records import RecordPage, StoredRecord, WantedRecords

_AT_ONCE = 500
"""So many records are looked at in one slice."""


def find(records: Records, wanted: WantedRecords, offset: int, limit: int) -> Slices[RecordPage]:
    """Find those that are wanted among the records as they are now: at most `limit`, after the first `offset`."""
    search = _look_through if wanted.sent_texts or wanted.data_id is not None else _look_up
    return search(records.copy(), wanted, offset, limit)


def _look_up(records: Records, wanted: WantedRecords, offset: int, limit: int) -> Slices[RecordPage]:
    """Find them where nothing that was sent has to be looked for: all else is known of packed records."""
    fitting = records.dialling.fitting(complete=wanted.complete, priority=wanted.priority)
    end = min(offset + limit, len(records))
    places = list(islice(compress(range(len(records)), fitting), min(offset, end), end))
    page: list[StoredRecord] = []
    for first in range(0, len(places), _AT_ONCE):
        yield
        page += records.at(places[first : first + _AT_ONCE])
    return RecordPage(fitting.count(1), page)


def _look_through(records: Records, wanted: WantedRecords, offset: int, limit: int) -> Slices[RecordPage]:
    """Find them in what was sent."""
    page: list[StoredRecord] = []
    total = looked_at = 0
    for some in records.that_may_hold(wanted.sent_texts, wanted.data_id):
        found = wanted.among(some)
        page += found[max(offset - total, 0) : max(offset + limit - total, 0)]
        total += len(found)
        looked_at += 1 + len(some)
        if looked_at >= _AT_ONCE:
            looked_at = 0
            yield
    return RecordPage(total, page)
