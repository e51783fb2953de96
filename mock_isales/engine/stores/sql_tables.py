"""The tables of the SQL store.

They have a registry of their own, never SQLModel's global one: a double may be embedded in a process that has SQLModel
tables itself. Text that a call sends has no length here; the contract has judged it.
"""

from typing import Any

from sqlalchemy import JSON, BigInteger, Index, Table, UniqueConstraint, false
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

_CLUSTERED = {"sqlite_with_rowid": False}
"""SQLite then keeps a table in the tree of its primary key, and not in two trees."""


class StoreTable(SQLModel, registry=registry()):
    """A table of the double."""


class ProbeRow(StoreTable, table=True):
    """What is written at the start, to see whether the database can be written and has room."""

    __tablename__ = "mock_isales"

    name: str = Field(primary_key=True)
    value: str


class WorldRow(StoreTable, table=True):
    """A world. A call writes this row anew: what is long stands elsewhere.

    Attributes:
        key: Never given twice: a world that is made again is another one.
        last_data_id: The last one that it gave out, 0 at first.
        revision: Counts the changes to what all processes know of it: settings, readings, clock, faults.
        is_stirred: Whether each call changes that: its clock is manual, or faults are set.
        last_entry_id: The id of its last call, 0 at first.
        last_used: When it was last called or looked at, in microseconds of the host's clock.
    """

    __tablename__ = "world"
    __table_args__ = {"sqlite_autoincrement": True}

    key: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    last_data_id: int = Field(default=0, sa_type=BigInteger)
    revision: int = Field(default=0, sa_column_kwargs={"server_default": "0"})
    is_stirred: bool = Field(default=False, sa_column_kwargs={"server_default": false()})
    last_entry_id: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs={"server_default": "0"})
    last_used: int = Field(default=0, sa_type=BigInteger, sa_column_kwargs={"server_default": "0"})


class HeldRow(StoreTable, table=True):
    """What a world holds beside its campaigns.

    Attributes:
        clock: What its clock goes by.
        faults: Those that are set, as JSON.
        last_fault_id: The last one that was given out, 0 at first.
        beginnings: How often its journal has begun anew.
        begun_after: The id of the last call when it last did.
        dropped_before: How many calls had been dropped where its calls come from, those that came along included.
    """

    __tablename__ = "held"

    world_key: int = Field(primary_key=True, foreign_key="world.key")
    clock: dict[str, Any] = Field(sa_type=JSON)
    faults: str
    last_fault_id: int = Field(sa_type=BigInteger)
    beginnings: int
    begun_after: int = Field(sa_type=BigInteger)
    dropped_before: int = Field(sa_type=BigInteger)


class EntryRow(StoreTable, table=True):
    """A call to a world, as `Entry` has it.

    Attributes:
        more: What is not there for most calls, or short.
    """

    __tablename__ = "entry"
    __table_args__ = _CLUSTERED

    world_key: int = Field(primary_key=True, foreign_key="world.key")
    id: int = Field(primary_key=True, sa_type=BigInteger)
    at: int = Field(sa_type=BigInteger)
    target: str
    head: bytes
    body: bytes
    answer_head: bytes
    answer: bytes
    more: str


class MetRow(StoreTable, table=True):
    """How many calls to a world have met a point of coverage, or were answered by a fault.

    Attributes:
        world: Its name; empty for all calls that no world counts any more.
        point: The point's id; `operation label` for what a fault answered.
    """

    __tablename__ = "met"

    world: str = Field(primary_key=True)
    point: str = Field(primary_key=True)
    count: int = Field(sa_type=BigInteger)


class SeedRow(StoreTable, table=True):
    """What a world was filled with.

    Attributes:
        seed: The whole seed. What was left unsaid is not there, and the campaigns' ids are texts.
        own: Whether it is the world's own, and not the server's.
        changes: The settings and readings said since, in the same way.
    """

    __tablename__ = "seed"

    world_key: int = Field(primary_key=True, foreign_key="world.key")
    seed: dict[str, Any] = Field(sa_type=JSON)
    own: bool
    changes: dict[str, Any] = Field(sa_type=JSON)


class BlockedNumberRow(StoreTable, table=True):
    """A called number on the blocklist of a VDN."""

    __tablename__ = "blocked_number"
    __table_args__ = _CLUSTERED

    world_key: int = Field(primary_key=True, foreign_key="world.key")
    vdn: int = Field(primary_key=True)
    number: str = Field(primary_key=True)


class ProvisionedNumberRow(StoreTable, table=True):
    """A calling number that a VDN has been provisioned with."""

    __tablename__ = "provisioned_number"
    __table_args__ = _CLUSTERED

    world_key: int = Field(primary_key=True, foreign_key="world.key")
    vdn: int = Field(primary_key=True)
    number: str = Field(primary_key=True)


class CampaignRow(StoreTable, table=True):
    """A campaign, with what a call needs to know of its records and numbers, so that no call counts them.

    Attributes:
        id: In decimal digits: it has no upper limit.
        pending: Those of its incomplete records that are simply there, and have no row.
        last_call: Microseconds since the epoch.
    """

    __tablename__ = "campaign"
    __table_args__ = (UniqueConstraint("world_key", "vdn", "id"),)

    key: int | None = Field(default=None, primary_key=True)
    world_key: int = Field(foreign_key="world.key")
    vdn: int
    id: str
    name: str
    state: str
    device_type: str
    result_policy: str
    call_mode: str
    pending: int = Field(sa_type=BigInteger)
    incomplete_records: int = Field(sa_type=BigInteger)
    incomplete_numbers: int = Field(sa_type=BigInteger)
    calling_number_count: int
    last_call: int | None = Field(sa_type=BigInteger)


class CallingNumberRow(StoreTable, table=True):
    """A calling number of a campaign."""

    __tablename__ = "calling_number"
    __table_args__ = _CLUSTERED

    campaign_key: int = Field(primary_key=True, foreign_key="campaign.key")
    access_code: str = Field(primary_key=True)
    priority: int


class RecordRow(StoreTable, table=True):
    """A record of a campaign, as it was sent.

    Attributes:
        data_id: Its first one. They increase, so they also give the order in which records were added.
        added_at: Microseconds since the epoch.
        completed_at: The same; None while it is incomplete.
    """

    __tablename__ = "record"

    campaign_key: int = Field(primary_key=True, foreign_key="campaign.key")
    data_id: int = Field(primary_key=True, sa_type=BigInteger)
    batch_id: str | None
    added_at: int = Field(sa_type=BigInteger)
    session_id: str | None
    caller: str | None
    custom_field: str | None
    recycle_time: str | None
    call_data: str | None
    priority: str
    completed_at: int | None = Field(sa_type=BigInteger)


class CalledNumberRow(StoreTable, table=True):
    """A called number of a record.

    Attributes:
        record_id: The record's `data_id`.
        position: Its place in the record, from 0.
        data_id: Its own one, None where only the record's first number has one.
    """

    __tablename__ = "called_number"
    __table_args__ = (Index("called_before", "campaign_key", "called_no"), _CLUSTERED)

    campaign_key: int = Field(primary_key=True, foreign_key="campaign.key")
    record_id: int = Field(primary_key=True, sa_type=BigInteger)
    position: int = Field(primary_key=True)
    called_no: str
    delay_time: str
    type: str | None
    data_id: int | None = Field(sa_type=BigInteger)


def table(row: type[StoreTable]) -> Table:
    """The table that a class of rows describes."""
    return StoreTable.metadata.tables[str(row.__tablename__)]
