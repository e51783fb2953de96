"""What a test may see and change of a world: what every store answers, held to one and the same test suite."""

from collections.abc import Collection, Mapping
from typing import Protocol

from mock_isales.engine.contents import KeptCampaign, Said, WorldContent
from mock_isales.engine.seeds import Seed
from mock_isales.engine.slices import Slices
from mock_isales.engine.stores.records import RecordPage, WantedRecords


class Administration(Protocol):
    """All of one world, open for a step: read and changed alone, whole or not at all.

    What it returns is a copy: it does not change when the world does.

    Raises:
        LookupError: The world does not exist, for all but `exists`, `replace` and `remove`; or the campaign does not,
            whose records are asked for.
        StoreFailure: The database failed; nothing of the step is kept.
    """

    @property
    def world(self) -> str:
        """The world's name."""

    @property
    def now(self) -> int:
        """When the step began, in microseconds since the epoch."""

    @property
    def exists(self) -> bool:
        """Whether anything is kept of the world."""

    def content(self) -> WorldContent:
        """All that is kept of the world."""

    def replace(self, content: WorldContent) -> None:
        """Make the world, or replace all that is kept of it.

        The counters of its campaigns are worked out anew, as by `put_campaign`.
        """

    def remove(self) -> None:
        """Forget the world; nothing, if it does not exist."""

    def said(self) -> Said:
        """What was said of the world's settings and readings."""

    def put_changes(self, changes: Seed) -> None:
        """Replace the settings and readings said since; the VDNs are left out."""

    def vdns(self) -> list[int]:
        """The VDNs of which anything is kept, ascending."""

    def campaigns(self, vdn: int | None = None) -> list[KeptCampaign]:
        """The campaigns, of one VDN or of all, by VDN and then by id."""

    def campaign(self, vdn: int, campaign: int) -> KeptCampaign | None:
        """A campaign, None while the VDN does not have it."""

    def put_campaign(self, kept: KeptCampaign) -> None:
        """Make a campaign, or change it; its records stay.

        Whatever the argument says of them, its counters are worked out anew: what is pending, and its incomplete
        records with their called numbers.
        """

    def remove_campaign(self, vdn: int, campaign: int) -> bool:
        """Forget a campaign with its records.

        Returns:
            Whether it was there.
        """

    def records(self, vdn: int, campaign: int, wanted: WantedRecords, offset: int, limit: int) -> Slices[RecordPage]:
        """Find those of a campaign's records that are wanted: at most `limit`, after the first `offset`.

        The rest of the work may be done after the step: it looks at the records as they are now.
        """

    def complete(self, vdn: int, campaign: int, count: int) -> int:
        """Complete incomplete records, now, in the order in which they are dialled.

        That is by priority, 1 first, then in the order they were added. Those that are simply there have priority 3
        and are older than all others; when one of them is completed it is just gone.

        Args:
            vdn: The campaign's VDN.
            campaign: The campaign's id.
            count: How many, at most; 0 or more.

        Returns:
            How many were.
        """

    def clear_records(self, pending: Mapping[tuple[int, int], int]) -> None:
        """Forget all records and when the last call was made, of all campaigns.

        Args:
            pending: How many records are simply there from now on, by VDN and id; 0 where a campaign is not named.
        """

    def blocklist(self, vdn: int) -> list[str]:
        """The called numbers that must not be added, ascending."""

    def put_blocklist(self, vdn: int, numbers: Collection[str]) -> None:
        """Replace the blocklist of a VDN."""

    def provisioned(self, vdn: int) -> list[str]:
        """The calling numbers that a VDN has been provisioned with, ascending."""

    def put_provisioned(self, vdn: int, numbers: Collection[str]) -> None:
        """Replace the calling numbers that a VDN has been provisioned with."""
