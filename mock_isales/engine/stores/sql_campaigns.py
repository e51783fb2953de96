"""Campaigns in a database, as they are seen and changed from outside of a call."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.forms import to_digits, to_int
from mock_isales.engine.contents import CampaignContent, KeptCampaign
from mock_isales.engine.stores import sql_admin_statements as sql
from mock_isales.engine.stores.sql_bulk import Values
from mock_isales.engine.stores.sql_rows import campaign_from, campaign_values, insert_one
from mock_isales.engine.stores.sql_statements import ADD_CALLING, ADD_CAMPAIGN, CAMPAIGN


def kept_campaigns(
    connection: Connection, world_key: int, vdn: int | None = None, campaign: int | None = None
) -> Iterator[tuple[int, KeptCampaign]]:
    """The campaigns of a world, or of one of its VDNs, or one of those, each with its key; by VDN, then by id."""
    conditions = []
    if vdn is not None:
        conditions.append(CAMPAIGN.c.vdn == vdn)
    if campaign is not None:
        conditions.append(CAMPAIGN.c.id == to_digits(campaign))
    of_world = {"world_key": world_key}
    rows = connection.execute(sql.CAMPAIGNS.where(*conditions), of_world).all()
    numbers: dict[int, dict[str, int]] = {row.key: {} for row in rows}
    for number in connection.execute(sql.CALLING_OF.where(*conditions), of_world):
        numbers[number.campaign_key][number.access_code] = number.priority
    for row in rows:
        yield row.key, KeptCampaign(campaign_from(row.vdn, to_int(row.id), row), row.pending, numbers[row.key])


def kept_campaign(connection: Connection, world_key: int, vdn: int, campaign: int) -> tuple[int, KeptCampaign] | None:
    """A campaign with its key, None while the VDN does not have it."""
    return next(kept_campaigns(connection, world_key, vdn, campaign), None)


def add_campaigns(connection: Connection, world_key: int, contents: Sequence[CampaignContent]) -> list[int]:
    """Make campaigns in a world that has none, and return their keys; their records are left out, but counted."""
    if not contents:
        return []
    connection.execute(ADD_CAMPAIGN, [campaign_values(world_key, content.counted()) for content in contents])
    rows = connection.execute(sql.CAMPAIGNS, {"world_key": world_key})
    keys = {(row.vdn, row.id): row.key for row in rows}
    found = [keys[content.kept.campaign.vdn, to_digits(content.kept.campaign.id)] for content in contents]
    numbers = [
        row
        for key, content in zip(found, contents, strict=True)
        for row in _calling_values(key, content.kept.calling_numbers)
    ]
    ADD_CALLING.execute(connection, numbers)
    return found


def put_campaign(connection: Connection, world_key: int, kept: KeptCampaign) -> None:
    """Make a campaign, or change it; its records stay, and its counters are worked out anew."""
    found = kept_campaign(connection, world_key, kept.campaign.vdn, kept.campaign.id)
    key, had = found or (None, KeptCampaign(Campaign(kept.campaign.vdn, kept.campaign.id)))
    values = campaign_values(world_key, replace(kept, campaign=kept.with_incomplete(*had.incomplete)))
    if key is None:
        key = insert_one(connection, ADD_CAMPAIGN, values)
    else:
        changed = {name: value for name, value in values.items() if name not in {"world_key", "vdn", "id"}}
        connection.execute(sql.CHANGE_CAMPAIGN, {"of_key": key, **changed})
        connection.execute(sql.CLEAR_CALLING, {"campaign_key": key})
    ADD_CALLING.execute(connection, _calling_values(key, kept.calling_numbers))


def clear_counters(connection: Connection, world_key: int, pending: Mapping[tuple[int, int], int]) -> None:
    """Let all campaigns of a world have no records but some that are simply there, and no last call."""
    connection.execute(sql.CLEAR_COUNTERS, {"of_world": world_key})
    rows = [
        {
            "of_world": world_key,
            "of_vdn": vdn,
            "of_id": to_digits(campaign),
            "pending": count,
            "incomplete_records": count,
            "incomplete_numbers": count,
        }
        for (vdn, campaign), count in pending.items()
    ]
    sql.PUT_PENDING.execute(connection, rows)


def _calling_values(campaign_key: int, numbers: Mapping[str, int]) -> list[Values]:
    return [
        {"campaign_key": campaign_key, "access_code": access_code, "priority": priority}
        for access_code, priority in numbers.items()
    ]
