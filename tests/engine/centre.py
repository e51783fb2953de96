"""A contact centre for a test: a world that is called as a client would call it, and can be looked into."""

import asyncio
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Language
from mock_isales.engine.clocks import ClockMode, WorldClock
from mock_isales.engine.contents import Said
from mock_isales.engine.deciding import SentCall
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.forms import Fault
from mock_isales.engine.journal.budget import Budget
from mock_isales.engine.journal.journal import Journal
from mock_isales.engine.journal.tally import Tally
from mock_isales.engine.seeds import Seed
from mock_isales.engine.shared.mirror import Mirror
from mock_isales.engine.shared.worlds import SharedWorld
from mock_isales.engine.stores.protocol import Administration, CampaignKey, Store, StoredRecord, Transaction
from mock_isales.engine.worlds import World
from tests.clocks import ManualClock

T = TypeVar("T")

JSON = "application/json; charset=UTF-8"
VDN = 1
CAMPAIGN = 1001
ACCEPTED = "0200000"
SECOND = 1_000_000
JOURNAL_BYTES = 1024 * 1024


def seed_of(
    *,
    settings: Mapping[str, Any] | None = None,
    readings: Mapping[str, str] | None = None,
    campaign: Mapping[str, Any] | None = None,
    **vdn: object,
) -> Seed:
    """A seed with one VDN and one campaign, changed where something is said."""
    campaigns = [{"id": CAMPAIGN, **(campaign or {})}]
    said = {"settings": settings or {}, "readings": readings or {}}
    return Seed.model_validate({**said, "vdns": [{"id": VDN, "campaigns": campaigns, **vdn}]})


def record(*numbers: str, **fields: object) -> dict[str, object]:
    """A record as it is sent, with these called numbers."""
    return {"called": [{"calledNo": number} for number in numbers], **fields}


def some_records(count: int) -> list[dict[str, object]]:
    """Records with one called number each, all different."""
    return [record(str(number)) for number in range(count)]


def outcome(decision: Decision) -> str:
    """The code of a decision, and the clause if it is a refusal."""
    code = decision.describe(Language.ENGLISH).code
    return f"{code} {decision.clause.id}" if decision.clause else code


def terms_of(said: Said) -> Terms:
    """The seed's settings and readings, then what was said since."""
    service = said.seed.settings.model_copy(update=said.changes.settings.model_dump(exclude_unset=True))
    readings = said.seed.readings.model_copy(update=said.changes.readings.model_dump(exclude_unset=True))
    return Terms(readings, service)


@dataclass(frozen=True)
class Centre:
    """A world, its store and its clock."""

    world: World
    store: Store
    clock: ManualClock

    @classmethod
    def opened(cls, store: Store, seed: Seed, name: str = "default", clock: ManualClock | None = None) -> "Centre":
        """The centre that a seed describes; a world that holds something already goes on from there."""
        if store.is_empty(name):
            store.fill(name, seed)
        clock = clock or ManualClock()
        terms = Terms(seed.readings, seed.settings)
        if not store.is_shared:
            journal = Journal(JOURNAL_BYTES, Budget(JOURNAL_BYTES))
            return cls(World(name, terms, store, WorldClock(clock), journal), store, clock)
        mirror = Mirror(JOURNAL_BYTES, Budget(JOURNAL_BYTES))
        told = name, terms, store, WorldClock(clock), mirror
        return cls(SharedWorld(*told, terms_of=terms_of, tally=Tally()), store, clock)

    async def adding(self, *records: object, vdn: int = VDN, campaign: int = CAMPAIGN, **body: object) -> Decision:
        """Call ON."""
        content = json.dumps({"callDataList": records, **body}).encode()
        return await self.world.decide(SentCall(ADD_OUTBOUND_NUMBERS, JSON, str(vdn), str(campaign), content))

    async def calling_from(self, numbers: Mapping[str, int], *, vdn: int = VDN, campaign: int = CAMPAIGN) -> Decision:
        """Call CN with these numbers and their priorities."""
        entries = [{"accessCode": number, "priority": priority} for number, priority in numbers.items()]
        content = json.dumps({"callerNo": entries}).encode()
        return await self.world.decide(SentCall(ADD_CALLING_NUMBERS, JSON, str(vdn), str(campaign), content))

    def add(self, *records: object, vdn: int = VDN, campaign: int = CAMPAIGN, **body: object) -> Decision:
        """Call ON, and wait for it."""
        return asyncio.run(self.adding(*records, vdn=vdn, campaign=campaign, **body))

    def call_from(self, numbers: Mapping[str, int], *, vdn: int = VDN, campaign: int = CAMPAIGN) -> Decision:
        """Call CN, and wait for it."""
        return asyncio.run(self.calling_from(numbers, vdn=vdn, campaign=campaign))

    def take(self, step: Callable[[Transaction], T], *, vdn: int = VDN, campaign: int = CAMPAIGN) -> T:
        """Take a step with a campaign."""
        return asyncio.run(self.store.transact(CampaignKey(self.world.name, vdn, campaign), self.clock, step))

    def administer(self, step: Callable[[Administration], T]) -> T:
        """Take a step with the whole world."""
        return asyncio.run(self.store.administer(self.world.name, self.clock, step))

    def set_fault(self, **fault: Any) -> None:  # noqa: ANN401 - whatever a client says
        """Set a fault."""
        asyncio.run(self.world.change_faults(lambda faults, now: faults.put(Fault.model_validate(fault), now)))

    def set_clock(self, mode: ClockMode, step: int = 0) -> None:
        """Make the clock go another way."""
        asyncio.run(self.world.change_clock(lambda clock: clock.set(mode, step=step)))

    def refresh(self) -> None:
        """Know what other processes have changed."""
        assert asyncio.run(self.world.refresh())

    def remove(self) -> None:
        """Forget the world."""
        self.administer(lambda world: world.remove())

    def campaign(self, campaign: int = CAMPAIGN, vdn: int = VDN) -> Campaign | None:
        """What is kept of a campaign."""
        return self.take(lambda kept: kept.campaign and replace(kept.campaign), vdn=vdn, campaign=campaign)

    def records(self, campaign: int = CAMPAIGN) -> list[StoredRecord]:
        """The records of a campaign."""
        return self.take(lambda kept: list(kept.records()), campaign=campaign)

    def calling_numbers(self, campaign: int = CAMPAIGN) -> dict[str, int]:
        """The calling numbers of a campaign, with their priorities."""
        return self.take(lambda kept: dict(kept.calling_numbers()), campaign=campaign)

    def last_call(self) -> int | None:
        """When the last call was made that the pace counts."""
        campaign = self.campaign()
        return campaign.last_call if campaign else None
