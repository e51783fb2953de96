"""What of the contract calls have met, in a database: counted for each world, and for those that have ended."""

from collections import Counter

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert as insert_in_postgresql
from sqlalchemy.dialects.sqlite import insert as insert_in_sqlite

from mock_isales.engine.stores import sql_shared_statements as sql
from mock_isales.engine.stores.sql_dialects import POSTGRESQL, SQLITE

_NO_WORLD = ""
"""Counts for all calls that no world counts any more."""


def count_met(connection: Connection, world: str, points: Counter[str]) -> None:
    """Count how many calls to a world have met points."""
    if not points:
        return
    insert = insert_in_sqlite if connection.dialect.name == SQLITE else insert_in_postgresql
    adding = insert(sql.MET)
    adding = adding.on_conflict_do_update(
        index_elements=[sql.MET.c.world, sql.MET.c.point], set_={"count": sql.MET.c.count + adding.excluded.count}
    )
    # In one and the same order, so that no two processes wait for each other.
    rows = [{"world": world, "point": point, "count": count} for point, count in sorted(points.items())]
    connection.execute(adding, rows)


def met_in(connection: Connection, world: str) -> dict[str, int]:
    """How many calls to a world have met each point."""
    rows = connection.execute(sql.MET_IN, {"of_world": world})
    return {row[0]: row[1] for row in rows}


def forget_met_in(connection: Connection, world: str) -> None:
    """Forget what a world has met, but not for the server as a whole."""
    count_met(connection, _NO_WORLD, Counter(met_in(connection, world)))
    connection.execute(sql.FORGET_MET, {"of_world": world})


def all_met(connection: Connection, *, forget: bool) -> dict[str, int]:
    """How many calls to all worlds, also those that have ended, have met each point."""
    if forget and connection.dialect.name == POSTGRESQL:
        # Calls write several of these rows: without that, one could wait for this, and this for that one.
        connection.exec_driver_sql(f"LOCK TABLE {sql.MET.name} IN SHARE ROW EXCLUSIVE MODE")
    met = {point: int(count) for point, count in connection.execute(sql.MET_ANYWHERE)}
    if forget:
        connection.execute(sql.FORGET_ALL_MET)
    return met
