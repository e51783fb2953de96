"""Whole worlds in a database: what they hold gets in, and out again."""

from typing import Any

from sqlalchemy import Connection, Select

from mock_isales.engine.contents import CampaignContent, Said, WorldContent, numbers_by_vdn
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores import sql_admin_statements as sql
from mock_isales.engine.stores import sql_shared_statements as shared
from mock_isales.engine.stores.packed import Records
from mock_isales.engine.stores.records import StoredRecord
from mock_isales.engine.stores.sql_bulk import Values
from mock_isales.engine.stores.sql_campaigns import add_campaigns, kept_campaigns
from mock_isales.engine.stores.sql_held import LastIds, add_held
from mock_isales.engine.stores.sql_rows import add_records, insert_one, records_from
from mock_isales.engine.stores.sql_seeds import seed_from, written

RECORDS_AT_ONCE = 1000
"""How many records are made rows of before they are handed over."""


def world_names(connection: Connection) -> list[str]:
    """The names of the worlds of which anything is kept, ascending."""
    return sorted(connection.scalars(sql.WORLD_NAMES))


def world_key(connection: Connection, world: str) -> int | None:
    """The key of a world, None while nothing is kept of it."""
    return connection.scalars(sql.WORLD_KEY, {"world": world}).one_or_none()


def said_of(connection: Connection, key: int) -> Said:
    """What was said of a world's settings and readings."""
    row = connection.execute(sql.SAID_OF, {"world_key": key}).one()
    return Said(seed_from(row.seed), row.own, seed_from(row.changes))


def put_changes(connection: Connection, key: int, changes: Seed) -> None:
    """Replace the settings and readings said of a world since."""
    connection.execute(sql.PUT_CHANGES, {"of_key": key, "said": written(changes.without_vdns())})


def add_world(connection: Connection, world: str, content: WorldContent, before: LastIds) -> int:
    """Make a world of which nothing is kept, and return its key.

    Args:
        connection: The database.
        world: What it is called.
        content: What it is to hold.
        before: What the one in whose place it comes has given out.
    """
    key = insert_one(connection, sql.ADD_WORLD, {"name": world, "last_data_id": content.last_data_id})
    seed, changes = written(content.seed), written(content.changes.without_vdns())
    add_held(connection, key, before)
    connection.execute(sql.ADD_SEED, {"world_key": key, "seed": seed, "own": content.own, "changes": changes})
    sql.ADD_BLOCKED.execute(connection, _number_values(key, content.blocklists))
    sql.ADD_PROVISIONED.execute(connection, _number_values(key, content.provisioned))
    keys = add_campaigns(connection, key, content.campaigns)
    for campaign_key, each in zip(keys, content.campaigns, strict=True):
        _add_records(connection, campaign_key, each.records)
    return key


def remove_world(connection: Connection, key: int) -> None:
    """Forget all of a world."""
    for statement in sql.CLEAR_WORLD:
        connection.execute(statement, {"world_key": key})


def remove_worlds(connection: Connection) -> None:
    """Forget all worlds."""
    for key in connection.scalars(sql.WORLD_KEYS).all():
        remove_world(connection, key)
    connection.execute(shared.FORGET_ALL_MET)


def content_of_world(connection: Connection, key: int) -> WorldContent:
    """All that is kept of a world."""
    records = _records_by_campaign(connection, key)
    said = said_of(connection, key)
    return WorldContent(
        said.seed,
        said.changes,
        connection.scalars(sql.LAST_DATA_ID, {"world_key": key}).one(),
        _numbers_of(connection, key, sql.ALL_BLOCKED),
        _numbers_of(connection, key, sql.ALL_PROVISIONED),
        [CampaignContent(kept, Records(records.get(of_key, []))) for of_key, kept in kept_campaigns(connection, key)],
        said.own,
    )


def _number_values(key: int, lists: dict[int, list[str]]) -> list[Values]:
    return [
        {"world_key": key, "vdn": vdn, "number": number} for vdn, numbers in lists.items() for number in set(numbers)
    ]


def _add_records(connection: Connection, campaign_key: int, records: Records) -> None:
    places = range(len(records))
    for start in range(0, len(records), RECORDS_AT_ONCE):
        some = records.at(places[start : start + RECORDS_AT_ONCE])
        add_records(connection, campaign_key, some)


def _numbers_of(connection: Connection, key: int, numbers: Select[Any]) -> dict[int, list[str]]:
    lists: dict[int, list[str]] = {}
    for vdn, number in connection.execute(numbers, {"world_key": key}):
        lists.setdefault(vdn, []).append(number)
    return numbers_by_vdn(lists.items())


def _records_by_campaign(connection: Connection, key: int) -> dict[int, list[StoredRecord]]:
    """The records of each campaign that has some, by the campaign's key."""
    rows = connection.execute(sql.RECORDS_OF, {"world_key": key}).all()
    stored = records_from(rows, connection.execute(sql.CALLED_OF, {"world_key": key}))
    lists: dict[int, list[StoredRecord]] = {}
    for row, each in zip(rows, stored, strict=True):
        lists.setdefault(row.campaign_key, []).append(each)
    return lists
