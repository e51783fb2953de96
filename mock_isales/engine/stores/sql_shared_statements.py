"""The statements of the SQL store about what processes share of a world: its clock, faults, journal and coverage."""

from sqlalchemy import BindParameter, bindparam, case, delete, func, insert, select, update

from mock_isales.engine.stores import sql_tables as rows
from mock_isales.engine.stores.sql_statements import ENTRY, HELD, WORLD
from mock_isales.engine.stores.sql_tables import table

MET = table(rows.MetRow)

_OF_WORLD: BindParameter[int] = bindparam("world_key")
_USE_GRAIN = 1_000_000
"""Microseconds: to look at a world twice within them writes once."""

# What is held, and the revision that says whether a process knows it.

HEAD = (
    select(
        WORLD.c.key,
        WORLD.c.revision,
        WORLD.c.last_entry_id,
        WORLD.c.last_used,
        HELD.c.beginnings,
        HELD.c.begun_after,
        HELD.c.dropped_before,
    )
    .join(HELD, HELD.c.world_key == WORLD.c.key)
    .where(WORLD.c.name == bindparam("world"))
)
HELD_OF = select(HELD).where(HELD.c.world_key == _OF_WORLD)
ADD_HELD = insert(HELD)
PUT_HELD = (
    update(HELD)
    .where(HELD.c.world_key == bindparam("of_key"))
    .values(clock=bindparam("clock"), faults=bindparam("faults"), last_fault_id=bindparam("last_fault_id"))
)
REVISE = update(WORLD).where(WORLD.c.key == bindparam("of_key")).values(revision=WORLD.c.revision + 1)
STIR = update(WORLD).where(WORLD.c.key == bindparam("of_key")).values(is_stirred=bindparam("stirred"))
USE = (
    update(WORLD)
    .where(WORLD.c.key == bindparam("of_key"), WORLD.c.last_used + _USE_GRAIN < bindparam("at"))
    .values(last_used=bindparam("at"))
)
LAST_USED = select(WORLD.c.last_used).where(WORLD.c.key == _OF_WORLD)
LAST_IDS = (
    select(HELD.c.last_fault_id, WORLD.c.last_entry_id, HELD.c.beginnings)
    .join(WORLD, HELD.c.world_key == WORLD.c.key)
    .where(WORLD.c.name == bindparam("world"))
)

# The journal.

LAST_ENTRY = select(WORLD.c.last_entry_id).where(WORLD.c.key == _OF_WORLD)

ENTRIES_AFTER = (
    select(ENTRY).where(ENTRY.c.world_key == _OF_WORLD, ENTRY.c.id > bindparam("after")).order_by(ENTRY.c.id)
)
FIRST_AND_COUNT = select(func.min(ENTRY.c.id), func.count()).where(ENTRY.c.world_key == _OF_WORLD)
TRIM = delete(ENTRY).where(ENTRY.c.world_key == _OF_WORLD, ENTRY.c.id < bindparam("first"))
CLEAR_ENTRIES = delete(ENTRY).where(ENTRY.c.world_key == _OF_WORLD)
BEGIN_JOURNAL = (
    update(HELD)
    .where(HELD.c.world_key == bindparam("of_key"))
    .values(beginnings=HELD.c.beginnings + 1, begun_after=bindparam("after"), dropped_before=bindparam("before"))
)
PUT_LAST_ENTRY = (
    update(WORLD)
    .where(WORLD.c.key == bindparam("of_key"))
    .values(
        last_entry_id=case((WORLD.c.last_entry_id < bindparam("last"), bindparam("last")), else_=WORLD.c.last_entry_id)
    )
)

# Coverage.

MET_IN = select(MET.c.point, MET.c.count).where(MET.c.world == bindparam("of_world"))
MET_ANYWHERE = select(MET.c.point, func.sum(MET.c.count).label("count")).group_by(MET.c.point)
FORGET_MET = delete(MET).where(MET.c.world == bindparam("of_world"))
FORGET_ALL_MET = delete(MET)
