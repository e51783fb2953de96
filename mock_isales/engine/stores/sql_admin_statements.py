"""The statements of the SQL store that see and change whole worlds; no call waits for one of them."""

from typing import Any

from sqlalchemy import BigInteger, Delete, Select, Table, bindparam, cast, delete, func, insert, select, union, update

from mock_isales.engine.stores.sql_bulk import Bulk
from mock_isales.engine.stores.sql_statements import (
    BLOCKED,
    CALLED,
    CALLING,
    CAMPAIGN,
    ENTRY,
    HELD,
    PROVISIONED,
    RECORD,
    WORLD,
)
from mock_isales.engine.stores.sql_tables import SeedRow, table

SEED = table(SeedRow)


def _of_world(of_world: Table, *columns: str) -> Select[Any]:
    return select(*(of_world.c[name] for name in columns)).where(of_world.c.world_key == bindparam("world_key"))


def _clear_world(of_world: Table) -> Delete:
    return delete(of_world).where(of_world.c.world_key == bindparam("world_key"))


def _clear_campaigns(of_campaign: Table) -> Delete:
    return delete(of_campaign).where(of_campaign.c.campaign_key.in_(_of_world(CAMPAIGN, "key")))


def _clear_campaign(of_campaign: Table) -> Delete:
    return delete(of_campaign).where(of_campaign.c.campaign_key == bindparam("campaign_key"))


# Worlds and their seeds. Of what is cleared, that which holds nothing else goes last.

WORLD_NAMES = select(WORLD.c.name)
WORLD_KEYS = select(WORLD.c.key)
WORLD_KEY = select(WORLD.c.key).where(WORLD.c.name == bindparam("world"))
LAST_DATA_ID = select(WORLD.c.last_data_id).where(WORLD.c.key == bindparam("world_key"))
ADD_WORLD = insert(WORLD)
CLEAR_RECORDS = (_clear_campaigns(CALLED), _clear_campaigns(RECORD))
CLEAR_WORLD = (
    *CLEAR_RECORDS,
    _clear_campaigns(CALLING),
    *(_clear_world(each) for each in (CAMPAIGN, PROVISIONED, BLOCKED, SEED, HELD, ENTRY)),
    delete(WORLD).where(WORLD.c.key == bindparam("world_key")),
)
ADD_SEED = insert(SEED)
SAID_OF = _of_world(SEED, "seed", "own", "changes")
PUT_CHANGES = update(SEED).where(SEED.c.world_key == bindparam("of_key")).values(changes=bindparam("said"))

# VDNs and their numbers.

VDNS = union(*(_of_world(each, "vdn") for each in (CAMPAIGN, BLOCKED, PROVISIONED)))
ALL_BLOCKED = _of_world(BLOCKED, "vdn", "number")
ALL_PROVISIONED = _of_world(PROVISIONED, "vdn", "number")
BLOCKED_OF = _of_world(BLOCKED, "number").where(BLOCKED.c.vdn == bindparam("vdn"))
PROVISIONED_OF = _of_world(PROVISIONED, "number").where(PROVISIONED.c.vdn == bindparam("vdn"))
CLEAR_BLOCKED = _clear_world(BLOCKED).where(BLOCKED.c.vdn == bindparam("vdn"))
CLEAR_PROVISIONED = _clear_world(PROVISIONED).where(PROVISIONED.c.vdn == bindparam("vdn"))
ADD_BLOCKED = Bulk(insert(BLOCKED))
ADD_PROVISIONED = Bulk(insert(PROVISIONED))

# Campaigns, by VDN and then by id, which is text without zeros before it.

