"""A step's view of a whole world in a database."""

from collections.abc import Collection, Mapping

from sqlalchemy import Connection, Delete, Select

from mock_isales.contract.forms import to_digits
from mock_isales.engine.contents import KeptCampaign, Said, WorldContent
from mock_isales.engine.held import Beginning, Held
from mock_isales.engine.seeds import Seed
from mock_isales.engine.slices import Slices, at_once
from mock_isales.engine.stores import sql_admin_statements as sql
from mock_isales.engine.stores import sql_campaigns as campaigns
from mock_isales.engine.stores import sql_held, sql_met
from mock_isales.engine.stores import sql_records as records
from mock_isales.engine.stores import sql_shared_statements as shared
from mock_isales.engine.stores import sql_worlds as worlds
from mock_isales.engine.stores.records import RecordPage, WantedRecords
from mock_isales.engine.stores.sql_bulk import Bulk
from mock_isales.engine.stores.sql_connection import lock_world
from mock_isales.engine.stores.sql_entries import EntryRows
from mock_isales.engine.stores.sql_news import tell


class SqlAdministration:
    """All of one world, open for a step, inside a transaction of the database."""

    __slots__ = ("_connection", "_key", "_rows", "now", "world")

    def __init__(self, connection: Connection, world: str, now: int, rows: EntryRows) -> None:
        self.world = world
        self.now = now
        self._connection = connection
        self._rows = rows
        lock_world(connection, world)
        self._key = worlds.world_key(connection, world)

    @property
    def exists(self) -> bool:
        """Whether anything is kept of the world."""
        return self._key is not None

    def content(self) -> WorldContent:
        """All that is kept of the world."""
        return worlds.content_of_world(self._connection, self._open)

    def replace(self, content: WorldContent) -> None:
        """Make the world, or replace all that is kept of it. Ids go on, and what its calls have met stays."""
        before = sql_held.last_ids(self._connection, self.world)
        self._remove()
        self._key = worlds.add_world(self._connection, self.world, content, before)
        tell(self._connection, self.world)

    def remove(self) -> None:
        """Forget the world; nothing, if it does not exist."""
        if self._remove():
            self.forget_met()
            tell(self._connection, self.world)

    def said(self) -> Said:
        """What was said of the world's settings and readings."""
        return worlds.said_of(self._connection, self._open)

    def put_changes(self, changes: Seed) -> None:
        """Replace the settings and readings said since; the VDNs are left out."""
        worlds.put_changes(self._connection, self._open, changes)
        self._revise()

    def held(self) -> Held:
        """What holds for the next call."""
        return sql_held.held_of(self._connection, self._open)

    def put_held(self, held: Held) -> None:
        """Replace it, and let all who know the world hear of it."""
        sql_held.put_held(self._connection, self._open, held)
        self._revise()

    def begin(self, beginning: Beginning) -> None:
        """Let it hold that, and nothing of what it held before beside its campaigns."""
        sql_held.begin(self._connection, self._rows, self._open, beginning)
        self._revise()

    def begin_journal(self) -> None:
        """Forget all calls. Ids go on."""
        sql_held.begin_journal(self._connection, self._open, sql_held.last_ids(self._connection, self.world).entry)
        self._revise()

    def last_used(self) -> int:
        """When it was last used, in microseconds of the host's clock."""
        last_used: int = self._connection.scalars(shared.LAST_USED, {"world_key": self._open}).one()
        return last_used

    def met(self) -> dict[str, int]:
        """How many calls have met each point of coverage."""
        return sql_met.met_in(self._connection, self.world)

    def forget_met(self) -> None:
        """Forget that, but for what the whole server has met."""
        sql_met.forget_met_in(self._connection, self.world)

    def vdns(self) -> list[int]:
        """The VDNs of which anything is kept, ascending."""
        return sorted(self._connection.scalars(sql.VDNS, {"world_key": self._open}))

    def campaigns(self, vdn: int | None = None) -> list[KeptCampaign]:
        """The campaigns, of one VDN or of all, by VDN and then by id."""
        return [kept for _, kept in campaigns.kept_campaigns(self._connection, self._open, vdn)]

    def campaign(self, vdn: int, campaign: int) -> KeptCampaign | None:
        """A campaign, None while the VDN does not have it."""
        found = campaigns.kept_campaign(self._connection, self._open, vdn, campaign)
        return found[1] if found else None

    def put_campaign(self, kept: KeptCampaign) -> None:
        """Make a campaign, or change it; its records stay, and its counters are worked out anew."""
        campaigns.put_campaign(self._connection, self._open, kept)

    def remove_campaign(self, vdn: int, campaign: int) -> bool:
        """Forget a campaign with its records; whether it was there."""
        found = campaigns.kept_campaign(self._connection, self._open, vdn, campaign)
        if found is None:
            return False
        for statement in sql.REMOVE_CAMPAIGN:
            self._connection.execute(statement, {"campaign_key": found[0]})
        return True

    def records(self, vdn: int, campaign: int, wanted: WantedRecords, offset: int, limit: int) -> Slices[RecordPage]:
        """Find those of a campaign's records that are wanted: at most `limit`, after the first `offset`."""
        key, _ = self._campaign(vdn, campaign)
        return at_once(records.page_of(self._connection, key, wanted, offset, limit))

    def complete(self, vdn: int, campaign: int, count: int) -> int:
        """Complete incomplete records, now, in the order in which they are dialled; how many were."""
        return records.complete(self._connection, *self._campaign(vdn, campaign), count, self.now)

    def clear_records(self, pending: Mapping[tuple[int, int], int]) -> None:
        """Forget all records and when the last call was made, of all campaigns; some are then simply there."""
        for statement in sql.CLEAR_RECORDS:
            self._connection.execute(statement, {"world_key": self._open})
        campaigns.clear_counters(self._connection, self._open, pending)

    def blocklist(self, vdn: int) -> list[str]:
        """The called numbers that must not be added, ascending."""
        return self._numbers(sql.BLOCKED_OF, vdn)

    def put_blocklist(self, vdn: int, numbers: Collection[str]) -> None:
        """Replace the blocklist of a VDN."""
        self._put_numbers(sql.CLEAR_BLOCKED, sql.ADD_BLOCKED, vdn, numbers)

    def provisioned(self, vdn: int) -> list[str]:
        """The calling numbers that a VDN has been provisioned with, ascending."""
        return self._numbers(sql.PROVISIONED_OF, vdn)

    def put_provisioned(self, vdn: int, numbers: Collection[str]) -> None:
        """Replace the calling numbers that a VDN has been provisioned with."""
        self._put_numbers(sql.CLEAR_PROVISIONED, sql.ADD_PROVISIONED, vdn, numbers)

    def _remove(self) -> bool:
        """Forget the world, if it exists; whether it did."""
        if self._key is None:
            return False
        worlds.remove_world(self._connection, self._key)
        self._key = None
        return True

    def _revise(self) -> None:
        sql_held.revise(self._connection, self._open)
        tell(self._connection, self.world)

    @property
    def _open(self) -> int:
        if self._key is None:
            raise LookupError(f"nothing is kept of the world {self.world}")
        return self._key

    def _campaign(self, vdn: int, campaign: int) -> tuple[int, KeptCampaign]:
        found = campaigns.kept_campaign(self._connection, self._open, vdn, campaign)
        if found is None:
            raise LookupError(f"VDN {vdn} of the world {self.world} has no campaign {to_digits(campaign)}")
        return found

    def _numbers(self, numbers: Select[tuple[str]], vdn: int) -> list[str]:
        return sorted(self._connection.scalars(numbers, {"world_key": self._open, "vdn": vdn}))

    def _put_numbers(self, clear: Delete, add: Bulk, vdn: int, numbers: Collection[str]) -> None:
        of_vdn = {"world_key": self._open, "vdn": vdn}
        self._connection.execute(clear, of_vdn)
        add.execute(self._connection, [{**of_vdn, "number": number} for number in set(numbers)])
