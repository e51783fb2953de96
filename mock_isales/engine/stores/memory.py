"""Worlds in plain Python objects: the default store, gone with the process."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TypeVar

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.requests import CallingNumber
from mock_isales.engine.contents import Said, content_of
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.batches import Batch
from mock_isales.engine.stores.memory_administration import MemoryAdministration
from mock_isales.engine.stores.memory_worlds import MemoryCampaign, MemoryWorld, world_of
from mock_isales.engine.stores.protocol import (
    Administration,
    CampaignKey,
    Clock,
    StoredRecord,
    Transaction,
    WorldGone,
)

T = TypeVar("T")


class MemoryStore:
    """Keeps worlds in memory.

    A step runs to its end on the event loop's thread before another begins. A step with a campaign checks all before
    it changes anything, and one with a whole world changes a copy: that is what makes them atomic.
    """

    is_shared = False

    def __init__(self) -> None:
        self._worlds: dict[str, MemoryWorld] = {}

    def worlds(self) -> list[str]:
        """The names of the worlds of which anything is kept, ascending."""
        return sorted(self._worlds)

    def is_empty(self, world: str) -> bool:
        """Whether nothing is kept of a world."""
        return world not in self._worlds

    def fill(self, world: str, seed: Seed, *, start_over: bool = False) -> bool:
        """Put a seed into a world that is empty, or start over with it."""
        if start_over:
            self._worlds.clear()
        if world in self._worlds:
            return False
        self._worlds[world] = world_of(content_of(seed))
        return True

    def said(self, world: str) -> Said:
        """What was said of a world's settings and readings."""
        return self._worlds[world].said

    async def transact(self, key: CampaignKey, clock: Clock, step: Callable[[Transaction], T]) -> T:
        """Take one step alone with a campaign."""
        if key.world not in self._worlds:
            raise WorldGone(f"nothing is kept of the world {key.world}")
        return step(_MemoryTransaction(self._worlds[key.world], key, clock()))

    async def administer(self, world: str, clock: Clock, step: Callable[[Administration], T]) -> T:
        """Take one step alone with a whole world."""
        administration = MemoryAdministration(world, self._worlds.get(world), clock())
        result = step(administration)
        if administration.kept is None:
            self._worlds.pop(world, None)
        else:
            self._worlds[world] = administration.kept
        return result

    def close(self) -> None:
        """Nothing is held open."""


class _MemoryTransaction:
    """One campaign, open for a step."""

    __slots__ = ("_kept", "_world", "key", "now")

    def __init__(self, world: MemoryWorld, key: CampaignKey, now: int) -> None:
        self.now = now
        self._world = world
        self.key = key
        self._kept = world.campaigns.get((key.vdn, key.campaign))

    @property
    def campaign(self) -> Campaign | None:
        return self._kept.campaign if self._kept else None

    @property
    def last_data_id(self) -> int:
        return self._world.last_data_id

    def create(self) -> None:
        self._kept = MemoryCampaign(Campaign(self.key.vdn, self.key.campaign))
        self._world.campaigns[self.key.vdn, self.key.campaign] = self._kept

    def provisioned(self, numbers: Sequence[str]) -> Collection[str]:
        return self._world.provisioned.get(self.key.vdn, set()).intersection(numbers)

    def blocklisted(self, numbers: Sequence[str]) -> Collection[str]:
        return self._world.blocklists.get(self.key.vdn, set()).intersection(numbers)

    def calling_numbers_among(self, numbers: Sequence[str]) -> Collection[str]:
        return self._open.calling_numbers.keys() & numbers

    def calling_number_count(self) -> int:
        return len(self._open.calling_numbers)

    def called_before(self, numbers: Sequence[str]) -> Collection[str]:
        return self._open.called_numbers().intersection(numbers)

    def put_calling_numbers(self, numbers: Sequence[CallingNumber]) -> None:
        self._open.calling_numbers.update({number.access_code: number.priority for number in numbers})

    def add_records(self, batch: Batch) -> None:
        self._open.add(batch)
        self._world.last_data_id = batch.data_ids[-1]

    def count_call(self) -> None:
        self._open.campaign.last_call = self.now

    def calling_numbers(self) -> Mapping[str, int]:
        return self._open.calling_numbers

    def records(self) -> Sequence[StoredRecord]:
        return list(self._open.records)

    @property
    def _open(self) -> MemoryCampaign:
        if self._kept is None:
            raise LookupError(f"no campaign {self.key}")
        return self._kept
