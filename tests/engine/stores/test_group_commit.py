"""Steps that wait at the same time share a transaction, and know nothing of it."""

import asyncio
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from mock_isales.engine.stores.protocol import CampaignKey, StoreFailure, Transaction, WorldGone
from mock_isales.engine.stores.sql import SqlStore
from mock_isales.engine.stores.sql_opened import Found, Opened
from tests.clocks import ManualClock
from tests.engine.centre import ACCEPTED, CAMPAIGN, VDN, Centre, outcome, record, seed_of
from tests.engine.stores.databases import execute, locked

UNPACED = seed_of(settings={"pace_interval": 0})
HERE = CampaignKey("default", VDN, CAMPAIGN)
NOWHERE = CampaignKey("gone", VDN, CAMPAIGN)

Step = Callable[[Transaction], object]


class DoubtError(Exception):
    """What a step raises that thinks better of it."""


@pytest.fixture
def centre(sql_store: SqlStore) -> Centre:
    return Centre.opened(sql_store, UNPACED)


def count(campaign: Transaction) -> int:
    """A step that changes something."""
    campaign.count_call()
    return campaign.now


def change_then_raise(campaign: Transaction) -> None:
    campaign.count_call()
    raise DoubtError


def at_once(store: SqlStore, *steps: tuple[CampaignKey, Step]) -> list[object]:
    async def take() -> list[object]:
        taken = [store.transact(key, ManualClock(), step) for key, step in steps]
        return await asyncio.gather(*taken, return_exceptions=True)

    return asyncio.run(take())


def add_at_once(centre: Centre, *numbers: str) -> list[str]:
    async def add() -> Sequence[str]:
        return [outcome(each) for each in await asyncio.gather(*(centre.adding(record(each)) for each in numbers))]

    return list(asyncio.run(add()))


def refuse_to_store(store: SqlStore, number: str) -> None:
    """Let the database refuse a called number."""
    refused = f"WHEN new.called_no = '{number}' BEGIN SELECT RAISE(ABORT, 'no'); END"
    execute(store, f"CREATE TRIGGER picky BEFORE INSERT ON called_number {refused}")


@contextmanager
def counted(store: SqlStore, *names: str) -> Iterator[list[str]]:
    """What SQLAlchemy does with transactions meanwhile: begin, commit, rollback."""
    seen: list[str] = []
    listeners = [(name, lambda _, name=name: seen.append(name)) for name in names]
    for name, listener in listeners:
        event.listen(store._connection, name, listener)
    yield seen
    for name, listener in listeners:
        event.remove(store._connection, name, listener)


