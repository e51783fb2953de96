"""Clocks, faults, journals and coverage: several processes, or one that starts again, are one double."""

from typing import Literal

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0002"
down_revision = "0001"

_HELD = "INSERT INTO held SELECT key, '{}', '[]', 0, 1, 0, 0 FROM world"


def upgrade(op: Operations) -> None:
    """Make the tables, with what the worlds that are there hold: nothing, at the host's time."""
    # SQLite gives no key twice only where a table says so when it is made.
    anew: Literal["always", "never"] = "always" if op.get_context().dialect.name == "sqlite" else "never"
    with op.batch_alter_table("world", recreate=anew, table_kwargs={"sqlite_autoincrement": True}) as world:
        world.add_column(sa.Column("revision", sa.Integer(), nullable=False, server_default="0"))
        world.add_column(sa.Column("is_stirred", sa.Boolean(), nullable=False, server_default=sa.false()))
        world.add_column(sa.Column("last_entry_id", sa.BigInteger(), nullable=False, server_default="0"))
        world.add_column(sa.Column("last_used", sa.BigInteger(), nullable=False, server_default="0"))
    _make_held(op)
    op.execute(_HELD)
    op.execute("DELETE FROM mock_isales WHERE name = 'version'")


def _make_held(op: Operations) -> None:
    op.create_table(
        "held",
        sa.Column("world_key", sa.Integer(), sa.ForeignKey("world.key"), primary_key=True),
        sa.Column("clock", sa.JSON(), nullable=False),
        sa.Column("faults", sa.String(), nullable=False),
        sa.Column("last_fault_id", sa.BigInteger(), nullable=False),
        sa.Column("beginnings", sa.Integer(), nullable=False),
        sa.Column("begun_after", sa.BigInteger(), nullable=False),
        sa.Column("dropped_before", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "entry",
        sa.Column("world_key", sa.Integer(), sa.ForeignKey("world.key"), primary_key=True),
        sa.Column("id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("at", sa.BigInteger(), nullable=False),
        sa.Column("target", sa.String(), nullable=False),
        *(sa.Column(name, sa.LargeBinary(), nullable=False) for name in ("head", "body", "answer_head", "answer")),
        sa.Column("more", sa.String(), nullable=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "met",
        sa.Column("world", sa.String(), primary_key=True),
        sa.Column("point", sa.String(), primary_key=True),
        sa.Column("count", sa.BigInteger(), nullable=False),
    )
