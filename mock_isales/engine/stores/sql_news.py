"""News of worlds: what one process has changed, all others on the same database hear at once. PostgreSQL tells it."""

import asyncio
from collections.abc import AsyncIterator
from importlib import import_module

from sqlalchemy import Connection, make_url

from mock_isales.engine.stores.sql_dialects import POSTGRESQL

CHANNEL = "mock_isales"


def tell(connection: Connection, world: str) -> None:
    """Let all others hear, once the transaction is committed, that something has changed in a world."""
    if connection.dialect.name == POSTGRESQL:
        connection.exec_driver_sql("SELECT pg_notify(%s, %s)", (CHANNEL, world))


async def changes(url: str, own: Connection) -> AsyncIterator[str]:
    """The names of worlds in which others change something, as it happens; without an end.

    The first is an empty one: what has changed before was not told.

    Args:
        url: Where the database is.
        own: What this process changes them by, which is not told.

    Raises:
        ConnectionError: The database has gone.
    """
    if own.dialect.name != POSTGRESQL:
        await asyncio.Event().wait()  # a file does not tell
    postgresql = import_module("mock_isales.engine.stores.postgresql")
    async for who, world in postgresql.told(make_url(url), CHANNEL):
        if who != postgresql.process_of(own):
            yield world
