"""A step's view of one campaign in a database."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, Select

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.forms import to_digits
from mock_isales.contract.requests import CallingNumber
from mock_isales.engine.contents import KeptCampaign
from mock_isales.engine.stores import sql_statements as sql
from mock_isales.engine.stores.protocol import Batch, CampaignKey, StoredRecord, WorldGone
from mock_isales.engine.stores.sql_bulk import Values
from mock_isales.engine.stores.sql_connection import lock_world
from mock_isales.engine.stores.sql_rows import (
    AnyRow,
    add_records,
    campaign_from,
    campaign_values,
    insert_one,
    records_from,
)


@dataclass(slots=True)
class _OpenCampaign:
    """A campaign's row; `changed` says that it has to be written."""

    key: int
    campaign: Campaign
    calling_number_count: int
    changed: bool = False

    def values(self) -> Values:
        return {
            "of_key": self.key,
            "incomplete_records": self.campaign.incomplete_records,
            "incomplete_numbers": self.campaign.incomplete_numbers,
            "calling_number_count": self.calling_number_count,
            "last_call": self.campaign.last_call,
        }


class SqlTransaction:
    """One campaign, open for a step, inside a transaction of the database.

    The rows of the campaign and of its world are read at once, and written by `flush` if they have changed.

    Args:
        connection: The database.
        key: Which campaign is meant.
        now: When the step began, in microseconds since the epoch.
        row: What `found` has found of it.
    """

    __slots__ = (
        "_connection",
        "_has_blocklist",
        "_kept",
        "_new_data_id",
        "_row",
        "_world_key",
        "key",
        "last_data_id",
        "now",
    )

    def __init__(self, connection: Connection, key: CampaignKey, now: int, row: AnyRow) -> None:
        self.now = now
        self._connection = connection
        self.key = key
        self._row = row
        self._world_key: int = row.world_key
        self.last_data_id: int = row.last_data_id
        self._has_blocklist: bool = row.has_blocklist
        self._new_data_id = False
        self._kept: _OpenCampaign | None = None
        if row.campaign_key is not None:
            self._kept = _OpenCampaign(
                row.campaign_key, campaign_from(key.vdn, key.campaign, row), row.calling_number_count
            )

    @property
    def campaign(self) -> Campaign | None:
        """The campaign, None while the VDN does not have it."""
        return self._kept.campaign if self._kept else None

    def create(self) -> None:
        """Make the campaign, running."""
        campaign = Campaign(self.key.vdn, self.key.campaign)
        key = insert_one(self._connection, sql.ADD_CAMPAIGN, campaign_values(self._world_key, KeptCampaign(campaign)))
        self._kept = _OpenCampaign(key, campaign, 0)

    def provisioned(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that the VDN has been provisioned with."""
        return self._among(sql.PROVISIONED_AMONG, numbers, world_key=self._world_key, vdn=self.key.vdn)

    def blocklisted(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that are on the VDN's blocklist."""
        if not self._has_blocklist:
            return ()
        return self._among(sql.BLOCKED_AMONG, numbers, world_key=self._world_key, vdn=self.key.vdn)

    def calling_numbers_among(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that are calling numbers of the campaign."""
        return self._among(sql.CALLING_AMONG, numbers, campaign_key=self._open.key)

    def calling_number_count(self) -> int:
        """How many calling numbers the campaign has."""
        return self._open.calling_number_count

    def called_before(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that a record of the campaign has."""
        return self._among(sql.CALLED_AMONG, numbers, campaign_key=self._open.key)

    def put_calling_numbers(self, numbers: Sequence[CallingNumber]) -> None:
        """Add calling numbers; one that the campaign has already takes its new priority."""
        kept = self._open
        priorities = {number.access_code: number.priority for number in numbers}
        had = self.calling_numbers_among(list(priorities))
        rows = [
            {"campaign_key": kept.key, "access_code": access_code, "priority": priority}
            for access_code, priority in priorities.items()
        ]
        sql.CHANGE_PRIORITY.execute(self._connection, [_renamed(row) for row in rows if row["access_code"] in had])
        sql.ADD_CALLING.execute(self._connection, [row for row in rows if row["access_code"] not in had])
        kept.calling_number_count += len(rows) - len(had)
        kept.changed = True

    def add_records(self, batch: Batch) -> None:
        """Add records, incomplete. Their data ids are higher than all given out before."""
        kept = self._open
        records = batch.stored()
        kept.campaign.incomplete_numbers += add_records(self._connection, kept.key, records)
        kept.campaign.incomplete_records += len(records)
        kept.changed = True
        self.last_data_id = batch.data_ids[-1]
        self._new_data_id = True

    def count_call(self) -> None:
        """Make this call the last one that the pace counts."""
        self._open.campaign.last_call = self.now
        self._open.changed = True

    def calling_numbers(self) -> Mapping[str, int]:
        """The campaign's calling numbers, each with its priority."""
        rows = self._connection.execute(sql.ALL_CALLING, {"campaign_key": self._open.key})
        return {row.access_code: row.priority for row in rows}

    def records(self) -> Sequence[StoredRecord]:
        """The campaign's records, in the order they were added."""
        of_campaign = {"campaign_key": self._open.key}
        records = self._connection.execute(sql.ALL_RECORDS, of_campaign)
        return list(records_from(records, self._connection.execute(sql.ALL_CALLED, of_campaign)))

    def flush(self) -> None:
        """Write what changed of the rows that were read at the beginning."""
        if self._new_data_id:
            self.flush_world(self._row.last_entry_id, self._row.last_used)
        self.flush_campaign()

    def flush_world(self, last_entry_id: int, last_used: int) -> None:
        """Write the row of the world."""
        world = {"of_key": self._world_key, "last_data_id": self.last_data_id, "last_entry_id": last_entry_id}
        sql.UPDATE_WORLD.execute(self._connection, [{**world, "at": last_used}])

    def flush_campaign(self) -> None:
        """Write the row of the campaign, if it has changed."""
        if self._kept and self._kept.changed:
            sql.UPDATE_CAMPAIGN.execute(self._connection, [self._kept.values()])

    @property
    def _open(self) -> _OpenCampaign:
        if self._kept is None:
            raise LookupError(f"no campaign {self.key}")
        return self._kept

    def _among(self, membership: Select[tuple[str]], numbers: Sequence[str], **keys: int) -> set[str]:
        found: set[str] = set()
        for some in _portions(numbers):
            found.update(self._connection.scalars(membership, {**keys, "numbers": some}))
        return found


def found(connection: Connection, key: CampaignKey) -> AnyRow:
    """The rows of a campaign and of its world. No other process changes them until the transaction ends.

    Raises:
        WorldGone: Nothing is kept of the world.
    """
    world, vdn, campaign = key
    lock_world(connection, world)
    row = connection.execute(sql.FIND, {"world": world, "vdn": vdn, "campaign": to_digits(campaign)}).one_or_none()
    if row is None:
        raise WorldGone(f"nothing is kept of the world {world}")
    return row


def _portions(numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(numbers), sql.NUMBERS_AT_ONCE):
        yield numbers[start : start + sql.NUMBERS_AT_ONCE]


def _renamed(row: Values) -> Values:
    return {"of_key": row["campaign_key"], "of_access_code": row["access_code"], "priority": row["priority"]}
