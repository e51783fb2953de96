"""What only a database can do with a whole world: keep it, fail, and let other processes see it."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import Connection, event

from mock_isales.contract.campaigns import Campaign
from mock_isales.engine.contents import KeptCampaign
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.protocol import Administration, StoreFailure
from mock_isales.engine.stores.sql import SqlStore
from tests.engine.centre import CAMPAIGN, VDN, Centre, record, seed_of
from tests.engine.stores.databases import full

SEED = seed_of(
    campaign={"pending": 3, "calling_numbers": [{"access_code": "4"}]}, blocklist=["9"], settings={"pace_interval": 0}
)


def change_all(world: Administration) -> None:
    world.complete(VDN, CAMPAIGN, 4)
    world.put_campaign(KeptCampaign(Campaign(2, 10**30, "new"), 9, {"5": 5}))
    world.put_blocklist(VDN, ["8"])
    world.put_provisioned(VDN, ["7"])
    world.put_changes(Seed.model_validate({"settings": {"calldata_max": 7}}))


def test_a_world_is_there_when_the_store_is_opened_again(url: str) -> None:
    store = SqlStore(url)
    centre = Centre.opened(store, SEED)
    centre.add(record("1", "2"), record("3", priority="1"))
    centre.administer(change_all)
    before = centre.administer(lambda world: world.content())
    store.close()

    store = SqlStore(url)
    assert Centre.opened(store, SEED).administer(lambda world: world.content()) == before
    assert (store.worlds(), store.said("default").seed) == (["default"], SEED)
    assert store.said("default").changes.model_dump(exclude_unset=True) == {"settings": {"calldata_max": 7}}
    store.close()


def test_another_process_sees_what_was_changed(sql_store: SqlStore, url: str) -> None:
    other = SqlStore(url)
    one, another = (Centre.opened(store, SEED) for store in (sql_store, other))
    one.administer(change_all)
    assert another.administer(lambda world: world.content()) == one.administer(lambda world: world.content())
    other.close()


def test_a_full_disk_keeps_nothing_of_a_step(sql_store: SqlStore) -> None:
    centre = Centre.opened(sql_store, SEED)
    before = centre.administer(lambda world: world.content())

    def change_much(world: Administration) -> None:
        change_all(world)
        world.put_blocklist(5, [str(number) for number in range(10_000)])

    with full(sql_store), pytest.raises(StoreFailure, match="database or disk is full"):
        centre.administer(change_much)
    assert centre.administer(lambda world: world.content()) == before


def sent_by(centre: Centre, store: SqlStore, step: Callable[[Administration], object]) -> list[str]:
    """The statements that a step sends."""
    sent: list[str] = []

    def note(_: Connection, __: object, statement: str, *___: Any) -> None:  # noqa: ANN401
        sent.append(statement)

    event.listen(store._connection, "before_cursor_execute", note)
    centre.administer(step)
    event.remove(store._connection, "before_cursor_execute", note)
    return sent


@pytest.mark.parametrize("count", [2, 50])
def test_as_many_statements_complete_many_records_as_complete_a_few(sql_store: SqlStore, count: int) -> None:
    centre = Centre.opened(sql_store, seed_of(settings={"calldata_max": 100}))
    centre.add(*(record(str(number), priority=str(number % 5 + 1)) for number in range(50)))
    sent = sent_by(centre, sql_store, lambda world: world.complete(VDN, CAMPAIGN, count))
    assert len([statement for statement in sent if statement.startswith("UPDATE record ")]) <= 2
    assert len(sent) <= 9


def test_the_seed_is_not_in_the_row_that_calls_write(sql_store: SqlStore) -> None:
    centre = Centre.opened(sql_store, SEED)
    centre.refresh()
    sent: list[str] = []

    def note(_: Connection, __: object, statement: str, *___: Any) -> None:  # noqa: ANN401
        sent.append(statement)

    event.listen(sql_store._connection, "before_cursor_execute", note)
    centre.add(record("1"))
    assert any(statement.startswith("UPDATE world ") for statement in sent)
    assert not [statement for statement in sent if "seed" in statement]
