"""Brings a database up to the newest version of the tables, by Alembic."""

from pathlib import Path

from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def migrate(connection: Connection, revision: str | None) -> None:
    """Take all steps to the newest version, in the transaction that is open.

    Alembic's own commands keep what they work on in globals: two servers that start in one process would meet there.

    Args:
        connection: The database.
        revision: The version of its tables; None if it has none.
    """
    script = scripts()
    context = MigrationContext.configure(connection)
    operations = Operations(context)
    if revision is not None and not context.get_current_heads():
        context.stamp(script, revision)
    steps = script.iterate_revisions("head", revision or "base")
    for step in reversed(list(steps)):
        step.module.upgrade(operations)
        context.stamp(script, step.revision)


def scripts() -> ScriptDirectory:
    """All versions."""
    return ScriptDirectory(Path(__file__).parent)
