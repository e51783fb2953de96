"""The one connection of the SQL store: how it is opened, and how transactions are taken on it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from importlib import import_module
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine, func, make_url, select
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from mock_isales.engine.stores.passwords import without_password
from mock_isales.engine.stores.protocol import NotBegun, NotKnown, StoreFailure, StoreUnavailable
from mock_isales.engine.stores.sql_dialects import SQLITE
from mock_isales.engine.stores.sql_schema import make_tables, put_probe, remove_probe

BUSY_SECONDS = "5"
"""How long a transaction waits for another process to end its own, unless a URL of SQLite says `?timeout=`."""

_LOCKS = 0x15A1E5
"""What advisory locks of PostgreSQL are ours."""
_TABLES = ""
"""Stands for a world: nobody else makes tables."""


def open_database(url: str) -> Connection:
    """A connection to a database that has the store's tables and can be written.

    Raises:
        StoreUnavailable: Something is wrong with it.
    """
    try:
        connection = _engine(url).connect()
        try:
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
    except (SQLAlchemyError, StoreFailure, ValueError, TypeError) as error:
        raise StoreUnavailable(f"The store {without_password(url)} cannot be opened: {_reason(error)}.") from error
    return connection


@contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """Do all or nothing. With SQLite, no other process writes in the meantime; with PostgreSQL, see `lock_world`.

    The driver of SQLite must send no BEGIN of its own.

    Raises:
        StoreFailure: The database failed; nothing is kept.
        NotBegun: It failed before anything was done.
        NotKnown: It went away while it committed.
    """
    failed: type[StoreFailure] = NotBegun
    try:
        with connection.begin():
            if connection.dialect.name == SQLITE:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            else:
                connection.exec_driver_sql("SELECT 1")  # a connection that was lost is noticed before a step is taken
            failed = StoreFailure
            yield connection
            failed = NotKnown
    except DBAPIError as error:
        if failed is NotKnown and not error.connection_invalidated:
            failed = StoreFailure  # a database that is still there has undone what it does not commit
        if connection.dialect.name == SQLITE:
            # A COMMIT that fails leaves SQLite's transaction open, and SQLAlchemy takes it for ended.
            connection.connection.rollback()
        raise failed(_reason(error)) from error


def lock_world(connection: Connection, world: str) -> None:
    """Let no other process look into a world, or make it, until the transaction ends. SQLite has done so already.

    Raises:
        NotBegun: Another one has not ended its own transaction in time.
    """
    if connection.dialect.name == SQLITE:
        return
    try:
        connection.execute(select(func.pg_advisory_xact_lock(_LOCKS, func.hashtext(world))))
    except OperationalError as error:
        raise NotBegun(_reason(error)) from error


def _engine(name: str) -> Engine:
    url = make_url(name)
    if url.drivername in {"sqlite", "sqlite+pysqlite"}:
        return _sqlite(url)
    if url.drivername in {"postgresql", "postgresql+psycopg"}:
        engine: Engine = import_module("mock_isales.engine.stores.postgresql").engine(url)
        return engine
    raise ValueError(f"{url.drivername} is not supported, only sqlite and postgresql+psycopg are")


def _sqlite(url: URL) -> Engine:
    folder = Path(url.database or "").parent
    if "uri" not in url.query and not folder.is_dir():
        raise ValueError(f"there is no folder {folder}")
    url = url.update_query_dict({"timeout": BUSY_SECONDS, **url.query})
    # Without an isolation level the driver sends no BEGIN.
    return create_engine(url, poolclass=NullPool, connect_args={"isolation_level": None})


def _prepare(connection: Connection) -> None:
    """Nothing is changed before it is known that the database is not somebody else's."""
    is_file = connection.dialect.name == SQLITE
    if is_file:
        # What is committed outlives the sudden death of the process, if not of the machine.
        with connection.begin():
            connection.exec_driver_sql("PRAGMA synchronous = NORMAL")
            # 16 MB of what was written wait beside the file: what is written again meanwhile, goes into it once.
            connection.exec_driver_sql("PRAGMA wal_autocheckpoint = 4000")
    with transaction(connection):
        lock_world(connection, _TABLES)
        make_tables(connection)
    if is_file:
        # Another process that opens the file at this moment can be in the way, but it makes the same change.
        with suppress(OperationalError), connection.begin():
            connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    for write in (put_probe, remove_probe):
        with transaction(connection):
            lock_world(connection, _TABLES)
            write(connection)


def _reason(error: Exception) -> str:
    """One line, without the SQL and the advice that SQLAlchemy adds."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return " ".join(str(cause).partition("\n")[0].split())
