"""Whether a database is one of ours, and of a version that is known here."""

from sqlalchemy import Connection, bindparam, delete, insert, inspect, select

from mock_isales.engine.stores.sql_tables import MetaRow, StoreTable, table

VERSION = 2
"""Of the tables. A change to them counts it up, and says here what to do with a database of the version before.

Version 1 was never released: its databases are refused.
"""

_META = table(MetaRow)
_VALUE = select(_META.c.value).where(_META.c.name == bindparam("of_name"))
_PROBE = "probe"
_PROBE_SIZE = 64 * 1024


def make_tables(connection: Connection) -> None:
    """Make the tables in an empty database.

    Raises:
        ValueError: It holds something else, or tables of another version.
    """
    names = inspect(connection).get_table_names()
    if not names:
        StoreTable.metadata.create_all(connection)
        connection.execute(insert(_META), {"name": "version", "value": str(VERSION)})
        return
    if _META.name not in names:
        raise ValueError("it is the database of something else")
    version = int(connection.scalars(_VALUE, {"of_name": "version"}).one())
    if version < VERSION:
        raise ValueError("an older mock-isales has made it, which was never released: use another file")
    if version > VERSION:
        raise ValueError(f"a newer mock-isales has made it (version {version} of its tables, {VERSION} is known here)")


def put_probe(connection: Connection) -> None:
    """Write about as much as a call does, to see whether the database can be written and has room."""
    connection.execute(delete(_META).where(_META.c.name == _PROBE))
    connection.execute(insert(_META), {"name": _PROBE, "value": "-" * _PROBE_SIZE})


def remove_probe(connection: Connection) -> None:
    """Let its room be used for something better."""
    connection.execute(delete(_META).where(_META.c.name == _PROBE))
