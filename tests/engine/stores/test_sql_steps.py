"""What only a database can do: undo a step, outlive its caller, outlive the store."""

import asyncio
from threading import Event

import pytest

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.requests import CalledNumber, CallingNumber, Record
from mock_isales.engine.stores.protocol import Batch, CampaignKey, Transaction
from mock_isales.engine.stores.sql import SqlStore
from tests.clocks import ManualClock
from tests.engine.centre import ACCEPTED, CAMPAIGN, SECOND, VDN, Centre, outcome, record, seed_of

KEY = CampaignKey("default", VDN, CAMPAIGN)


class DoubtError(Exception):
    """What a step raises that thinks better of it."""


def change_all_then_raise(kept: Transaction) -> None:
    kept.put_calling_numbers([CallingNumber("1", 5), CallingNumber("2", 2)])
    kept.add_records(Batch([Record([CalledNumber("1")])], [9], None, 5))
    kept.count_call()
    raise DoubtError


def test_a_step_that_raises_changes_nothing(sql_store: SqlStore) -> None:
    centre = Centre.opened(sql_store, seed_of(campaign={"calling_numbers": [{"access_code": "1"}]}))
    with pytest.raises(DoubtError):
        centre.take(change_all_then_raise)
    assert centre.campaign() == Campaign(VDN, CAMPAIGN)
    assert (centre.records(), centre.calling_numbers()) == ([], {"1": 1})
    assert centre.take(lambda kept: (kept.last_data_id, kept.calling_number_count())) == (0, 1)


def test_a_campaign_that_was_made_in_a_step_that_raises_is_not_there(sql_store: SqlStore) -> None:
    def make_then_raise(kept: Transaction) -> None:
        kept.create()
        raise DoubtError

    centre = Centre.opened(sql_store, seed_of())
    with pytest.raises(DoubtError):
        centre.take(make_then_raise, campaign=5)
    assert centre.campaign(5) is None


def test_a_step_whose_caller_is_cancelled_still_ends_whole(sql_store: SqlStore, clock: ManualClock) -> None:
    begun, cancelled = Event(), Event()

    def slow(kept: Transaction) -> None:
        begun.set()
        cancelled.wait()
        kept.add_records(Batch([Record([CalledNumber("1")])], [9], None, 5))

    async def cancel_it() -> None:
        task = asyncio.create_task(sql_store.transact(KEY, clock, slow))
        await asyncio.to_thread(begun.wait)  # the loop is free meanwhile
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        cancelled.set()

    centre = Centre.opened(sql_store, seed_of(), clock=clock)
    asyncio.run(cancel_it())
    assert [stored.data_ids for stored in centre.records()] == [(9,)]


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:"])
def test_a_database_in_memory_works_too(url: str) -> None:
    store = SqlStore(url)
    centre = Centre.opened(store, seed_of())
    assert outcome(centre.add(record("1"))) == ACCEPTED
    assert len(centre.records()) == 1
    store.close()


def test_a_store_that_is_opened_again_goes_on(url: str, clock: ManualClock) -> None:
    store = SqlStore(url)
    before = Centre.opened(store, seed_of(settings={"pace_interval": 2}), clock=clock)
    assert outcome(before.add(record("1", sessionId="s"))) == ACCEPTED
    assert outcome(before.call_from({"4001": 3})) == ACCEPTED
    campaign, (stored,) = before.campaign(), before.records()
    store.close()

    store = SqlStore(url)
    after = Centre.opened(store, store.said("default").seed, clock=clock)
    assert (after.campaign(), after.records(), after.calling_numbers()) == (campaign, [stored], {"4001": 3})
    clock.advance(2 * SECOND - 1)
    assert outcome(after.add(record("2"))) == "0200022 ON-PACE"
    clock.now -= 60 * SECOND  # the host's clock was set back while the store was closed
    assert outcome(after.add(record("3"))) == ACCEPTED
    assert after.records()[1].data_ids > stored.data_ids
    store.close()
