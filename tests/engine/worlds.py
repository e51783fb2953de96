"""The worlds of a server for a test, on a store and a host's clock of the test's own."""

from dataclasses import dataclass, replace
from typing import Any

from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.text import Language
from mock_isales.engine.deciding import SentCall
from mock_isales.engine.decisions import Decision
from mock_isales.engine.journal.entries import Entry, Ruling
from mock_isales.engine.limits import Limits
from mock_isales.engine.registry import Worlds
from mock_isales.engine.seeds import Seed
from mock_isales.engine.shared.registry import SharedWorlds
from mock_isales.engine.stores.protocol import Administration, Store
from mock_isales.engine.worlds import DEFAULT_WORLD, Answers, World
from tests.clocks import ManualClock
from tests.engine.centre import CAMPAIGN, JSON, SECOND, VDN, terms_of

IDLE = 60
BODY = b'{"callDataList": [{"called": [{"calledNo": "1"}]}]}'


@dataclass(frozen=True)
class Server:
    """A server's worlds."""

    worlds: Worlds
    store: Store
    host: ManualClock

    @classmethod
    def opened(cls, store: Store, seed: Seed, **limits: Any) -> "Server":  # noqa: ANN401 - as `Limits` has them
        """A server that has just started."""
        host = ManualClock()
        store.fill(DEFAULT_WORLD, seed)
        kind = SharedWorlds if store.is_shared else Worlds
        worlds = kind(store, seed, terms_of, host, Limits(**{"idle": IDLE, **limits}))
        worlds.open_kept()
        return cls(worlds, store, host)

    def wait(self, seconds: float) -> None:
        """Let the host's time pass."""
        self.host.advance(round(seconds * SECOND))

    async def records(self, world: World) -> int:
        """How many incomplete records the campaign of a world has."""

        def step(kept: Administration) -> int:
            campaign = kept.campaign(VDN, CAMPAIGN)
            return campaign.campaign.incomplete_records if campaign else 0

        return await self.store.administer(world.name, world.clock, step)


async def add_one(world: World, answers: Answers | None = None) -> Decision:
    """Add a record."""
    return await world.decide(SentCall(ADD_OUTBOUND_NUMBERS, JSON, str(VDN), str(CAMPAIGN), BODY), answers)


def kept(decision: Decision, _: int | None) -> Entry:
    """A call as the journal keeps it, once it is decided."""
    code, injection = decision.describe(Language.ENGLISH).code, decision.injection
    status = 200 if injection is None or injection.status is None else injection.status
    clause = None if decision.refusal is None else decision.refusal.clause.id
    return replace(
        entry(),
        status=status,
        decision=Ruling(code if status == 200 else None, clause),
        fault=None if injection is None else injection.fault,
        terms=decision.terms,
        measured=decision.measured,
    )


def entry() -> Entry:
    """A call, as a journal keeps it."""
    return Entry(0, ADD_OUTBOUND_NUMBERS.operation, "1", "1", "POST", "/", b"", BODY, 200, b"", b"{}")
