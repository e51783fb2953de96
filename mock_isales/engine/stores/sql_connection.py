"""The one connection of the SQL store: how it is opened, and how transactions are taken on it."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from sqlalchemy import URL, Connection, NullPool, create_engine, make_url
from sqlalchemy.exc import DBAPIError, OperationalError, SQLAlchemyError

from mock_isales.engine.stores.protocol import NotBegun, StoreFailure, StoreUnavailable
from mock_isales.engine.stores.sql_schema import make_tables, put_probe, remove_probe

BUSY_SECONDS = "5"
"""How long a transaction waits for another process to end its own, unless the URL says `?timeout=`."""


def open_database(url: str) -> Connection:
    """A connection to a database that has the store's tables and can be written.

    Raises:
        StoreUnavailable: Something is wrong with it.
    """
    try:
        connection = _connect(make_url(url))
        try:
            _prepare(connection)
        except BaseException:
            connection.close()
            raise
    except (SQLAlchemyError, StoreFailure, ValueError, TypeError) as error:
        raise StoreUnavailable(f"The store {url} cannot be opened: {_reason(error)}.") from error
    return connection


@contextmanager
def transaction(connection: Connection) -> Iterator[Connection]:
    """Do all or nothing, and alone: no other process writes in the meantime.

    The connection must send no BEGIN of its own.

    Raises:
        StoreFailure: The database failed; nothing is kept.
        NotBegun: It failed before anything was done.
    """
    failed: type[StoreFailure] = NotBegun
    try:
        with connection.begin():
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            failed = StoreFailure
            yield connection
    except DBAPIError as error:
        # A COMMIT that fails leaves SQLite's transaction open, and SQLAlchemy takes it for ended.
        connection.connection.rollback()
        raise failed(_reason(error)) from error


def _connect(url: URL) -> Connection:
    if url.drivername not in {"sqlite", "sqlite+pysqlite"}:
        raise ValueError(f"{url.drivername} is not supported, only sqlite is")
    folder = Path(url.database or "").parent
    if "uri" not in url.query and not folder.is_dir():
        raise ValueError(f"there is no folder {folder}")
    url = url.update_query_dict({"timeout": BUSY_SECONDS, **url.query})
    # Without an isolation level the driver sends no BEGIN.
    return create_engine(url, poolclass=NullPool, connect_args={"isolation_level": None}).connect()


def _prepare(connection: Connection) -> None:
    """Nothing is changed before it is known that the database is not somebody else's."""
    # What is committed outlives the sudden death of the process, if not of the machine.
    with connection.begin():
        connection.exec_driver_sql("PRAGMA synchronous = NORMAL")
    with transaction(connection):
        make_tables(connection)
    # Another process that opens the file at this moment can be in the way, but it makes the same change.
    with suppress(OperationalError), connection.begin():
        connection.exec_driver_sql("PRAGMA journal_mode = WAL")
    for write in (put_probe, remove_probe):
        with transaction(connection):
            write(connection)


def _reason(error: Exception) -> str:
    """One line, without the SQL and the advice that SQLAlchemy adds."""
    cause = error.orig if isinstance(error, DBAPIError) else error
    return str(cause).partition("\n")[0]
