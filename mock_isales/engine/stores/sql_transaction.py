"""A step's view of one campaign in a database."""

from collections.abc import Collection, Iterator, Mapping, Sequence

from sqlalchemy import Select

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.requests import CallingNumber
from mock_isales.engine.stores import sql_statements as sql
from mock_isales.engine.stores.protocol import Batch, CampaignKey, StoredRecord
from mock_isales.engine.stores.sql_bulk import Values
from mock_isales.engine.stores.sql_opened import OpenCampaign, Opened
from mock_isales.engine.stores.sql_rows import records_from


class SqlTransaction:
    """One campaign, open for a step, inside a transaction of the database.

    Args:
        opened: What is open in the transaction, and writes what changes.
        key: Which campaign is meant.
        now: When the step began, in microseconds since the epoch.

    Raises:
        WorldGone: Nothing is kept of its world.
    """

    __slots__ = ("_found", "_opened", "key", "now")

    def __init__(self, opened: Opened, key: CampaignKey, now: int) -> None:
        self.key = key
        self.now = now
        self._opened = opened
        self._found = opened.find(key)

    @property
    def campaign(self) -> Campaign | None:
        """The campaign, None while the VDN does not have it."""
        return self._found.campaign.campaign if self._found.campaign else None

    @property
    def last_data_id(self) -> int:
        """The highest data id that was given out in the world."""
        return self._found.world.last_data_id

    def create(self) -> None:
        """Make the campaign, running."""
        self._opened.create(self.key)

    def provisioned(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that the VDN has been provisioned with."""
        return self._among(sql.PROVISIONED_AMONG, numbers, world_key=self._found.world.key, vdn=self.key.vdn)

    def blocklisted(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that are on the VDN's blocklist."""
        if not self._found.has_blocklist:
            return ()
        return self._among(sql.BLOCKED_AMONG, numbers, world_key=self._found.world.key, vdn=self.key.vdn)

    def calling_numbers_among(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that are calling numbers of the campaign."""
        return self._among(sql.CALLING_AMONG, numbers, campaign_key=self._open.key)

    def calling_number_count(self) -> int:
        """How many calling numbers the campaign has."""
        return self._open.calling_number_count

    def called_before(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that a record of the campaign has."""
        self._opened.flush_records()
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
        sql.CHANGE_PRIORITY.execute(
            self._opened.connection, [_renamed(row) for row in rows if row["access_code"] in had]
        )
        sql.ADD_CALLING.execute(self._opened.connection, [row for row in rows if row["access_code"] not in had])
        kept.calling_number_count += len(rows) - len(had)
        kept.changed = True

    def add_records(self, batch: Batch) -> None:
        """Add records, incomplete. Their data ids are higher than all given out before."""
        kept = self._open
        records = batch.stored()
        kept.campaign.incomplete_numbers += self._opened.add_records(kept.key, records)
        kept.campaign.incomplete_records += len(records)
        kept.changed = True
        self._found.world.last_data_id = batch.data_ids[-1]
        self._found.world.changed = True

    def count_call(self) -> None:
        """Make this call the last one that the pace counts."""
        self._open.campaign.last_call = self.now
        self._open.changed = True

    def calling_numbers(self) -> Mapping[str, int]:
        """The campaign's calling numbers, each with its priority."""
        rows = self._opened.connection.execute(sql.ALL_CALLING, {"campaign_key": self._open.key})
        return {row.access_code: row.priority for row in rows}

    def records(self) -> Sequence[StoredRecord]:
        """The campaign's records, in the order they were added."""
        self._opened.flush_records()
        of_campaign = {"campaign_key": self._open.key}
        records = self._opened.connection.execute(sql.ALL_RECORDS, of_campaign)
        return list(records_from(records, self._opened.connection.execute(sql.ALL_CALLED, of_campaign)))

    @property
    def _open(self) -> OpenCampaign:
        if self._found.campaign is None:
            raise LookupError(f"no campaign {self.key}")
        return self._found.campaign

    def _among(self, membership: Select[tuple[str]], numbers: Sequence[str], **keys: int) -> set[str]:
        found: set[str] = set()
        for some in _portions(numbers):
            found.update(self._opened.connection.scalars(membership, {**keys, "numbers": some}))
        return found


def _portions(numbers: Sequence[str]) -> Iterator[Sequence[str]]:
    for start in range(0, len(numbers), sql.NUMBERS_AT_ONCE):
        yield numbers[start : start + sql.NUMBERS_AT_ONCE]


def _renamed(row: Values) -> Values:
    return {"of_key": row["campaign_key"], "of_access_code": row["access_code"], "priority": row["priority"]}
