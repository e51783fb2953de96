"""Worlds in plain Python objects: the default store, gone with the process."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TypeVar

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.requests import CallingNumber
from mock_isales.engine.seeds import Seed, campaign_of
from mock_isales.engine.stores.protocol import CampaignKey, Clock, StoredRecord, StoreFailure, Transaction

T = TypeVar("T")


@dataclass(slots=True)
class _KeptCampaign:
    """A campaign with its numbers and records.

    `called` is made when it is first asked for: only one reading needs it.
    """

    campaign: Campaign
    calling_numbers: dict[str, int] = field(default_factory=dict)
    records: list[StoredRecord] = field(default_factory=list)
    called: set[str] | None = None


@dataclass(slots=True)
class _KeptWorld:
    seed: Seed
    campaigns: dict[tuple[int, int], _KeptCampaign] = field(default_factory=dict)
    blocklists: dict[int, set[str]] = field(default_factory=dict)
    provisioned: dict[int, set[str]] = field(default_factory=dict)
    last_data_id: int = 0


class MemoryStore:
    """Keeps worlds in memory.

    A step runs to its end on the event loop's thread before another begins, and checks all before it changes
    anything: that is what makes it atomic.
    """

    def __init__(self) -> None:
        self._worlds: dict[str, _KeptWorld] = {}

    def is_empty(self, world: str) -> bool:
        """Whether nothing is kept of a world."""
        return world not in self._worlds

    def fill(self, world: str, seed: Seed, *, replace: bool = False) -> bool:
        """Put a seed into a world that is empty or to be replaced."""
        if world in self._worlds and not replace:
            return False
        kept = _KeptWorld(seed.without_vdns())
        for vdn in seed.vdns:
            kept.blocklists[vdn.id] = set(vdn.blocklist)
            kept.provisioned[vdn.id] = set(vdn.provisioned_numbers)
            for each in vdn.campaigns:
                numbers = {number.access_code: number.priority for number in each.calling_numbers}
                kept.campaigns[vdn.id, each.id] = _KeptCampaign(campaign_of(vdn.id, each), numbers)
        self._worlds[world] = kept
        return True

    def clear(self, world: str) -> None:
        """Forget all of a world."""
        self._worlds.pop(world, None)

    def seeded(self, world: str) -> Seed:
        """The settings and readings that a world was filled with."""
        return self._worlds[world].seed

    async def transact(self, key: CampaignKey, clock: Clock, step: Callable[[Transaction], T]) -> T:
        """Take one step alone with a campaign."""
        if key.world not in self._worlds:
            raise StoreFailure(f"nothing is kept of the world {key.world}")
        return step(_MemoryTransaction(self._worlds[key.world], key, clock()))

    def close(self) -> None:
        """Nothing is held open."""


class _MemoryTransaction:
    """One campaign, open for a step."""

    __slots__ = ("_kept", "_world", "key", "now")

    def __init__(self, world: _KeptWorld, key: CampaignKey, now: int) -> None:
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
        self._kept = _KeptCampaign(Campaign(self.key.vdn, self.key.campaign))
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
        kept = self._open
        if kept.called is None:
            kept.called = {called.called_no for stored in kept.records for called in stored.record.called}
        return kept.called.intersection(numbers)

    def put_calling_numbers(self, numbers: Sequence[CallingNumber]) -> None:
        self._open.calling_numbers.update({number.access_code: number.priority for number in numbers})

    def add_records(self, records: Sequence[StoredRecord]) -> None:
        kept = self._open
        kept.records.extend(records)
        numbers = [called.called_no for stored in records for called in stored.record.called]
        kept.campaign.incomplete_records += len(records)
        kept.campaign.incomplete_numbers += len(numbers)
        if kept.called is not None:
            kept.called.update(numbers)
        self._world.last_data_id = records[-1].data_ids[-1]

    def count_call(self) -> None:
        self._open.campaign.last_call = self.now

    def calling_numbers(self) -> Mapping[str, int]:
        return self._open.calling_numbers

    def records(self) -> Sequence[StoredRecord]:
        return self._open.records

    @property
    def _open(self) -> _KeptCampaign:
        if self._kept is None:
            raise LookupError(f"no campaign {self.key}")
        return self._kept
