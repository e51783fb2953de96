"""A double: its store, the worlds in it, and what it was told."""

from collections.abc import Callable
from dataclasses import dataclass, field
from threading import Event

from mock_isales.contract.service import Terms
from mock_isales.engine.counted import Counted
from mock_isales.engine.registry import Worlds
from mock_isales.engine.stores.protocol import Store
from mock_isales.engine.worlds import DEFAULT_WORLD
from mock_isales.settings import Settings


def _alone(counted: Counted) -> Counted:
    return counted


@dataclass(frozen=True, slots=True)
class Double:
    """A whole double.

    Attributes:
        store: Where its state is kept.
        worlds: Its contact centres.
        settings: What it was told.
        control_token: What `/_mock` asks for; None where it asks for nothing.
        ca_pem: The authority that clients are to trust, in PEM; None without TLS, or with one's own certificate.
        adds_up: Tells what all processes that serve at its place have counted, given what this one has.
        ending: Set once its server ends: it takes no more calls, and finishes those that are under way.
    """

    store: Store
    worlds: Worlds
    settings: Settings
    control_token: str | None = None
    ca_pem: str | None = None
    adds_up: Callable[[Counted], Counted] = _alone
    ending: Event = field(default_factory=Event)

    @property
    def default_terms(self) -> Terms:
        """What the calls of its default world are judged under."""
        return self.worlds.opened(DEFAULT_WORLD).terms

    def counted(self) -> Counted:
        """What is counted at its place, by this process and those beside it."""
        return self.adds_up(self.counted_here())

    def counted_here(self) -> Counted:
        """What this process has counted, and what it has at the moment."""
        there = [self.worlds.opened(name) for name in self.worlds.names()]
        budget = self.worlds.budget
        return Counted(
            self.worlds.tally,
            budget.dropped,
            waiting=sum(world.waiting for world in there),
            journal_bytes=budget.used,
            journal_max=budget.total_bytes,
            worlds=len(there),
            entries=sum(world.journal.count for world in there),
        )

    def begin_to_end(self) -> int:
        """Let go of whoever waits for a call or follows them, and say to who asks that it ends; how many are let go."""
        waiting = self.counted_here().waiting
        self.ending.set()
        self.worlds.close()
        return waiting

    def close(self) -> None:
        """Let go of what the store holds open, and of whoever waits for a call."""
        self.worlds.close()
        self.store.close()
