"""What the memory store keeps of a world: plain Python objects, and records packed."""

from dataclasses import dataclass, field, replace

from mock_isales.contract.campaigns import Campaign
from mock_isales.engine.contents import CampaignContent, KeptCampaign, Said, WorldContent, numbers_by_vdn
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.batches import Batch
from mock_isales.engine.stores.packed import Records


@dataclass(slots=True)
class MemoryCampaign:
    """A campaign with its numbers and records.

    Attributes:
        campaign: The campaign.
        pending: Those of its incomplete records that are simply there.
        calling_numbers: Its calling numbers, each with its priority.
        records: In the order they were added.
        called: The called numbers of all its records. Only one reading needs it: it is made when first asked for.
    """

    campaign: Campaign
    pending: int = 0
    calling_numbers: dict[str, int] = field(default_factory=dict)
    records: Records = field(default_factory=Records)
    called: set[str] | None = None

    def add(self, batch: Batch) -> None:
        """Add incomplete records."""
        self.campaign.incomplete_numbers += self.records.add(batch)
        self.campaign.incomplete_records += len(batch.records)
        if self.called is not None:
            self.called.update(batch.called_numbers())

    def called_numbers(self) -> set[str]:
        """The called numbers of all its records."""
        if self.called is None:
            self.called = set(self.records.called_numbers())
        return self.called

    def kept(self) -> KeptCampaign:
        """A copy of all but the records."""
        return KeptCampaign(replace(self.campaign), self.pending, dict(sorted(self.calling_numbers.items())))


@dataclass(slots=True)
class MemoryWorld:
    """A world. A VDN whose list of numbers is empty has none."""

    seed: Seed
    changes: Seed
    last_data_id: int = 0
    campaigns: dict[tuple[int, int], MemoryCampaign] = field(default_factory=dict)
    blocklists: dict[int, set[str]] = field(default_factory=dict)
    provisioned: dict[int, set[str]] = field(default_factory=dict)
    own: bool = False

    @property
    def said(self) -> Said:
        """What was said of its settings and readings."""
        return Said(self.seed, self.own, self.changes)

    def shallow_copy(self) -> "MemoryWorld":
        """A world with the same campaigns and numbers, which may be exchanged for others."""
        return replace(
            self,
            campaigns=dict(self.campaigns),
            blocklists=dict(self.blocklists),
            provisioned=dict(self.provisioned),
        )

    def content(self) -> WorldContent:
        """A copy of all of it."""
        return WorldContent(
            self.seed,
            self.changes,
            self.last_data_id,
            numbers_by_vdn(self.blocklists.items()),
            numbers_by_vdn(self.provisioned.items()),
            [CampaignContent(each.kept(), each.records.copy()) for _, each in sorted(self.campaigns.items())],
            self.own,
        )


def world_of(content: WorldContent) -> MemoryWorld:
    """The world that has a content."""
    campaigns = [_campaign_of(each) for each in content.campaigns]
    return MemoryWorld(
        content.seed,
        content.changes.without_vdns(),
        content.last_data_id,
        {(each.campaign.vdn, each.campaign.id): each for each in campaigns},
        {vdn: set(numbers) for vdn, numbers in content.blocklists.items() if numbers},
        {vdn: set(numbers) for vdn, numbers in content.provisioned.items() if numbers},
        content.own,
    )


def _campaign_of(content: CampaignContent) -> MemoryCampaign:
    kept = content.counted()
    return MemoryCampaign(kept.campaign, kept.pending, dict(kept.calling_numbers), content.records.copy())
