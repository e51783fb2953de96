"""A world, with all that belongs to it."""

from collections.abc import Mapping
from typing import Any

from mock_isales.control.forms.replays import Replay
from mock_isales.control.forms.worlds import WorldView
from mock_isales.engine.coverage.views import CoverageView
from mock_isales.engine.report.forms import LanguageCode, Report
from mock_isales.engine.views.snapshots import Snapshot
from mock_isales.testing.blocking.calls import Faults, Journal
from mock_isales.testing.blocking.connection import Connection
from mock_isales.testing.blocking.state import Blocklist, Campaign, Campaigns, Clock, TermsOf
from mock_isales.testing.operations import coverage, worlds
from mock_isales.testing.operations.terms import READINGS, SETTINGS
from mock_isales.testing.operations.worlds import ReplayClock
from mock_isales.testing.sent import path


class World:
    """A contact centre of its own on a server.

    Attributes:
        name: What it is called.
        url: The base address of the documented interfaces in it.
        ca: The file with the authority that is trusted over HTTPS, in PEM; None for the usual ones.
        clock: Its time.
        campaigns: Its campaigns.
        settings: The configuration of the imitated server.
        readings: How the documents are read.
        faults: What it answers instead of what the contract says.
        journal: The calls that were made to it.
    """

    def __init__(self, connection: Connection, name: str) -> None:
        self._connection = connection
        self.name = name
        self.url = connection.url + path("w", name)
        self.ca = connection.ca
        self.clock = Clock(connection, name)
        self.campaigns = Campaigns(connection, name)
        self.settings = TermsOf(connection, name, SETTINGS)
        self.readings = TermsOf(connection, name, READINGS)
        self.faults = Faults(connection, name)
        self.journal = Journal(connection, name)

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.name} at {self.url}>"

    def look(self) -> WorldView:
        """The world at a glance."""
        return self._connection.send(worlds.look(self.name))

    def end(self) -> None:
        """End it, with all that it holds."""
        self._connection.send(worlds.end(self.name))

    def reset(self, *parts: str) -> WorldView:
        """Bring it back to what its seed says; only these parts, if some are named."""
        return self._connection.send(worlds.reset(self.name, parts))

    def report(self, language: LanguageCode = "en") -> Report:
        """What the client does wrong that calls it, worked out from the calls in its journal."""
        return self._connection.send(worlds.report(self.name, language))

    def snapshot(self) -> Snapshot:
        """All that it holds."""
        return self._connection.send(worlds.snapshot(self.name))

    def restore(self, snapshot: Snapshot) -> WorldView:
        """Make it what it was, or what another world was; it need not be there yet."""
        return self._connection.send(worlds.restore(self.name, snapshot))

    def replay(self, har: Mapping[str, Any], *, clock: ReplayClock = "as_is") -> Replay:
        """Make the calls of a recording once more, and tell where the answers differ.

        Args:
            har: HAR 1.2, as `journal.har`, browsers and proxies write it.
            clock: `recorded` lets the world's clock stand at the time of each call, and puts it back afterwards.
        """
        return self._connection.send(worlds.replay(self.name, har, clock))

    def coverage(self) -> CoverageView:
        """Which points of the contract its calls have met; the server must have been told to count it."""
        return self._connection.send(coverage.of(self.name))

    def campaign(self, vdn: int, campaign: int) -> Campaign:
        """One of its campaigns; nothing is sent for that."""
        return Campaign(self._connection, self.name, vdn, campaign)

    def blocklist(self, vdn: int) -> Blocklist:
        """The blocklist of a VDN; nothing is sent for that."""
        return Blocklist(self._connection, self.name, vdn)
