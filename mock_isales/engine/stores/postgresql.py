"""PostgreSQL: how the SQL store reaches it. Whoever asks for it needs the extra `mock-isales[postgres]`."""

from collections.abc import AsyncIterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, create_engine

_DRIVER = "postgresql+psycopg"

_SETTINGS = {
    "lock_timeout": "5s",  # a process that holds a world keeps nobody waiting for longer
    "idle_in_transaction_session_timeout": "30s",  # and one that hangs lets go of it
}

_CONNECTING: dict[str, Any] = {
    "application_name": "mock-isales",
    "connect_timeout": 3,
    # A server that vanishes without a word is given up within some seconds.
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 10_000,  # milliseconds: one that has been sent something is not asked whether it is alive
}


def engine(url: URL) -> Engine:
    """What connects to a database.

    Raises:
        ValueError: The driver is not installed.
    """
    if find_spec("psycopg") is None:
        raise ValueError("its driver is missing: pip install 'mock-isales[postgres]'")
    return create_engine(_told(url), poolclass=NullPool, isolation_level="READ COMMITTED")


async def told(url: URL, channel: str) -> AsyncIterator[tuple[int, str]]:
    """What is told on a channel, by which process of the server, as it is told; without an end.

    The first is an empty text by nobody: from then on nothing is missed.

    Raises:
        ConnectionError: The database has gone.
    """
    psycopg = import_module("psycopg")
    told_url = _told(url)
    _, how = create_engine(told_url).dialect.create_connect_args(told_url)
    try:
        async with await psycopg.AsyncConnection.connect(**how, autocommit=True) as connection:
            await connection.execute(f"LISTEN {channel}")
            yield 0, ""
            async for news in connection.notifies():
                yield news.pid, news.payload
    except psycopg.Error as error:
        raise ConnectionError(str(error)) from error


def process_of(connection: Connection) -> int:
    """Which process of the server a connection has; 0 while it has none."""
    driver: Any = None if connection.invalidated or connection.closed else connection.connection.driver_connection
    process: int = 0 if driver is None else driver.info.backend_pid
    return process


def _told(url: URL) -> URL:
    """An address with what is said of a connection, unless it says otherwise itself."""
    options = " ".join(f"-c {name}={value}" for name, value in _SETTINGS.items())
    if "options" in url.query:
        options = f"{options} {url.query['options']}"
    query = {**{name: str(value) for name, value in _CONNECTING.items()}, **url.query, "options": options}
    return url.set(drivername=_DRIVER, query=query)
