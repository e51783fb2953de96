"""A call's view of its world in a database, and what it changes there."""

from collections.abc import Iterable

from mock_isales.engine.held import Held
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.shared.protocol import Identity
from mock_isales.engine.stores import sql_held
from mock_isales.engine.stores import sql_shared_statements as sql
from mock_isales.engine.stores.protocol import CampaignKey
from mock_isales.engine.stores.sql_entries import EntryRows
from mock_isales.engine.stores.sql_opened import Opened, OpenWorld
from mock_isales.engine.stores.sql_transaction import SqlTransaction


class SqlCall:
    """A call, alone with its world, inside a transaction of the database.

    The world is looked up when it is first asked for: who then finds the database gone has decided about nothing.

    Args:
        opened: What is open in the transaction, and writes what changes.
        key: Where the call goes to.
        rows: Makes rows of entries.
    """

    __slots__ = ("_key", "_opened", "_rows")

    def __init__(self, opened: Opened, key: CampaignKey, rows: EntryRows) -> None:
        self._key = key
        self._opened = opened
        self._rows = rows

    @property
    def identity(self) -> Identity:
        """Which world it is in.

        Raises:
            WorldGone: Nothing is kept of it.
        """
        return Identity(self._world.key, self._world.revision)

    @property
    def is_stirred(self) -> bool:
        """Whether a call changes what holds for the next one."""
        return self._world.is_stirred

    @property
    def next_entry_id(self) -> int:
        """The id that the next entry gets."""
        return self._world.last_entry_id + 1

    def campaign_at(self, now: int) -> SqlTransaction:
        """The campaign, for a step that begins now."""
        return SqlTransaction(self._opened, self._key, now)

    def held(self) -> Held:
        """What holds for the call."""
        return sql_held.held_of(self._opened.connection, self._world.key)

    def put_held(self, held: Held) -> None:
        """Replace it; the revision stays."""
        sql_held.put_held(self._opened.connection, self._world.key, held)
        self._world.is_stirred = held.is_stirred

    def keep(self, entry: Entry) -> None:
        """Put an entry into the journal, and give it the next id."""
        self.skip(entry)
        self._opened.add_entry(self._rows.row(self._world.key, entry))

    def skip(self, entry: Entry) -> None:
        """Give an entry the next id for which the journal has no room."""
        entry.id = self.next_entry_id
        self._world.last_entry_id = entry.id
        self._world.changed = True

    def trim(self, first_id: int) -> None:
        """Drop the entries before one."""
        self._opened.connection.execute(sql.TRIM, {"world_key": self._world.key, "first": first_id})

    def meet(self, points: Iterable[str]) -> None:
        """A call has met points of coverage."""
        self._opened.meet(self._key.world, points)

    def use(self, at: int) -> None:
        """The world was used, at that time of the host's clock."""
        self._world.last_used = max(at, self._world.last_used)
        self._world.changed = True

    @property
    def _world(self) -> OpenWorld:
        return self._opened.find(self._key).world
