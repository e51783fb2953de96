"""A double: its store, the worlds in it, and what it was told."""

from dataclasses import dataclass, field
from threading import Event

from mock_isales.contract.service import Terms
from mock_isales.engine.registry import Worlds
from mock_isales.engine.stores.protocol import Store
from mock_isales.engine.worlds import DEFAULT_WORLD
from mock_isales.settings import Settings


@dataclass(frozen=True, slots=True)
class Double:
    """A whole double.

    Attributes:
        store: Where its state is kept.
        worlds: Its contact centres.
        settings: What it was told.
        control_token: What `/_mock` asks for; None where it asks for nothing.
        ca_pem: The authority that clients are to trust, in PEM; None without TLS, or with one's own certificate.
        ending: Set once its server ends: it takes no more calls, and finishes those that are under way.
    """

    store: Store
    worlds: Worlds
    settings: Settings
    control_token: str | None = None
    ca_pem: str | None = None
    ending: Event = field(default_factory=Event)

    @property
    def default_terms(self) -> Terms:
        """What the calls of its default world are judged under."""
        return self.worlds.opened(DEFAULT_WORLD).terms

    def begin_to_end(self) -> int:
        """Let go of whoever waits for a call or follows them, and say to who asks that it ends; how many are let go."""
        waiting = sum(self.worlds.opened(name).waiting for name in self.worlds.names())
        self.ending.set()
        self.worlds.close()
        return waiting

    def close(self) -> None:
        """Let go of what the store holds open, and of whoever waits for a call."""
        self.worlds.close()
        self.store.close()
