"""What the rules find where a campaign is made on its first use: one that is empty, and not yet there."""

from collections.abc import Collection, Sequence

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.service import Terms
from mock_isales.engine.stores.protocol import Transaction


def facts(terms: Terms, campaign: Transaction) -> "Transaction | FirstUse":
    """What the rules ask: the campaign's transaction or, where the terms make it on first use, what it would be.

    So a call that is refused has made nothing.
    """
    if campaign.campaign is None and terms.service.unknown_campaigns == "create":
        return FirstUse(campaign)
    return campaign


class FirstUse:
    """A running campaign without numbers or records, in its VDN."""

    def __init__(self, transaction: Transaction) -> None:
        self.campaign = Campaign(transaction.key.vdn, transaction.key.campaign)
        self.now = transaction.now
        self._vdn = transaction

    def provisioned(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that the VDN has been provisioned with."""
        return self._vdn.provisioned(numbers)

    def blocklisted(self, numbers: Sequence[str]) -> Collection[str]:
        """Those of the numbers that are on the VDN's blocklist."""
        return self._vdn.blocklisted(numbers)

    def calling_numbers_among(self, numbers: Sequence[str]) -> Collection[str]:  # noqa: ARG002 - as a transaction
        """It has none."""
        return ()

    def calling_number_count(self) -> int:
        """It has none."""
        return 0

    def called_before(self, numbers: Sequence[str]) -> Collection[str]:  # noqa: ARG002
        """Nobody."""
        return ()
