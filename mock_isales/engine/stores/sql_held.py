"""What worlds in a database hold beside their campaigns: it is shared by all processes, and outlives them."""

import json
from dataclasses import asdict
from typing import NamedTuple

from sqlalchemy import Connection

from mock_isales.engine.clocks import ClockMode, ClockState
from mock_isales.engine.held import Beginning, Held, News, Position
from mock_isales.engine.stores import sql_shared_statements as sql
from mock_isales.engine.stores.sql_entries import EntryRows
from mock_isales.engine.stores.sql_rows import AnyRow
from mock_isales.engine.stores.sql_statements import ADD_ENTRIES


def held_of(connection: Connection, world_key: int) -> Held:
    """What holds for the next call of a world."""
    row = connection.execute(sql.HELD_OF, {"world_key": world_key}).one()
    clock = ClockState(**{**row.clock, "mode": ClockMode(row.clock.get("mode", ClockMode.REAL))})
    return Held(clock, row.faults, row.last_fault_id)


def put_held(connection: Connection, world_key: int, held: Held) -> None:
    """Replace it. Who else knows the world does not hear of that by this alone."""
    connection.execute(sql.PUT_HELD, {"of_key": world_key, **_values(held)})
    connection.execute(sql.STIR, {"of_key": world_key, "stirred": held.is_stirred})


def revise(connection: Connection, world_key: int) -> None:
    """Let all who know a world hear that something has changed which holds for calls."""
    connection.execute(sql.REVISE, {"of_key": world_key})


class LastIds(NamedTuple):
    """Of a world in whose place another one comes: what must not be given again.

    Attributes:
        fault: The id of its last fault.
        entry: The id of its last call.
        beginnings: How often its journal had begun.
    """

    fault: int = 0
    entry: int = 0
    beginnings: int = 0


def last_ids(connection: Connection, world: str) -> LastIds:
    """Those of a world; of one that is not there, none were given."""
    row = connection.execute(sql.LAST_IDS, {"world": world}).one_or_none()
    return LastIds() if row is None else LastIds(*row)


def add_held(connection: Connection, world_key: int, before: LastIds) -> None:
    """Let a new world, which has no row yet of what it holds, hold nothing."""
    journal = {"beginnings": before.beginnings + 1, "begun_after": before.entry, "dropped_before": 0}
    held = _values(Held(last_fault_id=before.fault))
    connection.execute(sql.ADD_HELD, {"world_key": world_key, **held, **journal})
    put_last_entry(connection, world_key, before.entry)


def begin(connection: Connection, rows: EntryRows, world_key: int, beginning: Beginning) -> None:
    """Let a world hold something from now on, and nothing of what it held before."""
    ids = [int(fault["id"]) for fault in json.loads(beginning.faults)]
    last_fault_id = max(held_of(connection, world_key).last_fault_id, *ids, 0)
    put_held(connection, world_key, Held(beginning.clock, beginning.faults, last_fault_id))
    put_last_entry(connection, world_key, max([0, *(entry.id for entry in beginning.entries)]))
    last = connection.scalars(sql.LAST_ENTRY, {"world_key": world_key}).one()
    begin_journal(connection, world_key, last, beginning.dropped + len(beginning.entries))
    ADD_ENTRIES.execute(connection, [rows.row(world_key, entry) for entry in beginning.entries])


def begin_journal(connection: Connection, world_key: int, after: int, dropped_before: int = 0) -> None:
    """Let a world's journal begin anew, without any call."""
    connection.execute(sql.CLEAR_ENTRIES, {"world_key": world_key})
    connection.execute(sql.BEGIN_JOURNAL, {"of_key": world_key, "after": after, "before": dropped_before})


def put_last_entry(connection: Connection, world_key: int, last: int) -> None:
    """Give no id up to that one to a call any more."""
    connection.execute(sql.PUT_LAST_ENTRY, {"of_key": world_key, "last": last})


def news_of(connection: Connection, rows: EntryRows, head: AnyRow, known: Position) -> News:
    """What has become of a world's journal since it was known so far."""
    is_made_anew = known.key not in {0, head.key}
    # A world that comes in the place of one goes on counting; one that comes after its end begins again.
    is_other = is_made_anew and head.beginnings <= known.beginnings
    is_anew = is_made_anew or head.beginnings != known.beginnings
    after = 0 if is_anew else known.last_id
    found = connection.execute(sql.ENTRIES_AFTER, {"world_key": head.key, "after": after})
    entries = [rows.entry(row) for row in found]
    first, count = connection.execute(sql.FIRST_AND_COUNT, {"world_key": head.key}).one()
    last = max(head.last_entry_id, *(entry.id for entry in entries[-1:]), 0)
    dropped = head.dropped_before + last - head.begun_after - count
    position = Position(head.beginnings, last, head.key)
    return News(position, is_anew, head.begun_after, dropped, first or last + 1, entries, is_other)


def _values(held: Held) -> dict[str, object]:
    return {"clock": asdict(held.clock), "faults": held.faults, "last_fault_id": held.last_fault_id}
