"""A step's view of a whole world in memory."""

from collections.abc import Collection, Mapping
from dataclasses import replace

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.forms import to_digits
from mock_isales.engine.contents import KeptCampaign, Said, WorldContent
from mock_isales.engine.seeds import Seed
from mock_isales.engine.slices import Slices
from mock_isales.engine.stores.finding import find
from mock_isales.engine.stores.memory_worlds import MemoryCampaign, MemoryWorld, world_of
from mock_isales.engine.stores.records import RecordPage, WantedRecords


class MemoryAdministration:
    """All of one world, open for a step.

    The step has a shallow copy of the world, in which a campaign that it changes is exchanged for another. The store
    takes that copy for the world when the step is done: so one that raises has changed nothing.

    Attributes:
        kept: The copy, None while the world does not exist.
    """

    __slots__ = ("kept", "now", "world")

    def __init__(self, world: str, kept: MemoryWorld | None, now: int) -> None:
        self.world = world
        self.now = now
        self.kept = kept and kept.shallow_copy()

    @property
    def exists(self) -> bool:
        """Whether anything is kept of the world."""
        return self.kept is not None

    def content(self) -> WorldContent:
        """All that is kept of the world."""
        return self._open.content()

    def replace(self, content: WorldContent) -> None:
        """Make the world, or replace all that is kept of it."""
        self.kept = world_of(content)

    def remove(self) -> None:
        """Forget the world; nothing, if it does not exist."""
        self.kept = None

    def said(self) -> Said:
        """What was said of the world's settings and readings."""
        return self._open.said

    def put_changes(self, changes: Seed) -> None:
        """Replace the settings and readings said since; the VDNs are left out."""
        self._open.changes = changes.without_vdns()

    def vdns(self) -> list[int]:
        """The VDNs of which anything is kept, ascending."""
        kept = self._open
        return sorted({vdn for vdn, _ in kept.campaigns} | kept.blocklists.keys() | kept.provisioned.keys())

    def campaigns(self, vdn: int | None = None) -> list[KeptCampaign]:
        """The campaigns, of one VDN or of all, by VDN and then by id."""
        return [each.kept() for key, each in sorted(self._open.campaigns.items()) if vdn in {None, key[0]}]

    def campaign(self, vdn: int, campaign: int) -> KeptCampaign | None:
        """A campaign, None while the VDN does not have it."""
        found = self._open.campaigns.get((vdn, campaign))
        return found.kept() if found else None

    def put_campaign(self, kept: KeptCampaign) -> None:
        """Make a campaign, or change it; its records stay, and its counters are worked out anew."""
        key = kept.campaign.vdn, kept.campaign.id
        had = self._open.campaigns.get(key) or MemoryCampaign(Campaign(*key))
        campaign = kept.with_incomplete(*had.kept().incomplete)
        numbers = dict(kept.calling_numbers)
        self._open.campaigns[key] = replace(had, campaign=campaign, pending=kept.pending, calling_numbers=numbers)

    def remove_campaign(self, vdn: int, campaign: int) -> bool:
        """Forget a campaign with its records; whether it was there."""
        return self._open.campaigns.pop((vdn, campaign), None) is not None

    def records(self, vdn: int, campaign: int, wanted: WantedRecords, offset: int, limit: int) -> Slices[RecordPage]:
        """Find those of a campaign's records that are wanted: at most `limit`, after the first `offset`."""
        return find(self._campaign(vdn, campaign).records, wanted, offset, limit)

    def complete(self, vdn: int, campaign: int, count: int) -> int:
        """Complete incomplete records, now, in the order in which they are dialled; how many were."""
        had = self._campaign(vdn, campaign)
        records = had.records.copy()
        gone, others, numbers = records.dialling.complete_next(count, had.pending, self.now)
        completed = gone + others
        changed = replace(
            had.campaign,
            incomplete_records=had.campaign.incomplete_records - completed,
            incomplete_numbers=had.campaign.incomplete_numbers - gone - numbers,
        )
        pending = had.pending - gone
        self._open.campaigns[vdn, campaign] = replace(had, campaign=changed, pending=pending, records=records)
        return completed

    def clear_records(self, pending: Mapping[tuple[int, int], int]) -> None:
        """Forget all records and when the last call was made, of all campaigns; some are then simply there."""
        for key, had in self._open.campaigns.items():
            count = pending.get(key, 0)
            campaign = replace(had.campaign, incomplete_records=count, incomplete_numbers=count, last_call=None)
            self._open.campaigns[key] = MemoryCampaign(campaign, count, had.calling_numbers)

    def blocklist(self, vdn: int) -> list[str]:
        """The called numbers that must not be added, ascending."""
        return sorted(self._open.blocklists.get(vdn, ()))

    def put_blocklist(self, vdn: int, numbers: Collection[str]) -> None:
        """Replace the blocklist of a VDN."""
        _put(self._open.blocklists, vdn, numbers)

    def provisioned(self, vdn: int) -> list[str]:
        """The calling numbers that a VDN has been provisioned with, ascending."""
        return sorted(self._open.provisioned.get(vdn, ()))

    def put_provisioned(self, vdn: int, numbers: Collection[str]) -> None:
        """Replace the calling numbers that a VDN has been provisioned with."""
        _put(self._open.provisioned, vdn, numbers)

    @property
    def _open(self) -> MemoryWorld:
        if self.kept is None:
            raise LookupError(f"nothing is kept of the world {self.world}")
        return self.kept

    def _campaign(self, vdn: int, campaign: int) -> MemoryCampaign:
        found = self._open.campaigns.get((vdn, campaign))
        if found is None:
            raise LookupError(f"VDN {vdn} of the world {self.world} has no campaign {to_digits(campaign)}")
        return found


def _put(lists: dict[int, set[str]], vdn: int, numbers: Collection[str]) -> None:
    if numbers:
        lists[vdn] = set(numbers)
    else:
        lists.pop(vdn, None)
