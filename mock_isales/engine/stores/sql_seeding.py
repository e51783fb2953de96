"""How a seed gets into a database, and out again."""

from sqlalchemy import Connection

from mock_isales.engine.seeds import Seed, campaign_of
from mock_isales.engine.stores import sql_statements as sql
from mock_isales.engine.stores.sql_rows import campaign_values, insert_one


def seed_of(connection: Connection, world: str) -> Seed | None:
    """The settings and readings that a world was filled with; None while nothing is kept of it."""
    said = connection.scalars(sql.WORLD_SEED, {"world": world}).one_or_none()
    return None if said is None else Seed.model_validate(said)


def fill_world(connection: Connection, world: str, seed: Seed) -> None:
    """Put a seed into a world of which nothing is kept."""
    said = seed.without_vdns().model_dump(mode="json", exclude_unset=True)
    world_key = insert_one(connection, sql.ADD_WORLD, {"name": world, "seed": said, "last_data_id": 0})
    for vdn in seed.vdns:
        of_vdn = {"world_key": world_key, "vdn": vdn.id}
        sql.ADD_BLOCKED.execute(connection, [{**of_vdn, "number": number} for number in vdn.blocklist])
        sql.ADD_PROVISIONED.execute(connection, [{**of_vdn, "number": number} for number in vdn.provisioned_numbers])
    _add_campaigns(connection, world_key, seed)
    _add_calling_numbers(connection, world_key, seed)


def clear_world(connection: Connection, world: str) -> None:
    """Forget all of a world."""
    for statement in sql.CLEAR:
        connection.execute(statement, {"world": world})


def _add_campaigns(connection: Connection, world_key: int, seed: Seed) -> None:
    rows = [
        campaign_values(world_key, campaign_of(vdn.id, each), len(each.calling_numbers))
        for vdn in seed.vdns
        for each in vdn.campaigns
    ]
    if rows:
        connection.execute(sql.ADD_CAMPAIGN, rows)


def _add_calling_numbers(connection: Connection, world_key: int, seed: Seed) -> None:
    rows = connection.execute(sql.CAMPAIGN_KEYS, {"world_key": world_key})
    keys = {(row.vdn, row.id): row.key for row in rows}
    numbers = [
        {"campaign_key": keys[vdn.id, str(each.id)], "access_code": number.access_code, "priority": number.priority}
        for vdn in seed.vdns
        for each in vdn.campaigns
        for number in each.calling_numbers
    ]
    sql.ADD_CALLING.execute(connection, numbers)
