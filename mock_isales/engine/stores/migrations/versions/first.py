"""Worlds with their seeds, numbers, campaigns and records."""

import sqlalchemy as sa
from alembic.operations import Operations

revision = "0001"
down_revision = None

_CLUSTERED = {"sqlite_with_rowid": False}


def upgrade(op: Operations) -> None:
    """Make the tables."""
    _make_worlds(op)
    _make_campaigns(op)
    _make_records(op)


def _make_worlds(op: Operations) -> None:
    op.create_table(
        "mock_isales",
        sa.Column("name", sa.String(), primary_key=True),
        sa.Column("value", sa.String(), nullable=False),
    )
    op.create_table(
        "world",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("name", sa.String(), nullable=False, unique=True),
        sa.Column("last_data_id", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "seed",
        sa.Column("world_key", sa.Integer(), sa.ForeignKey("world.key"), primary_key=True),
        sa.Column("seed", sa.JSON(), nullable=False),
        sa.Column("own", sa.Boolean(), nullable=False),
        sa.Column("changes", sa.JSON(), nullable=False),
    )
    for name in ("blocked_number", "provisioned_number"):
        op.create_table(
            name,
            sa.Column("world_key", sa.Integer(), sa.ForeignKey("world.key"), primary_key=True),
            sa.Column("vdn", sa.Integer(), primary_key=True, autoincrement=False),
            sa.Column("number", sa.String(), primary_key=True),
            **_CLUSTERED,
        )


def _make_campaigns(op: Operations) -> None:
    op.create_table(
        "campaign",
        sa.Column("key", sa.Integer(), primary_key=True),
        sa.Column("world_key", sa.Integer(), sa.ForeignKey("world.key"), nullable=False),
        sa.Column("vdn", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.String(), nullable=False)
            for name in ("id", "name", "state", "device_type", "result_policy", "call_mode")
        ),
        *(
            sa.Column(name, sa.BigInteger(), nullable=False)
            for name in ("pending", "incomplete_records", "incomplete_numbers")
        ),
        sa.Column("calling_number_count", sa.Integer(), nullable=False),
        sa.Column("last_call", sa.BigInteger()),
        sa.UniqueConstraint("world_key", "vdn", "id"),
    )
    op.create_table(
        "calling_number",
        sa.Column("campaign_key", sa.Integer(), sa.ForeignKey("campaign.key"), primary_key=True),
        sa.Column("access_code", sa.String(), primary_key=True),
        sa.Column("priority", sa.Integer(), nullable=False),
        **_CLUSTERED,
    )


def _make_records(op: Operations) -> None:
    op.create_table(
        "record",
        sa.Column("campaign_key", sa.Integer(), sa.ForeignKey("campaign.key"), primary_key=True),
        sa.Column("data_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("batch_id", sa.String()),
        sa.Column("added_at", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.String()) for name in ("session_id", "caller", "custom_field", "recycle_time")),
        sa.Column("call_data", sa.String()),
        sa.Column("priority", sa.String(), nullable=False),
        sa.Column("completed_at", sa.BigInteger()),
    )
    op.create_table(
        "called_number",
        sa.Column("campaign_key", sa.Integer(), sa.ForeignKey("campaign.key"), primary_key=True),
        sa.Column("record_id", sa.BigInteger(), primary_key=True, autoincrement=False),
        sa.Column("position", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("called_no", sa.String(), nullable=False),
        sa.Column("delay_time", sa.String(), nullable=False),
        sa.Column("type", sa.String()),
        sa.Column("data_id", sa.BigInteger()),
        **_CLUSTERED,
    )
    op.create_index("called_before", "called_number", ["campaign_key", "called_no"])
