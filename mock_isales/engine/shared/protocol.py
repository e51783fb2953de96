"""What worlds that are shared ask of their store."""

from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass
from typing import NamedTuple, Protocol, TypeVar

from mock_isales.engine.contents import Said
from mock_isales.engine.held import Beginning, Held, News, Position
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.stores.administration import Administration
from mock_isales.engine.stores.protocol import CampaignKey, Clock, Store, StoreFailure, Transaction

T = TypeVar("T")


class Identity(NamedTuple):
    """Which world it is, and what all processes know of it: another one, and something has changed.

    Attributes:
        key: That of the world, which no other one ever has.
        revision: Counts the changes to what holds for its calls.
    """

    key: int
    revision: int


class Stale(StoreFailure):
    """What was known of the world when the step was made holds no longer; nothing has changed."""


@dataclass(frozen=True, slots=True)
class Look:
    """What a process finds that looks at a world.

    Attributes:
        identity: Which world it is.
        said: What was said of its settings and readings.
        held: What holds for its next call.
        last_used: When it was last used, in microseconds of the host's clock.
        news: What has become of its journal; None where nobody asks.
    """

    identity: Identity
    said: Said
    held: Held
    last_used: int
    news: News | None


class CallTransaction(Protocol):
    """A call, alone with its world: all that becomes of it is kept, its entry in the journal too, or nothing."""

    @property
    def identity(self) -> Identity:
        """Which world it is in."""

    @property
    def is_stirred(self) -> bool:
        """Whether a call changes what holds for the next one."""

    @property
    def next_entry_id(self) -> int:
        """The id that the next entry gets."""

    def campaign_at(self, now: int) -> Transaction:
        """The campaign, for a step that begins now."""

    def held(self) -> Held:
        """What holds for the call."""

    def put_held(self, held: Held) -> None:
        """Replace it; the revision stays."""

    def keep(self, entry: Entry) -> None:
        """Put an entry into the journal, and give it the next id."""

    def skip(self, entry: Entry) -> None:
        """Give an entry the next id for which the journal has no room."""

    def trim(self, first_id: int) -> None:
        """Drop the entries before one."""

    def meet(self, points: Iterable[str]) -> None:
        """A call has met points of coverage."""

    def use(self, at: int) -> None:
        """The world was used, at that time of the host's clock."""


class SharedAdministration(Administration, Protocol):
    """All of one world, with what it holds beside its campaigns."""

    def held(self) -> Held:
        """What holds for the next call."""

    def put_held(self, held: Held) -> None:
        """Replace it, and let all who know the world hear of it."""

    def begin(self, beginning: Beginning) -> None:
        """Let it hold that, and nothing of what it held before beside its campaigns."""

    def begin_journal(self) -> None:
        """Forget all calls. Ids go on."""

    def last_used(self) -> int:
        """When it was last used, in microseconds of the host's clock."""

    def met(self) -> dict[str, int]:
        """How many calls have met each point of coverage."""

    def forget_met(self) -> None:
        """Forget that, but for what the whole server has met."""


class SharedStore(Store, Protocol):
    """Keeps worlds for several processes."""

    async def call(self, key: CampaignKey, step: Callable[[CallTransaction], T]) -> T:
        """Take the step of a call alone, and keep what it changed unless it raises. It may be taken again.

        Raises:
            WorldGone: Nothing is kept of the world.
            StoreFailure: The database failed; nothing was kept.
        """

    async def look(self, world: str, known: Position | None, used_at: int | None = None) -> Look | None:
        """Look at a world; None, if nothing is kept of it.

        Args:
            world: Its name.
            known: How far its journal is known; None where nobody asks for its news.
            used_at: That it is used now, by the host's clock; None if it is not.

        Raises:
            StoreFailure: The database failed.
        """

    async def share(self, world: str, clock: Clock, step: Callable[[SharedAdministration], T]) -> T:
        """Take one step alone with a whole world, as `administer` does.

        Raises:
            StoreFailure: The database failed; nothing was kept.
        """

    async def names(self) -> list[str]:
        """The names of the worlds that are kept, ascending.

        Raises:
            StoreFailure: The database failed.
        """

    async def met(self, *, forget: bool = False) -> dict[str, int]:
        """How many calls to all worlds, also those that have ended, have met each point of coverage.

        Args:
            forget: Whether to forget it, in the same step.

        Raises:
            StoreFailure: The database failed.
        """

    def met_at_end(self) -> dict[str, int]:
        """The same, for the end of a server: it waits for the database.

        Raises:
            StoreFailure: The database failed.
        """

    def changed(self) -> AsyncIterator[str]:
        """The names of worlds in which other processes have changed something, as they do; without an end.

        Where the database does not tell, the names never come.
        """
