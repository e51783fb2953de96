"""The statements of a call to the SQL store, each built once: SQLAlchemy then compiles it once."""

from sqlalchemy import Select, Table, bindparam, exists, insert, select, update

from mock_isales.engine.stores import sql_tables as rows
from mock_isales.engine.stores.sql_bulk import Bulk, BulkRows
from mock_isales.engine.stores.sql_tables import table

WORLD = table(rows.WorldRow)
BLOCKED = table(rows.BlockedNumberRow)
PROVISIONED = table(rows.ProvisionedNumberRow)
CAMPAIGN = table(rows.CampaignRow)
CALLING = table(rows.CallingNumberRow)
RECORD = table(rows.RecordRow)
CALLED = table(rows.CalledNumberRow)
HELD = table(rows.HeldRow)
ENTRY = table(rows.EntryRow)

# A transaction looks each campaign up once, and ends with the updates of what its steps have changed. Most VDNs have no
# blocklist: to know that saves a statement at every call.

FIND = (
    select(
        WORLD.c.key.label("world_key"),
        WORLD.c.last_data_id,
        WORLD.c.revision,
        WORLD.c.is_stirred,
        WORLD.c.last_entry_id,
        WORLD.c.last_used,
        CAMPAIGN.c.key.label("campaign_key"),
        CAMPAIGN.c.name,
        CAMPAIGN.c.state,
        CAMPAIGN.c.device_type,
        CAMPAIGN.c.result_policy,
        CAMPAIGN.c.call_mode,
        CAMPAIGN.c.incomplete_records,
        CAMPAIGN.c.incomplete_numbers,
        CAMPAIGN.c.calling_number_count,
        CAMPAIGN.c.last_call,
        exists().where(BLOCKED.c.world_key == WORLD.c.key, BLOCKED.c.vdn == bindparam("vdn")).label("has_blocklist"),
    )
    .select_from(WORLD)
    .outerjoin(
        CAMPAIGN,
        (CAMPAIGN.c.world_key == WORLD.c.key)
        & (CAMPAIGN.c.vdn == bindparam("vdn"))
        & (CAMPAIGN.c.id == bindparam("campaign")),
    )
    .where(WORLD.c.name == bindparam("world"))
)
UPDATE_WORLD = Bulk(
    update(WORLD)
    .where(WORLD.c.key == bindparam("of_key"))
    .values(last_data_id=bindparam("last_data_id"), last_entry_id=bindparam("last_entry_id"), last_used=bindparam("at"))
)
UPDATE_CAMPAIGN = Bulk(
    update(CAMPAIGN)
    .where(CAMPAIGN.c.key == bindparam("of_key"))
    .values(
        incomplete_records=bindparam("incomplete_records"),
        incomplete_numbers=bindparam("incomplete_numbers"),
        calling_number_count=bindparam("calling_number_count"),
        last_call=bindparam("last_call"),
    )
)

# Membership of some numbers, by an index.

NUMBERS_AT_ONCE = 500
"""How many numbers a look-up of membership asks for; SQLite has a limit to a statement's parameters."""


def _among(numbers: Table, column: str, *keys: str) -> Select[tuple[str]]:
    within = [numbers.c[key] == bindparam(key) for key in keys]
    return select(numbers.c[column]).where(*within, numbers.c[column].in_(bindparam("numbers", expanding=True)))


BLOCKED_AMONG = _among(BLOCKED, "number", "world_key", "vdn")
PROVISIONED_AMONG = _among(PROVISIONED, "number", "world_key", "vdn")
CALLING_AMONG = _among(CALLING, "access_code", "campaign_key")
CALLED_AMONG = _among(CALLED, "called_no", "campaign_key")

ADD_CAMPAIGN = insert(CAMPAIGN)
ADD_CALLING = Bulk(insert(CALLING))
ADD_RECORDS = BulkRows(RECORD)
ADD_CALLED = BulkRows(CALLED)
ADD_ENTRIES = BulkRows(ENTRY)
CHANGE_PRIORITY = Bulk(
    update(CALLING)
    .where(CALLING.c.campaign_key == bindparam("of_key"), CALLING.c.access_code == bindparam("of_access_code"))
    .values(priority=bindparam("priority"))
)

# What a campaign holds, all of it; never on the way of a call.

ALL_CALLING = select(CALLING.c.access_code, CALLING.c.priority).where(
    CALLING.c.campaign_key == bindparam("campaign_key")
)
ALL_RECORDS = select(RECORD).where(RECORD.c.campaign_key == bindparam("campaign_key")).order_by(RECORD.c.data_id)
ALL_CALLED = (
    select(CALLED)
    .where(CALLED.c.campaign_key == bindparam("campaign_key"))
    .order_by(CALLED.c.record_id, CALLED.c.position)
)
