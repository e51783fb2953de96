"""A database that fails during a step: nothing half stored, and later steps work when it does."""

from pathlib import Path

import pytest

from mock_isales.contract.campaigns import Campaign
from mock_isales.engine.stores.protocol import StoreFailure
from mock_isales.engine.stores.sql import SqlStore
from mock_isales.engine.stores.sql_opened import Opened
from tests.engine.centre import ACCEPTED, CAMPAIGN, SECOND, VDN, Centre, outcome, record, seed_of
from tests.engine.stores.databases import execute, full, locked

ON_STORING = "0200006 ON-STORING"
CN_STORING = "0200001 CN-STORING"
FULL = "database or disk is full"
LARGE = [record(str(number), callData="x" * 1000) for number in range(20)]
SOME, OTHERS = ({str(number): 1 for number in range(first, first + 100)} for first in (10**23, 2 * 10**23))
"""Together they need more than the one page that a table has at first."""


@pytest.fixture
def centre(sql_store: SqlStore) -> Centre:
    return Centre.opened(sql_store, seed_of())


def reason(centre: Centre) -> object:
    decision = centre.add(record("1"))
    assert outcome(decision) == ON_STORING
    assert decision.refusal
    return decision.refusal.value


def test_a_full_disk_refuses_records_and_the_pace_counts_the_call(centre: Centre, sql_store: SqlStore) -> None:
    with full(sql_store):
        decision = centre.add(*LARGE)
    assert outcome(decision) == ON_STORING
    assert decision.refusal
    assert decision.refusal.value == FULL
    assert centre.records() == []
    assert centre.campaign() == Campaign(VDN, CAMPAIGN, last_call=centre.clock.now)
    assert centre.take(lambda kept: kept.last_data_id) == 0


def test_a_full_disk_refuses_calling_numbers(centre: Centre, sql_store: SqlStore) -> None:
    centre.call_from(SOME)
    with full(sql_store):
        assert outcome(centre.call_from(OTHERS)) == CN_STORING
    assert centre.calling_numbers() == SOME
    assert centre.take(lambda kept: kept.calling_number_count()) == 100


def test_a_disk_that_has_room_again_takes_the_next_call(centre: Centre, sql_store: SqlStore) -> None:
    centre.call_from(SOME)
    with full(sql_store):
        centre.add(*LARGE)
        centre.call_from(OTHERS)
    assert outcome(centre.add(*LARGE)) == "0200022 ON-PACE"
    centre.clock.advance(SECOND)
    assert [outcome(centre.add(*LARGE)), outcome(centre.call_from(OTHERS))] == [ACCEPTED, ACCEPTED]
    assert len(centre.records()) == 20


def test_a_seed_that_does_not_fit_the_disk_fills_nothing(sql_store: SqlStore) -> None:
    large = seed_of(campaigns=[{"id": number, "name": "x" * 100} for number in range(1, 1000)])
    with full(sql_store), pytest.raises(StoreFailure, match=FULL):
        sql_store.fill("large", large)
    assert sql_store.is_empty("large")
    sql_store.fill("large", large)


def test_a_world_that_cannot_be_replaced_is_as_it_was(centre: Centre, sql_store: SqlStore) -> None:
    centre.add(record("1"))
    large = seed_of(campaigns=[{"id": number, "name": "x" * 100} for number in range(1, 1000)])
    with full(sql_store), pytest.raises(StoreFailure, match=FULL):
        sql_store.fill("default", large, start_over=True)
    assert len(centre.records()) == 1


def test_a_refusal_stands_when_only_its_mark_for_the_pace_cannot_be_stored(
    impatient: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store = SqlStore(impatient)
    centre = Centre.opened(store, seed_of())

    def fail(_: object) -> None:
        raise StoreFailure(FULL)

    monkeypatch.setattr(Opened, "flush", fail)
    assert outcome(centre.add(record("1"), record("1"))) == "0200018 ON-DUPLICATE"
    store.close()


def test_a_database_that_another_process_locks_stores_nothing_and_counts_nothing(file: Path, impatient: str) -> None:
    store = SqlStore(impatient)
    centre = Centre.opened(store, seed_of())
    with locked(file):
        assert reason(centre) == "database is locked"
        assert outcome(centre.call_from({"1": 1})) == CN_STORING
        with pytest.raises(StoreFailure, match=r"^database is locked$"):
            store.is_empty("default")
    assert centre.campaign() == Campaign(VDN, CAMPAIGN)
    assert outcome(centre.add(record("1"))) == ACCEPTED
    store.close()


def test_another_process_is_waited_for(sql_store: SqlStore) -> None:
    assert execute(sql_store, "PRAGMA busy_timeout") == [(5000,)]


def test_a_commit_that_fails_is_undone(centre: Centre, sql_store: SqlStore) -> None:
    """Deferred foreign keys are looked at by COMMIT, which leaves its transaction open when it fails."""
    execute(sql_store, "CREATE TABLE doubt (id INTEGER PRIMARY KEY, of REFERENCES doubt DEFERRABLE INITIALLY DEFERRED)")
    execute(sql_store, "CREATE TRIGGER doubted AFTER INSERT ON record BEGIN INSERT INTO doubt VALUES (1, 2); END")
    execute(sql_store, "PRAGMA foreign_keys = ON")
    assert reason(centre) == "FOREIGN KEY constraint failed"
    assert centre.campaign() == Campaign(VDN, CAMPAIGN, last_call=centre.clock.now)
    assert centre.records() == []
    execute(sql_store, "DROP TRIGGER doubted")
    centre.clock.advance(SECOND)
    assert outcome(centre.add(record("1"))) == ACCEPTED
