"""What tests do to the databases behind SQL stores."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from mock_isales.engine.stores.sql import SqlStore


def execute(store: SqlStore, statement: str) -> list[Any]:
    """Execute a statement on the store's own connection."""
    connection = store._connection
    driver = store._thread.submit(lambda: connection.connection.driver_connection).result()
    assert driver is not None
    rows: list[Any] = store._thread.submit(lambda: driver.execute(statement).fetchall()).result()
    return rows


@contextmanager
def beside(file: Path) -> Iterator[sqlite3.Connection]:
    """Another connection to the file, as another process has it; usable in every thread."""
    with closing(sqlite3.connect(file, isolation_level=None, timeout=0, check_same_thread=False)) as connection:
        yield connection


@contextmanager
def locked(file: Path) -> Iterator[None]:
    """Another process writes all the time."""
    with beside(file) as connection:
        connection.execute("BEGIN IMMEDIATE")
        yield


@contextmanager
def full(store: SqlStore) -> Iterator[None]:
    """The disk is full: what is there can be changed, and nothing be added."""
    ((limit,),) = execute(store, "PRAGMA max_page_count")
    execute(store, "CREATE TABLE IF NOT EXISTS ballast (bytes)")
    execute(store, "PRAGMA max_page_count = 1")  # it never goes below what there is
    while True:
        try:
            execute(store, "INSERT INTO ballast VALUES (zeroblob(4000))")
        except sqlite3.OperationalError:
            break
    yield
    execute(store, f"PRAGMA max_page_count = {limit}")