CAMPAIGNS = (
    select(CAMPAIGN)
    .where(CAMPAIGN.c.world_key == bindparam("world_key"))
    .order_by(CAMPAIGN.c.vdn, func.length(CAMPAIGN.c.id), CAMPAIGN.c.id)
)
CALLING_OF = (
    select(CALLING)
    .join(CAMPAIGN, CAMPAIGN.c.key == CALLING.c.campaign_key)
    .where(CAMPAIGN.c.world_key == bindparam("world_key"))
    .order_by(CALLING.c.campaign_key, CALLING.c.access_code)
)
_BY_KEY = CAMPAIGN.c.key == bindparam("of_key")
CHANGE_CAMPAIGN = (
    update(CAMPAIGN)
    .where(_BY_KEY)
    .values(
        {each.name: bindparam(each.name) for each in CAMPAIGN.c if each.name not in {"key", "world_key", "vdn", "id"}}
    )
)
REMOVE_CAMPAIGN = (
    *(_clear_campaign(each) for each in (CALLED, RECORD, CALLING)),
    delete(CAMPAIGN).where(CAMPAIGN.c.key == bindparam("campaign_key")),
)
CLEAR_CALLING = _clear_campaign(CALLING)
CLEAR_COUNTERS = (
    update(CAMPAIGN)
    .where(CAMPAIGN.c.world_key == bindparam("of_world"))
    .values(pending=0, incomplete_records=0, incomplete_numbers=0, last_call=None)
)
PUT_PENDING = Bulk(
    update(CAMPAIGN)
    .where(
        CAMPAIGN.c.world_key == bindparam("of_world"),
        CAMPAIGN.c.vdn == bindparam("of_vdn"),
        CAMPAIGN.c.id == bindparam("of_id"),
    )
    .values(
        pending=bindparam("pending"),
        incomplete_records=bindparam("incomplete_records"),
        incomplete_numbers=bindparam("incomplete_numbers"),
    )
)

# Records, in the order they were added. What was sent as a priority may begin with zeros.

PRIORITY = cast(RECORD.c.priority, BigInteger)
RECORDS_OF = (
    select(RECORD)
    .join(CAMPAIGN, CAMPAIGN.c.key == RECORD.c.campaign_key)
    .where(CAMPAIGN.c.world_key == bindparam("world_key"))
    .order_by(RECORD.c.campaign_key, RECORD.c.data_id)
)
CALLED_OF = (
    select(CALLED)
    .join(CAMPAIGN, CAMPAIGN.c.key == CALLED.c.campaign_key)
    .where(CAMPAIGN.c.world_key == bindparam("world_key"))
    .order_by(CALLED.c.campaign_key, CALLED.c.record_id, CALLED.c.position)
)
CALLED_BETWEEN = (
    select(CALLED)
    .where(
        CALLED.c.campaign_key == bindparam("campaign_key"),
        CALLED.c.record_id.between(bindparam("first"), bindparam("last")),
    )
    .order_by(CALLED.c.record_id, CALLED.c.position)
)

# Completing. Those that are dialled next are told by one statement, which two others look into.

_IN_CAMPAIGN = RECORD.c.campaign_key == bindparam("of_key")
_NEXT = (
    select(RECORD.c.data_id)
    .where(_IN_CAMPAIGN, RECORD.c.completed_at.is_(None), PRIORITY.between(0, bindparam("highest")))
    .order_by(PRIORITY, RECORD.c.data_id)
    .limit(bindparam("count"))
)
NEXT_NUMBERS = (
    select(func.count())
    .select_from(CALLED)
    .where(CALLED.c.campaign_key == bindparam("of_key"), CALLED.c.record_id.in_(_NEXT))
)
COMPLETE_NEXT = update(RECORD).where(_IN_CAMPAIGN, RECORD.c.data_id.in_(_NEXT)).values(completed_at=bindparam("at"))
COUNT_COMPLETED = (
    update(CAMPAIGN)
    .where(_BY_KEY)
    .values(
        pending=CAMPAIGN.c.pending - bindparam("gone"),
        incomplete_records=CAMPAIGN.c.incomplete_records - bindparam("records"),
        incomplete_numbers=CAMPAIGN.c.incomplete_numbers - bindparam("numbers"),
    )
)
