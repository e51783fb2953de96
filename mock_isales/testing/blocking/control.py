"""The client of a server."""

from os import PathLike
from pathlib import Path

import httpx

from mock_isales.control.forms.contract import ContractView
from mock_isales.control.forms.probes import Live, Ready, Version
from mock_isales.control.forms.worlds import WorldList
from mock_isales.engine.coverage.views import CoverageView
from mock_isales.options import DEFAULT_URL
from mock_isales.testing.blocking.connection import Connected, Connection
from mock_isales.testing.blocking.world import World
from mock_isales.testing.connecting import DEFAULT_TIMEOUT
from mock_isales.testing.operations import coverage, server, worlds
from mock_isales.testing.operations.journal import Spoken
from mock_isales.testing.operations.worlds import SeedSaid


class Control(Connected):
    """What a test suite sets up, sees and provokes on a double. Threads may share it.

    Args:
        url: The server's address.
        token: What it asks for beyond loopback.
        timeout: For how many seconds an answer is waited for.
        transport: What carries the calls instead of a socket.
        ca: A file with the authority that is trusted over HTTPS, in PEM; without it, the usual ones are.

    Raises:
        ValueError: The address is none, the token cannot be one, or the file of the authority cannot be read.
    """

    def __init__(
        self,
        url: str = DEFAULT_URL,
        *,
        token: str | None = None,
        timeout: float = DEFAULT_TIMEOUT,
        transport: httpx.BaseTransport | None = None,
        ca: str | PathLike[str] | None = None,
    ) -> None:
        super().__init__(Connection(url, token, timeout, transport, ca))

    @property
    def connection(self) -> Connection:
        """What its calls go through."""
        return self._connection

    @property
    def url(self) -> str:
        """The server's address."""
        return self._connection.url

    @property
    def ca(self) -> Path | None:
        """The file with the authority that is trusted over HTTPS, in PEM; None for the usual ones."""
        return self._connection.ca

    def live(self) -> Live:
        """Whether the process answers."""
        return self._connection.send(server.live())

    def ready(self) -> Ready:
        """Whether the double can do its work."""
        return self._connection.send(server.ready())

    def ca_pem(self) -> str:
        """The authority that clients are to trust, in PEM, where the server made its own certificate."""
        return self._connection.send(server.ca_pem())

    def metrics(self) -> str:
        """Its metrics, in the text format of Prometheus."""
        return self._connection.send(server.metrics())

    def version(self) -> Version:
        """Which double it is, and what it takes by default."""
        return self._connection.send(server.version())

    def contract(self, language: Spoken = "en") -> ContractView:
        """What the documents say: codes, clauses and readings, with their sentences."""
        return self._connection.send(server.contract(language))

    def worlds(self) -> WorldList:
        """All worlds."""
        return self._connection.send(server.worlds())

    def coverage(self) -> CoverageView:
        """Which points of the contract the calls of all worlds have met; the server must have been told to count it."""
        return self._connection.send(coverage.whole())

    def clear_coverage(self) -> None:
        """Forget which ones were met, of all worlds too."""
        self._connection.send(coverage.clear())

    def world(self, name: str = "default") -> World:
        """A world; nothing is sent for that."""
        return World(self._connection, name)

    def make_world(self, name: str, seed: SeedSaid | None = None) -> World:
        """Make a world, or start over with one that is there; without a seed of its own it begins with the server's."""
        self._connection.send(worlds.make(name, seed))
        return self.world(name)
