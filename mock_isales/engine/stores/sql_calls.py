"""A call's view of its world in a database, and what it changes there."""

from collections import Counter
from collections.abc import Iterable

from sqlalchemy import Connection

from mock_isales.engine.held import Held
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.shared.protocol import Identity
from mock_isales.engine.stores import sql_held
from mock_isales.engine.stores import sql_shared_statements as sql
from mock_isales.engine.stores.protocol import CampaignKey
from mock_isales.engine.stores.sql_entries import EntryRows
from mock_isales.engine.stores.sql_met import count_met
from mock_isales.engine.stores.sql_news import tell
from mock_isales.engine.stores.sql_statements import ADD_ENTRIES
from mock_isales.engine.stores.sql_transaction import SqlTransaction, found


class SqlCall:
    """A call, alone with its world, inside a transaction of the database.

    Raises:
        WorldGone: Nothing is kept of the world.
    """

    __slots__ = ("_campaign", "_connection", "_entries", "_key", "_row", "_rows", "_used_at", "next_entry_id")

    def __init__(self, connection: Connection, key: CampaignKey, rows: EntryRows) -> None:
        self._connection = connection
        self._key = key
        self._rows = rows
        self._row = found(connection, key)
        self._campaign: SqlTransaction | None = None
        self._entries: list[Entry] = []
        self._used_at: int = self._row.last_used
        self.next_entry_id: int = self._row.last_entry_id + 1

    @property
    def identity(self) -> Identity:
        """Which world it is in."""
        return Identity(self._row.world_key, self._row.revision)

    @property
    def is_stirred(self) -> bool:
        """Whether a call changes what holds for the next one."""
        stirred: bool = self._row.is_stirred
        return stirred

    def campaign_at(self, now: int) -> SqlTransaction:
        """The campaign, for a step that begins now."""
        self._campaign = SqlTransaction(self._connection, self._key, now, self._row)
        return self._campaign

    def held(self) -> Held:
        """What holds for the call."""
        return sql_held.held_of(self._connection, self._row.world_key)

    def put_held(self, held: Held) -> None:
        """Replace it; the revision stays."""
        sql_held.put_held(self._connection, self._row.world_key, held)

    def keep(self, entry: Entry) -> None:
        """Put an entry into the journal, and give it the next id."""
        self.skip(entry)
        self._entries.append(entry)

    def skip(self, entry: Entry) -> None:
        """Give an entry the next id for which the journal has no room."""
        entry.id = self.next_entry_id
        self.next_entry_id += 1

    def trim(self, first_id: int) -> None:
        """Drop the entries before one."""
        self._connection.execute(sql.TRIM, {"world_key": self._row.world_key, "first": first_id})

    def meet(self, points: Iterable[str]) -> None:
        """A call has met points of coverage."""
        count_met(self._connection, self._key.world, Counter(points))

    def use(self, at: int) -> None:
        """The world was used, at that time of the host's clock."""
        self._used_at = max(at, self._used_at)

    def flush(self) -> None:
        """Write what is to be kept."""
        campaign = self._campaign or self.campaign_at(0)
        campaign.flush_campaign()
        campaign.flush_world(self.next_entry_id - 1, self._used_at)
        if self._entries:
            rows = [self._rows.row(self._row.world_key, entry) for entry in self._entries]
            ADD_ENTRIES.execute(self._connection, rows)
        tell(self._connection, self._key.world)
