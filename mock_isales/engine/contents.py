"""Contents: all that a store keeps of a world, as values that nobody else changes."""

from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from mock_isales.contract.campaigns import Campaign
from mock_isales.engine.seeds import Seed, campaign_of
from mock_isales.engine.stores.packed import Records


@dataclass(slots=True)
class KeptCampaign:
    """A campaign with what belongs to it, but its records.

    Attributes:
        campaign: The campaign.
        pending: Those of its incomplete records that are simply there (priority 3, older than all others, with one
            called number each): a number, at no cost.
        calling_numbers: Its calling numbers, each with its priority; a store tells them in ascending order.
    """

    campaign: Campaign
    pending: int = 0
    calling_numbers: dict[str, int] = field(default_factory=dict)

    def with_incomplete(self, records: int, numbers: int) -> Campaign:
        """The campaign, its counters being of what is pending and of some incomplete records more.

        Args:
            records: How many incomplete records it has besides.
            numbers: How many called numbers they have.
        """
        return replace(
            self.campaign, incomplete_records=self.pending + records, incomplete_numbers=self.pending + numbers
        )

    @property
    def incomplete(self) -> tuple[int, int]:
        """How many incomplete records it has besides what is pending, and how many called numbers they have."""
        return self.campaign.incomplete_records - self.pending, self.campaign.incomplete_numbers - self.pending


@dataclass(slots=True)
class CampaignContent:
    """A campaign with all that belongs to it.

    Attributes:
        kept: The campaign.
        records: Its records, in the order they were added: their data ids increase.
    """

    kept: KeptCampaign
    records: Records = field(default_factory=Records)

    def counted(self) -> KeptCampaign:
        """The campaign with its counters worked out anew."""
        return replace(self.kept, campaign=self.kept.with_incomplete(*self.records.dialling.incomplete()))


@dataclass(frozen=True, slots=True)
class Said:
    """What was said of a world's settings and readings.

    Attributes:
        seed: The seed that it was filled with, whole.
        own: Whether that is its own, which a client has put, and not the server's: then its settings and readings win
            over what the server was told.
        changes: Those said since, which win over all else; what was left unsaid is unsaid, and there are no VDNs.
    """

    seed: Seed
    own: bool = False
    changes: Seed = field(default_factory=Seed)


@dataclass(slots=True)
class WorldContent:
    """All that a store keeps of a world.

    Attributes:
        seed: The one that it was filled with, whole.
        changes: The settings and readings said since; what was left unsaid is unsaid, and it has no VDNs.
        last_data_id: The last one that it gave out, 0 at first.
        blocklists: For each VDN that has one: the numbers, ascending.
        provisioned: For each VDN that has some: the calling numbers that it was provisioned with, ascending.
        campaigns: By VDN, then by id.
        own: Whether the seed is the world's own, and not the server's.
    """

    seed: Seed
    changes: Seed = field(default_factory=Seed)
    last_data_id: int = 0
    blocklists: dict[int, list[str]] = field(default_factory=dict)
    provisioned: dict[int, list[str]] = field(default_factory=dict)
    campaigns: list[CampaignContent] = field(default_factory=list)
    own: bool = False

    @property
    def said(self) -> Said:
        """What was said of its settings and readings."""
        return Said(self.seed, self.own, self.changes)


def content_of(seed: Seed, *, own: bool = False) -> WorldContent:
    """What a world holds that was just filled with a seed.

    Args:
        seed: The seed.
        own: Whether it is the world's own.
    """
    return WorldContent(
        seed,
        own=own,
        blocklists=numbers_by_vdn((vdn.id, vdn.blocklist) for vdn in seed.vdns),
        provisioned=numbers_by_vdn((vdn.id, vdn.provisioned_numbers) for vdn in seed.vdns),
        campaigns=[
            CampaignContent(
                KeptCampaign(
                    campaign_of(vdn.id, each),
                    each.pending,
                    {number.access_code: number.priority for number in each.calling_numbers},
                )
            )
            for vdn in sorted(seed.vdns, key=lambda vdn: vdn.id)
            for each in sorted(vdn.campaigns, key=lambda campaign: campaign.id)
        ],
    )


def numbers_by_vdn(vdns: Iterable[tuple[int, Iterable[str]]]) -> dict[int, list[str]]:
    """The numbers of each VDN that has some, all ascending."""
    return {vdn: ascending for vdn, numbers in sorted(vdns) if (ascending := sorted(set(numbers)))}
