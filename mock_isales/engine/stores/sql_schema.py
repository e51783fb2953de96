"""Whether a database is one of ours, and of a version that is known here; older ones are brought up to it."""

from importlib import import_module

from sqlalchemy import Connection, column, delete, insert, inspect, select
from sqlalchemy import table as plain_table

from mock_isales.engine.stores.sql_tables import ProbeRow, table

REVISION = "0002"
"""The newest one of the tables; `migrations` leads to it from those before."""

FIRST_REVISION = "0001"
"""That of databases which count their versions themselves, and whose version is `_COUNTED`."""

_OURS = table(ProbeRow)
_COUNTED = "2"
_VERSIONS = plain_table("alembic_version", column("version_num"))
_PROBE = "probe"
_PROBE_SIZE = 64 * 1024


def make_tables(connection: Connection) -> None:
    """Make the tables in an empty database, or bring those of an older program up to what is known here.

    Raises:
        ValueError: It holds something else, or tables of a version that is not known.
    """
    revision = revision_of(connection)
    if revision == REVISION:
        return
    # Few starts have anything to make: what makes tables is not imported in the others.
    import_module("mock_isales.engine.stores.migrations.migrating").migrate(connection, revision)


def revision_of(connection: Connection) -> str | None:
    """The version of a database's tables; None if it is empty.

    Raises:
        ValueError: It holds something else, or tables of a version that is not known.
    """
    names = inspect(connection).get_table_names()
    if not names:
        return None
    if _OURS.name not in names:
        raise ValueError("it is the database of something else")
    if _VERSIONS.name not in names:
        return _counted_revision(connection)
    revision = str(connection.scalars(select(_VERSIONS)).one())
    if revision not in {FIRST_REVISION, REVISION}:
        raise ValueError(
            f"a newer mock-isales has made it (version {revision} of its tables, {REVISION} is known here)"
        )
    return revision


def put_probe(connection: Connection) -> None:
    """Write about as much as a call does, to see whether the database can be written and has room."""
    connection.execute(delete(_OURS).where(_OURS.c.name == _PROBE))
    connection.execute(insert(_OURS), {"name": _PROBE, "value": "-" * _PROBE_SIZE})


def remove_probe(connection: Connection) -> None:
    """Let its room be used for something better."""
    connection.execute(delete(_OURS).where(_OURS.c.name == _PROBE))


def _counted_revision(connection: Connection) -> str:
    """The revision of a database that counts its versions itself."""
    version = connection.scalars(select(_OURS.c.value).where(_OURS.c.name == "version")).one_or_none()
    if version != _COUNTED:
        raise ValueError("an older mock-isales has made it, which was never released: use another file")
    return FIRST_REVISION
