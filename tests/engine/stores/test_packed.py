"""Records that are packed are those that were added, whatever is read of them."""

import asyncio
import gc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_isales.contract.requests import CalledNumber, Record
from mock_isales.engine.slices import in_slices
from mock_isales.engine.stores.batches import Batch
from mock_isales.engine.stores.finding import find
from mock_isales.engine.stores.packed import Records
from mock_isales.engine.stores.records import StoredRecord, WantedRecords

texts = st.text(max_size=5)
called_numbers = st.builds(CalledNumber, texts, texts, st.none() | texts)
sent = st.builds(
    Record,
    st.lists(called_numbers, min_size=1, max_size=3),
    *[st.none() | texts] * 5,
    st.sampled_from(["1", "2", "3", "4", "5", "005"]),
)
times = st.integers(-(2**62), 2**62)


@st.composite
def some_stored(draw: st.DrawFn) -> StoredRecord:
    """A record with a data id, or one for each of its numbers."""
    record = draw(sent)
    ids = draw(st.integers(0, 2**63 - 4))
    count = draw(st.sampled_from([1, len(record.called)]))
    batch, added_at, completed_at = draw(st.none() | texts), draw(st.integers(0, 1)), draw(st.none() | times)
    return StoredRecord(tuple(range(ids, ids + count)), record, batch, added_at, completed_at)


@given(st.lists(some_stored(), max_size=12), st.integers(0, 13), st.integers(0, 13))
def test_what_is_read_is_what_was_added(stored: list[StoredRecord], offset: int, limit: int) -> None:
    records = Records(stored)
    assert list(records) == stored
    places = range(len(stored))[offset : offset + limit]
    assert records.at(places) == [stored[place] for place in places]
    assert list(records.called_numbers()) == [to.called_no for each in stored for to in each.record.called]
    incomplete = [each for each in stored if each.completed_at is None]
    assert records.dialling.incomplete() == (len(incomplete), sum(len(each.record.called) for each in incomplete))


def test_what_is_done_to_a_copy_is_not_done_to_the_records() -> None:
    records = Records([StoredRecord((1,), Record([CalledNumber("1")]), None, 1)])
    copied = records.copy()
    assert copied == records
    copied.dialling.complete_next(1, 0, 5)
    copied.add(Batch([Record([CalledNumber("2")])], [2], None, 1))
    assert [each.completed_at for each in copied] == [5, None]
    assert [each.completed_at for each in records] == [None]


def test_the_garbage_collector_sees_nothing_of_a_record() -> None:
    records = Records()
    before = len(gc.get_objects())
    for call in range(500):
        records.add(Batch([Record([CalledNumber(str(call))])] * 20, range(call * 20, call * 20 + 20), None, call))
    assert len(gc.get_objects()) - before < 100


@pytest.mark.parametrize("wanted", [WantedRecords(), WantedRecords(batch="b")])
def test_others_have_their_turn_while_records_are_looked_for(wanted: WantedRecords) -> None:
    one = Record([CalledNumber("1")])
    records = Records(StoredRecord((data_id,), one, "b", 1) for data_id in range(3000))

    async def turns() -> int:
        looking = asyncio.ensure_future(in_slices(find(records, wanted, 0, 3000)))
        count = 0
        while not looking.done():
            count += 1
            await asyncio.sleep(0)
        assert (await looking).total == len((await looking).records) == 3000
        return count

    assert asyncio.run(turns()) > 5
