"""The tables: their own registry, columns that other databases have too, and no statement that reads a whole table."""

import asyncio
import sqlite3
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import BigInteger, Connection, event
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable
from sqlmodel import SQLModel

from mock_isales.engine.shared.protocol import CallTransaction
from mock_isales.engine.stores.protocol import CampaignKey
from mock_isales.engine.stores.sql import SqlStore
from mock_isales.engine.stores.sql_tables import StoreTable
from tests.engine.centre import ACCEPTED, Centre, outcome, record, seed_of
from tests.engine.stores.databases import beside, execute
from tests.engine.worlds import entry

TABLES = StoreTable.metadata.tables
POSTGRESQL = postgresql.dialect()  # type: ignore[no-untyped-call]


def test_they_are_not_in_sqlmodels_global_registry() -> None:
    assert StoreTable.metadata is not SQLModel.metadata
    assert not set(TABLES) & set(SQLModel.metadata.tables)


@pytest.mark.parametrize(
    "column",
    [
        "world.last_data_id",
        "campaign.last_call",
        "campaign.pending",
        "campaign.incomplete_records",
        "record.data_id",
        "record.added_at",
        "record.completed_at",
        "called_number.record_id",
        "called_number.data_id",
    ],
)
def test_what_exceeds_32_bits_has_a_column_of_64(column: str) -> None:
    table, _, name = column.partition(".")
    assert isinstance(TABLES[table].c[name].type, BigInteger)


def test_postgresql_could_have_them() -> None:
    made = [str(CreateTable(table).compile(dialect=POSTGRESQL)) for table in TABLES.values()]
    assert len(made) == 12
    assert not any("ROWID" in statement for statement in made)


def test_no_statement_of_a_call_reads_more_than_it_looks_for(sql_store: SqlStore, file: Path) -> None:
    sent: list[tuple[str, Any]] = []

    def note(_: Connection, __: object, statement: str, parameters: Any, ___: object, executemany: bool) -> None:  # noqa: ANN401, FBT001
        sent.append((statement, parameters[0] if executemany else parameters))

    event.listen(sql_store._connection, "before_cursor_execute", note)
    centre = Centre.opened(
        sql_store,
        seed_of(
            settings={"unknown_campaigns": "create", "deployment": "saas", "pace_interval": 0},
            readings={"duplicate_scope": "campaign"},
            blocklist=["139"],
            provisioned_numbers=["1", "2"],
        ),
    )
    sent.clear()
    for campaign in (5, 5):
        assert outcome(centre.call_from({"1": 1, "2": 2}, campaign=campaign)) == ACCEPTED
    for number in ("3", "4"):
        assert outcome(centre.add(record(number), campaign=5)) == ACCEPTED

    with beside(file) as connection:
        plans = [
            (statement, detail)
            for statement, parameters in sent
            if not statement.startswith("BEGIN")
            for *_, detail in connection.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)
        ]
    assert len(plans) > 20
    assert [plan for plan in plans if "SCAN" in plan[1]] == []
    called = [detail for _, detail in plans if "called_number" in detail]
    assert called
    assert all("called_no=?" in detail for detail in called)


def test_membership_of_more_numbers_than_a_statement_can_ask_for(sql_store: SqlStore) -> None:
    centre = Centre.opened(sql_store, seed_of(blocklist=[str(number) for number in range(0, 5000, 1000)]))
    driver = sql_store._connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    driver.setlimit(sqlite3.SQLITE_LIMIT_VARIABLE_NUMBER, 999)  # the lowest default that SQLite ever had
    asked = [str(number) for number in range(4001)]
    assert set(centre.take(lambda kept: kept.blocklisted(asked))) == {"0", "1000", "2000", "3000", "4000"}


def held(store: SqlStore) -> list[str]:
    """The tables that have rows."""
    return [name for name in TABLES if execute(store, f"SELECT 1 FROM {name} LIMIT 1")]  # noqa: S608


def test_removing_a_world_leaves_no_row(sql_store: SqlStore) -> None:
    sown = seed_of(campaign={"calling_numbers": [{"access_code": "1"}]}, blocklist=["9"], provisioned_numbers=["1"])
    centre = Centre.opened(sql_store, sown)
    centre.add(record("1"))
    asyncio.run(sql_store.call(CampaignKey("default", 0, 0), keep_one))
    always_empty = ["mock_isales"]
    assert held(sql_store) == [name for name in TABLES if name not in always_empty]
    centre.remove()
    assert held(sql_store) == ["met"]  # for the server as a whole


def keep_one(call: CallTransaction) -> None:
    call.keep(entry())
    call.meet(["ON:0200000"])