@contextmanager
def executed(store: SqlStore) -> Iterator[list[str]]:
    """The statements that are executed meanwhile."""
    seen: list[str] = []

    def listener(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        seen.append(statement)

    event.listen(store._connection, "before_cursor_execute", listener)
    yield seen
    event.remove(store._connection, "before_cursor_execute", listener)


def test_many_share_a_commit(centre: Centre, sql_store: SqlStore) -> None:
    centre.refresh()
    with counted(sql_store, "commit") as commits:
        assert add_at_once(centre, *map(str, range(50))) == [ACCEPTED] * 50
    assert commits == ["commit"]
    assert [stored.record.called[0].called_no for stored in centre.records()] == list(map(str, range(50)))


def test_what_many_read_and_write_of_a_campaign_is_read_and_written_once(centre: Centre, sql_store: SqlStore) -> None:
    centre.refresh()
    with executed(sql_store) as statements:
        assert add_at_once(centre, *map(str, range(50))) == [ACCEPTED] * 50
    assert Counter(statement.split()[0] for statement in statements) == {
        "BEGIN": 1,
        "SELECT": 1,  # of the campaign and its world
        "INSERT": 2,  # of records and of their called numbers
        "UPDATE": 2,  # of the campaign and of its world
    }


def test_no_transaction_has_more_than_64(centre: Centre, sql_store: SqlStore) -> None:
    centre.refresh()
    with counted(sql_store, "commit") as commits:
        assert add_at_once(centre, *map(str, range(129))) == [ACCEPTED] * 129
    assert commits == ["commit"] * 3
    assert len(centre.records()) == 129


def test_one_that_raises_is_alone_in_it(centre: Centre, sql_store: SqlStore) -> None:
    taken = at_once(sql_store, (HERE, count), (HERE, change_then_raise), (HERE, count))
    assert [type(each) for each in taken] == [int, DoubtError, int]
    assert centre.campaign().last_call == taken[2]  # type: ignore[union-attr] # it is there


def test_one_whose_world_is_gone_is_alone_in_it_and_nothing_is_done_again(centre: Centre, sql_store: SqlStore) -> None:
    del centre
    with counted(sql_store, "begin") as begun:
        taken = at_once(sql_store, (HERE, count), (NOWHERE, count), (HERE, count))
    assert [type(each) for each in taken] == [int, WorldGone, int]
    assert begun == ["begin"]


def test_one_that_the_database_refuses_is_alone_in_it(centre: Centre, sql_store: SqlStore) -> None:
    refuse_to_store(sql_store, "2")
    assert add_at_once(centre, "1", "2", "3") == [ACCEPTED, "0200006 ON-STORING", ACCEPTED]
    assert [stored.record.called[0].called_no for stored in centre.records()] == ["1", "3"]
    assert len({stored.data_ids for stored in centre.records()}) == 2


def test_a_refusal_that_rested_on_what_was_undone_does_not_stand(sql_store: SqlStore) -> None:
    centre = Centre.opened(sql_store, seed_of(campaign={"pending": 199_999}, settings={"pace_interval": 0}))
    refuse_to_store(sql_store, "1")
    assert add_at_once(centre, "1", "2") == ["0200006 ON-STORING", ACCEPTED]


def test_nor_does_it_where_the_database_cannot_even_be_asked_again(
    sql_store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    centre = Centre.opened(sql_store, seed_of(campaign={"pending": 199_999}, settings={"pace_interval": 0}))
    centre.refresh()

    def fail(opened: Opened, *_: object) -> Found:
        monkeypatch.setattr(Opened, "find", fail)
        raise StoreFailure(f"{type(opened)} has gone")

    monkeypatch.setattr(Opened, "flush", fail)
    assert add_at_once(centre, "1", "2") == ["0200006 ON-STORING"] * 2


def test_whoever_is_in_the_way_is_waited_for_once(file: Path, impatient: str) -> None:
    store = SqlStore(impatient)
    centre = Centre.opened(store, UNPACED)
    with locked(file), counted(store, "begin") as begun:
        taken = at_once(store, (HERE, count), (HERE, count), (HERE, count))
    assert [str(each) for each in taken] == ["database is locked"] * 3
    assert {type(each).__mro__[1] for each in taken} == {StoreFailure}
    assert begun == ["begin"]
    assert centre.campaign().last_call is None  # type: ignore[union-attr] # it is there
    store.close()


def test_a_call_that_cannot_be_stored_waits_once_for_whoever_is_in_the_way(file: Path, impatient: str) -> None:
    store = SqlStore(impatient)
    centre = Centre.opened(store, UNPACED)
    with locked(file), counted(store, "begin") as begun:
        assert add_at_once(centre, "1", "2") == ["0200006 ON-STORING"] * 2
    assert begun == ["begin"]
    store.close()


def test_a_step_that_is_not_waited_for_any_more_is_taken_with_the_others(centre: Centre, sql_store: SqlStore) -> None:
    async def take() -> int:
        left = asyncio.create_task(sql_store.transact(HERE, ManualClock(), count))
        stayed = asyncio.create_task(sql_store.transact(HERE, ManualClock(), lambda campaign: campaign.now))
        await asyncio.sleep(0)
        left.cancel()
        return await stayed

    now = asyncio.run(take())
    assert centre.campaign().last_call == now  # type: ignore[union-attr] # it is there
