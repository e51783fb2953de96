"""What the steps of one transaction have open: a row is read once for all of them, and written once at their end.

Steps that wait for a database at the same time are often about the same campaign, and always add to a journal.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.forms import to_digits
from mock_isales.engine.contents import KeptCampaign
from mock_isales.engine.stores import sql_statements as sql
from mock_isales.engine.stores.protocol import CampaignKey, StoredRecord, WorldGone
from mock_isales.engine.stores.sql_bulk import Rows, Values
from mock_isales.engine.stores.sql_connection import lock_world, transaction
from mock_isales.engine.stores.sql_met import count_met
from mock_isales.engine.stores.sql_news import tell
from mock_isales.engine.stores.sql_rows import (
    AnyRow,
    campaign_from,
    campaign_values,
    insert_one,
    record_rows,
    write_records,
)

_MOST_CALLED = 5_000
"""Rows of called numbers: more do not wait for the end."""


@dataclass(slots=True)
class OpenWorld:
    """A world's row; `changed` says that it has to be written, without `is_stirred`: whoever changes that writes it."""

    key: int
    revision: int
    is_stirred: bool
    last_data_id: int
    last_entry_id: int
    last_used: int
    changed: bool = False

    def values(self) -> Values:
        """What is written of it."""
        return {
            "of_key": self.key,
            "last_data_id": self.last_data_id,
            "last_entry_id": self.last_entry_id,
            "at": self.last_used,
        }


@dataclass(slots=True)
class OpenCampaign:
    """A campaign's row; `changed` says that it has to be written."""

    key: int
    campaign: Campaign
    calling_number_count: int
    changed: bool = False

    def values(self) -> Values:
        """What is written of it."""
        return {
            "of_key": self.key,
            "incomplete_records": self.campaign.incomplete_records,
            "incomplete_numbers": self.campaign.incomplete_numbers,
            "calling_number_count": self.calling_number_count,
            "last_call": self.campaign.last_call,
        }


@dataclass(slots=True)
class Found:
    """Where a call goes to; its campaign is None while the VDN does not have it."""

    world: OpenWorld
    campaign: OpenCampaign | None
    has_blocklist: bool

    @property
    def changed(self) -> bool:
        """Whether something of it has to be written, or told."""
        return self.world.changed or (self.campaign is not None and self.campaign.changed)


class Opened:
    """What is open in a transaction. Where a step fails, all of it is to be undone.

    Args:
        connection: The database.
    """

    def __init__(self, connection: Connection) -> None:
        self.connection = connection
        self._found: dict[CampaignKey, Found] = {}
        self._worlds: dict[str, OpenWorld] = {}
        self._records: Rows = []
        self._called: Rows = []
        self._entries: Rows = []
        self._met: dict[str, Counter[str]] = {}

    def find(self, key: CampaignKey) -> Found:
        """The rows of a campaign and of its world. No other process changes them until the transaction ends.

        Raises:
            WorldGone: Nothing is kept of the world.
        """
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._look_up(key)
        return found

    def create(self, key: CampaignKey) -> None:
        """Make a campaign that `find` has looked for in vain, running."""
        found = self._found[key]
        campaign = Campaign(key.vdn, key.campaign)
        values = campaign_values(found.world.key, KeptCampaign(campaign))
        found.campaign = OpenCampaign(insert_one(self.connection, sql.ADD_CAMPAIGN, values), campaign, 0)

    def add_records(self, campaign_key: int, records: Sequence[StoredRecord]) -> int:
        """Add records with their called numbers; how many numbers they have."""
        rows, called = record_rows(campaign_key, records)
        self._records += rows
        self._called += called
        if len(self._called) > _MOST_CALLED:
            self.flush_records()
        return len(called)

    def add_entry(self, row: tuple[Any, ...]) -> None:
        """Put the row of an entry into its journal."""
        self._entries.append(row)

    def meet(self, world: str, points: Iterable[str]) -> None:
        """A call to a world has met points of coverage."""
        self._met.setdefault(world, Counter()).update(points)

    def flush_records(self) -> None:
        """Write the records: who looks among them finds them only then."""
        write_records(self.connection, self._records, self._called)
        self._records, self._called = [], []

    def flush(self) -> None:
        """Write all that is not yet, and tell which worlds have changed."""
        self.flush_records()
        changed = {key: found for key, found in self._found.items() if found.changed}
        campaigns = [found.campaign for found in changed.values() if found.campaign is not None]
        sql.UPDATE_CAMPAIGN.execute(self.connection, [each.values() for each in campaigns if each.changed])
        names = dict.fromkeys(key.world for key in changed)
        sql.UPDATE_WORLD.execute(self.connection, [self._worlds[name].values() for name in names])
        sql.ADD_ENTRIES.execute(self.connection, self._entries)
        for name, met in self._met.items():
            count_met(self.connection, name, met)
        for name in names:
            tell(self.connection, name)

    def _look_up(self, key: CampaignKey) -> Found:
        name, vdn, campaign = key
        if name not in self._worlds:
            lock_world(self.connection, name)
        of_key = {"world": name, "vdn": vdn, "campaign": to_digits(campaign)}
        row = self.connection.execute(sql.FIND, of_key).one_or_none()
        if row is None:
            raise WorldGone(f"nothing is kept of the world {name}")
        world = self._worlds.setdefault(name, _world_from(row))
        return Found(world, _campaign_from(key, row), row.has_blocklist)


@contextmanager
def opening(connection: Connection) -> Iterator[Opened]:
    """Take steps in one transaction, all or nothing.

    Raises:
        StoreFailure: The database failed; nothing is kept. `transaction` tells which kinds there are.
    """
    with transaction(connection):
        opened = Opened(connection)
        yield opened
        opened.flush()


def _world_from(row: AnyRow) -> OpenWorld:
    return OpenWorld(row.world_key, row.revision, row.is_stirred, row.last_data_id, row.last_entry_id, row.last_used)


def _campaign_from(key: CampaignKey, row: AnyRow) -> OpenCampaign | None:
    if row.campaign_key is None:
        return None
    return OpenCampaign(row.campaign_key, campaign_from(key.vdn, key.campaign, row), row.calling_number_count)
