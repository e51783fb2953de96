"""A look at a world in a database: what a process has to know that another one has changed."""

from sqlalchemy import Connection

from mock_isales.engine.held import Position
from mock_isales.engine.shared.protocol import Identity, Look
from mock_isales.engine.stores import sql_held
from mock_isales.engine.stores import sql_shared_statements as sql
from mock_isales.engine.stores.sql_connection import lock_world
from mock_isales.engine.stores.sql_entries import EntryRows
from mock_isales.engine.stores.sql_worlds import said_of


def look_at(
    connection: Connection, rows: EntryRows, world: str, known: Position | None, used_at: int | None
) -> Look | None:
    """Look at a world; None, if nothing is kept of it.

    Args:
        connection: The database.
        rows: Makes the journal's entries.
        world: The world's name.
        known: How far its journal is known; None where nobody asks for its news.
        used_at: That it is used now, by the host's clock; None if it is not.
    """
    lock_world(connection, world)
    head = connection.execute(sql.HEAD, {"world": world}).one_or_none()
    if head is None:
        return None
    if used_at is not None:
        connection.execute(sql.USE, {"of_key": head.key, "at": used_at})
    held = sql_held.held_of(connection, head.key)
    news = None if known is None else sql_held.news_of(connection, rows, head, known)
    return Look(Identity(head.key, head.revision), said_of(connection, head.key), held, head.last_used, news)
