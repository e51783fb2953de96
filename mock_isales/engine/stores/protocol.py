"""What the engine asks of a store, and what every store is held to by one and the same test suite."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple, Protocol, TypeVar

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.requests import CallingNumber
from mock_isales.engine.contents import Said
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.administration import Administration
from mock_isales.engine.stores.batches import Batch
from mock_isales.engine.stores.records import RecordPage, StoredRecord, WantedRecords

__all__ = [
    "Administration",
    "Batch",
    "CampaignKey",
    "Clock",
    "NotBegun",
    "NotKnown",
    "RecordPage",
    "Store",
    "StoreFailure",
    "StoreUnavailable",
    "StoredRecord",
    "Transaction",
    "WantedRecords",
    "WorldGone",
]

T = TypeVar("T")

Clock = Callable[[], int]
"""Tells the time, in microseconds since the epoch."""


class CampaignKey(NamedTuple):
    """Which campaign is meant."""

    world: str
    vdn: int
    campaign: int


class StoreFailure(Exception):  # noqa: N818 - it reads as what it says
    """The database failed; nothing of the transaction is stored. The message says what it answered."""


class NotBegun(StoreFailure):
    """A transaction could not begin: somebody else is in the way, or the database cannot be written at all."""


class NotKnown(StoreFailure):
    """The database went away while a transaction was committed: nobody knows whether it is stored."""


class WorldGone(StoreFailure):
    """Nothing is kept of the world; nothing has changed."""


class StoreUnavailable(Exception):  # noqa: N818
    """The store cannot be opened; the message names it and says why."""


class Transaction(Protocol):
    """One campaign, read and changed alone: no other call for it comes between, and all of it is stored or nothing."""

    @property
    def key(self) -> CampaignKey:
        """Which campaign is meant, whether it is there or not."""

    @property
    def now(self) -> int:
        """When it began, in microseconds since the epoch."""

    @property
    def campaign(self) -> Campaign | None:
        """The campaign, None while the VDN does not have it. Steps that come after this one change it."""

    @property
    def last_data_id(self) -> int:
        """The last data id that the world gave out, 0 at first."""

    def create(self) -> None:
        """Make the campaign, running."""

    def provisioned(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that the VDN has been provisioned with."""

    def blocklisted(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that are on the VDN's blocklist."""

    def calling_numbers_among(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that are calling numbers of the campaign."""

    def calling_number_count(self) -> int:
        """How many calling numbers the campaign has."""

    def called_before(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that a record of the campaign has."""

    def put_calling_numbers(self, numbers: Sequence[CallingNumber]) -> None:
        """Add calling numbers; one that the campaign has already takes its new priority."""

    def add_records(self, batch: Batch) -> None:
        """Add records, incomplete. Their data ids are higher than all given out before."""

    def count_call(self) -> None:
        """Make this call the last one that the pace counts."""

    def calling_numbers(self) -> Mapping[str, int]:
        """The campaign's calling numbers, each with its priority."""

    def records(self) -> Sequence[StoredRecord]:
        """The campaign's records, in the order they were added."""


class Store(Protocol):
    """Keeps the state of worlds.

    What is not awaited is for the start of a server only: it may wait for the disk.

    Attributes:
        is_shared: Whether other processes may change what it keeps: then it is a `SharedStore`.
    """

    is_shared: bool

    def worlds(self) -> list[str]:
        """The names of the worlds of which anything is kept, ascending."""

    def is_empty(self, world: str) -> bool:
        """Whether nothing is kept of a world."""

    def fill(self, world: str, seed: Seed, *, start_over: bool = False) -> bool:
        """Put a seed into a world, whole or not at all.

        Args:
            world: Its name.
            seed: What it is to hold.
            start_over: Forget all worlds that are kept, in the same step.

        Returns:
            Whether it was filled: one that holds something is left as it is, unless all start over.

        Raises:
            StoreFailure: The database failed; the world is as it was.
        """

    def said(self, world: str) -> Said:
        """What was said of a world's settings and readings.

        Raises:
            KeyError: Nothing is kept of it.
        """

    async def transact(self, key: CampaignKey, clock: Clock, step: Callable[[Transaction], T]) -> T:
        """Take one step alone with a campaign, and keep what it changed unless it raises.

        A step may be taken again, after what it had changed is undone.

        Raises:
            WorldGone: Nothing is kept of the world.
            StoreFailure: The database failed; nothing was kept.
        """

    async def administer(self, world: str, clock: Clock, step: Callable[[Administration], T]) -> T:
        """Take one step alone with a whole world, and keep what it changed unless it raises.

        Raises:
            StoreFailure: The database failed; nothing was kept.
        """

    def close(self) -> None:
        """Let go of what the store holds open; a second time does nothing."""
