"""Records are kept as they were sent, in the order they were added; all stores alike."""

from mock_isales.contract.requests import CalledNumber, Record
from mock_isales.engine.stores.batches import batches_of
from mock_isales.engine.stores.protocol import StoredRecord, Transaction
from tests.engine.centre import CAMPAIGN, SECOND, Centre, record, some_records
from tests.engine.conftest import Opens

FULL = Record(
    called=[CalledNumber("*139#", "0", "SI"), CalledNumber("0042", "086400"), CalledNumber("7", "5", "手机-1")],
    session_id="會話😀",
    caller="+86 (0)",
    custom_field="übrig_ 一",
    recycle_time="2026-02-28 23:59:59",
    call_data='{"姓名": "😀\\u4e00", "quote": "\'\\"; --"}\n\t',
    priority="0001",
)
BARE = Record(called=[CalledNumber("1")])
FIRST_ID = 8_000_000_000_000_000_000


def stored(record: Record, *data_ids: int, batch_id: str | None = None, added_at: int = 5) -> StoredRecord:
    return StoredRecord(tuple(data_ids), record, batch_id, added_at)


def add(kept: Transaction, *records: StoredRecord) -> None:
    for batch in batches_of(records):
        kept.add_records(batch)


def test_everything_is_kept_as_it_was_sent_and_what_was_not_sent_is_not_there(centre: Centre) -> None:
    records = [stored(FULL, FIRST_ID, batch_id="批次-1"), stored(BARE, FIRST_ID + 1, added_at=2**53 + 1)]
    centre.take(lambda kept: add(kept, *records))
    assert centre.records() == records


def test_a_record_may_have_a_data_id_for_each_number(centre: Centre) -> None:
    records = [stored(BARE, FIRST_ID), stored(FULL, FIRST_ID + 1, FIRST_ID + 2, FIRST_ID + 3)]
    centre.take(lambda kept: add(kept, *records))
    assert centre.records() == records
    assert centre.take(lambda kept: kept.last_data_id) == FIRST_ID + 3


def test_the_last_data_id_is_the_worlds(opened: Opens) -> None:
    centre = opened(campaigns=[{"id": CAMPAIGN}, {"id": 2}])
    centre.take(lambda kept: add(kept, stored(BARE, FIRST_ID)))
    assert centre.take(lambda kept: kept.last_data_id, campaign=2) == FIRST_ID
    centre.take(lambda kept: add(kept, stored(BARE, FIRST_ID + 9)), campaign=2)
    assert centre.take(lambda kept: kept.last_data_id) == FIRST_ID + 9


def test_records_and_numbers_are_counted_on_top_of_what_was_pending(opened: Opens) -> None:
    centre = opened(campaign={"pending": 10})
    centre.take(lambda kept: add(kept, stored(FULL, FIRST_ID), stored(BARE, FIRST_ID + 1)))
    campaign = centre.campaign()
    assert campaign
    assert (campaign.incomplete_records, campaign.incomplete_numbers) == (12, 14)


def test_what_a_step_added_is_seen_in_the_same_step(centre: Centre) -> None:
    def add_one(kept: Transaction) -> tuple[int, int, set[str]]:
        kept.called_before(["1"])
        add(kept, stored(BARE, FIRST_ID))
        assert kept.campaign
        return kept.campaign.incomplete_records, kept.last_data_id, set(kept.called_before(["1", "2"]))

    assert centre.take(add_one) == (1, FIRST_ID, {"1"})


def test_records_are_in_the_order_they_were_added_whatever_the_clock_does(opened: Opens) -> None:
    centre = opened(settings={"pace_interval": 0})
    for moved in (0, 5 * SECOND, -60 * SECOND, 0, SECOND):
        centre.clock.advance(moved)
        centre.add(*some_records(3))
    assert [kept.record.called[0].called_no for kept in centre.records()] == ["0", "1", "2"] * 5
    assert len({kept.added_at for kept in centre.records()}) == 4


def test_a_call_of_a_thousand_records_is_kept_whole(opened: Opens) -> None:
    centre = opened(settings={"calldata_max": 1000})
    centre.add(*(record(str(number), f"{number}*") for number in range(1000)), batchId="b")
    kept = centre.records()
    assert [[called.called_no for called in each.record.called] for each in kept] == [
        [str(number), f"{number}*"] for number in range(1000)
    ]
    assert {each.batch_id for each in kept} == {"b"}


def test_what_a_call_sends_is_kept_with_the_documented_defaults(centre: Centre) -> None:
    centre.add(record("88", sessionId="s", customField="", callData=None), batchId="")
    (kept,) = centre.records()
    assert kept.record == Record(called=[CalledNumber("88", "0", None)], session_id="s", priority="3")
    assert (kept.batch_id, kept.added_at) == (None, centre.clock.now)
