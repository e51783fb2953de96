"""A database is opened, or the store is unavailable and says in one sentence which and why."""

import os
import re
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier, active_count

import pytest
from sqlalchemy import Engine, event

from mock_isales.engine.stores.protocol import StoreUnavailable
from mock_isales.engine.stores.sql import SqlStore
from tests.engine.stores.databases import beside, execute, full, locked

Whenever = Callable[[str, Callable[..., object]], None]


def complaint(url: str) -> str:
    with pytest.raises(StoreUnavailable) as caught:
        SqlStore(url)
    return str(caught.value)


def write(file: Path, *statements: str) -> None:
    with beside(file) as connection:
        for statement in statements:
            connection.execute(statement)


def made(url: str) -> None:
    SqlStore(url).close()


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("sqlite:////proc/double.db", "unable to open database file"),
        ("sqlite:////nowhere/at/all/double.db", "there is no folder /nowhere/at/all"),
        ("sqlite:////tmp", "unable to open database file"),
        ("sqlite:///double.db?timeout=soon", "could not convert string to float: 'soon'"),
        ("mysql://localhost/double", "mysql is not supported, only sqlite and postgresql+psycopg are"),
        (
            "sqlite+aiosqlite:///double.db",
            "sqlite+aiosqlite is not supported, only sqlite and postgresql+psycopg are",
        ),
        ("double.db", "Could not parse SQLAlchemy URL from given URL string"),
        ("sqlite://host/double.db", "Invalid SQLite URL: sqlite://host/double.db?timeout=5"),
    ],
)
def test_an_address_that_leads_nowhere(url: str, why: str) -> None:
    assert complaint(url) == f"The store {url} cannot be opened: {why}."


@pytest.mark.parametrize(
    ("content", "why"), [(b"no database" * 500, "file is not a database"), (b"short", "file is not a database")]
)
def test_a_file_that_is_no_database(url: str, file: Path, content: bytes, why: str) -> None:
    file.write_bytes(content)
    assert complaint(url) == f"The store {url} cannot be opened: {why}."
    assert file.read_bytes() == content


def test_a_database_of_something_else_is_left_as_it_is(url: str, file: Path) -> None:
    write(file, "CREATE TABLE customer (id)")
    content = file.read_bytes()
    assert complaint(url) == f"The store {url} cannot be opened: it is the database of something else."
    assert file.read_bytes() == content


def test_a_newer_schema(url: str, file: Path) -> None:
    made(url)
    write(file, "UPDATE alembic_version SET version_num = '0003'")
    why = "a newer mock-isales has made it (version 0003 of its tables, 0002 is known here)"
    assert complaint(url) == f"The store {url} cannot be opened: {why}."


def test_the_schema_before_the_first_release(url: str, file: Path) -> None:
    made(url)
    write(file, "DROP TABLE alembic_version", "INSERT INTO mock_isales VALUES ('version', '1')")
    content = file.read_bytes()
    why = "an older mock-isales has made it, which was never released: use another file"
    assert complaint(url) == f"The store {url} cannot be opened: {why}."
    assert file.read_bytes() == content


@pytest.mark.parametrize(
    ("exists", "why"), [(True, "attempt to write a readonly database"), (False, "unable to open database file")]
)
def test_a_database_that_can_only_be_read(url: str, file: Path, why: str, *, exists: bool) -> None:
    if exists:
        made(url)
    read_only = f"sqlite:///file:{file}?mode=ro&uri=true"
    assert complaint(read_only) == f"The store {read_only} cannot be opened: {why}."


def test_a_database_that_another_process_locks(impatient: str, url: str, file: Path) -> None:
    made(url)
    with locked(file):
        assert complaint(impatient) == f"The store {impatient} cannot be opened: database is locked."
    made(impatient)


@pytest.fixture
def whenever() -> Iterator[Whenever]:
    """Has something done at an event of any database that is opened from now on."""
    listeners: list[tuple[str, Callable[..., object]]] = []

    def listen(name: str, listener: Callable[..., object]) -> None:
        listeners.append((name, listener))
        event.listen(Engine, name, listener)

    yield listen
    for name, listener in listeners:
        event.remove(Engine, name, listener)


def test_a_disk_that_has_no_room_for_a_new_database(url: str, whenever: Whenever) -> None:
    whenever("connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 3"))
    assert complaint(url) == f"The store {url} cannot be opened: database or disk is full."


def test_a_disk_that_has_no_room_for_another_call(url: str, whenever: Whenever) -> None:
    store = SqlStore(url)
    with full(store):
        pass
    store.close()
    whenever("connect", lambda connection, _: connection.execute("PRAGMA max_page_count = 1"))
    assert complaint(url) == f"The store {url} cannot be opened: database or disk is full."


def test_a_refused_database_can_be_opened_once_nothing_is_wrong_any_more(url: str, file: Path) -> None:
    file.write_bytes(b"short")
    complaint(url)
    file.unlink()
    made(url)


@pytest.mark.parametrize("form", ["sqlite:///{}", "sqlite+pysqlite:///{}", "sqlite:///file:{}?uri=true"])
def test_a_database_is_made_where_there_is_none(form: str, file: Path) -> None:
    made(form.format(file))
    assert file.exists()


def test_a_relative_address_is_one_of_the_working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    made("sqlite:///here.db")
    assert (tmp_path / "here.db").exists()


def test_opening_leaves_nothing_of_its_probe(sql_store: SqlStore) -> None:
    assert execute(sql_store, "SELECT name, value FROM mock_isales") == []


def test_a_probe_that_a_killed_process_left_is_not_in_the_way(url: str, file: Path) -> None:
    made(url)
    write(file, "INSERT INTO mock_isales VALUES ('probe', '-')")
    made(url)


def test_what_is_committed_outlives_the_process(sql_store: SqlStore) -> None:
    assert execute(sql_store, "PRAGMA journal_mode") == [("wal",)]
    assert execute(sql_store, "PRAGMA synchronous") == [(1,)]


def test_stores_that_open_one_new_file_at_the_same_moment_all_open(url: str) -> None:
    start = Barrier(6)

    def open_at_once() -> None:
        start.wait()
        made(f"{url}?timeout=60")  # six of them may keep a slow disk busy for long

    with ThreadPoolExecutor(6) as threads:
        opened = [threads.submit(open_at_once) for _ in range(6)]
    assert [each.exception() for each in opened] == [None] * 6


def test_another_process_may_be_in_the_way_of_the_journals_mode(impatient: str, file: Path, whenever: Whenever) -> None:
    """As it is when both open a new file: each of them sets the same."""
    with beside(file) as other:

        def read(_: object, __: object, statement: str, *___: object) -> None:
            if "journal_mode" in statement:
                other.execute("BEGIN")
                other.execute("SELECT * FROM mock_isales")

        def stop_reading(_: object) -> None:
            other.execute("COMMIT")

        whenever("before_cursor_execute", read)
        whenever("handle_error", stop_reading)
        made(impatient)
        assert not other.in_transaction


def test_a_refused_database_is_let_go_of(url: str, file: Path) -> None:
    write(file, "CREATE TABLE customer (id)")
    threads = active_count()
    complaint(url)
    assert active_count() == threads
    assert str(file) not in {os.path.realpath(each) for each in Path("/proc/self/fd").iterdir()}


def test_no_message_is_longer_than_a_line(url: str, file: Path) -> None:
    file.write_bytes(b"short")
    assert re.fullmatch(r"[^\n\[]+\.", complaint(url))
