"""A world, or a part of it, goes back to what its seed says."""

import asyncio
from typing import Any

import pytest

from mock_isales.contract.campaigns import Campaign
from mock_isales.engine.changes import change
from mock_isales.engine.clocks import ClockMode
from mock_isales.engine.contents import KeptCampaign, WorldContent
from mock_isales.engine.faults.forms import Answer, Fault, Match
from mock_isales.engine.resets import Part, reset
from mock_isales.engine.stores.protocol import Administration, Store, StoreFailure
from mock_isales.engine.worlds import World
from tests.engine.centre import CAMPAIGN, VDN, seed_of, terms_of
from tests.engine.worlds import Server, add_one, entry

SEED = seed_of(
    settings={"pace_interval": 0.5},
    readings={"total_size": "accepted"},
    campaign={"name": "seeded", "pending": 3, "calling_numbers": [{"access_code": "4001"}]},
    blocklist=["139"],
    provisioned_numbers=["4002"],
)
FAULT = Fault(match=Match(campaign=2), answer=Answer(status=503))


def change_all(kept: Administration) -> None:
    kept.put_campaign(KeptCampaign(Campaign(VDN, CAMPAIGN, "changed"), 7))
    kept.put_campaign(KeptCampaign(Campaign(2, 2, "new"), 5))
    kept.put_blocklist(VDN, ["138"])
    kept.put_blocklist(9, ["137"])


async def used(store: Store, seed: Any = SEED) -> World:  # noqa: ANN401 - a seed, or None for the server's
    """A world that has been called, and in which all is otherwise than seeded."""
    server = Server.opened(store, SEED)
    world, _ = await server.worlds.make("w1", seed)
    await store.administer("w1", world.clock, change_all)
    assert (await add_one(world)).added
    await change(world, terms_of, "settings", {"pace_interval": 9.0})
    await change(world, terms_of, "readings", {"total_size": "campaign"})
    await world.change_clock(lambda clock: clock.set(ClockMode.FROZEN))
    await world.change_faults(lambda faults, now: faults.put(FAULT, now))
    await world.record(lambda _: entry())
    return world


def content_of_world(world: World) -> WorldContent:
    return asyncio.run(world.store.administer(world.name, world.clock, lambda kept: kept.content()))


def state(world: World) -> dict[Part, Any]:
    """What each part of a world is, in a form that can be compared."""
    content = content_of_world(world)
    campaigns = {(each.kept.campaign.vdn, each.kept.campaign.id): each.kept for each in content.campaigns}
    return {
        Part.JOURNAL: len(world.journal.entries()),
        Part.FAULTS: len(world.faults.listed(0)),
        Part.RECORDS: {
            key: (kept.pending, kept.campaign.incomplete_records, kept.campaign.last_call)
            for key, kept in campaigns.items()
        },
        Part.CAMPAIGNS: {key: (kept.campaign.name, kept.calling_numbers) for key, kept in campaigns.items()},
        Part.BLOCKLIST: content.blocklists,
        Part.SETTINGS: world.terms.service.pace_interval,
        Part.READINGS: world.terms.readings.total_size,
        Part.CLOCK: world.clock.state.mode,
    }


SEEDED = {
    Part.JOURNAL: 0,
    Part.FAULTS: 0,
    Part.RECORDS: {(VDN, CAMPAIGN): (3, 3, None)},
    Part.CAMPAIGNS: {(VDN, CAMPAIGN): ("seeded", {"4001": 1})},
    Part.BLOCKLIST: {VDN: ["139"]},
    Part.SETTINGS: 0.5,
    Part.READINGS: "accepted",
    Part.CLOCK: ClockMode.REAL,
}


@pytest.mark.parametrize("own", [True, False])
def test_a_whole_world_goes_back_to_its_seed(store: Store, *, own: bool) -> None:
    world = asyncio.run(used(store, SEED if own else None))
    assert all(state(world)[part] != SEEDED[part] for part in Part)
    asyncio.run(reset(world, terms_of))
    assert state(world) == SEEDED
    assert (store.said("w1").seed, store.said("w1").own) == (SEED, own)
    assert content_of_world(world).last_data_id == 0


@pytest.mark.parametrize("part", [Part.JOURNAL, Part.FAULTS, Part.BLOCKLIST, Part.SETTINGS, Part.READINGS, Part.CLOCK])
def test_a_part_goes_back_alone(store: Store, part: Part) -> None:
    world = asyncio.run(used(store))
    before = state(world)
    asyncio.run(reset(world, terms_of, [part]))
    assert state(world) == before | {part: SEEDED[part]}


def test_records_go_back_without_their_campaigns(store: Store) -> None:
    world = asyncio.run(used(store))
    before = state(world)
    asyncio.run(reset(world, terms_of, [Part.RECORDS]))
    cleared = {(VDN, CAMPAIGN): (3, 3, None), (2, 2): (0, 0, None)}
    assert state(world) == before | {Part.RECORDS: cleared}
    assert content_of_world(world).last_data_id > 0  # an id is never given twice
    assert asyncio.run(add_one(world)).added  # nothing is left that the pace counts


def test_campaigns_go_back_with_their_records(store: Store) -> None:
    world = asyncio.run(used(store))
    before = state(world)
    asyncio.run(reset(world, terms_of, [Part.CAMPAIGNS]))
    assert state(world) == before | {part: SEEDED[part] for part in (Part.CAMPAIGNS, Part.RECORDS)}


def test_of_no_parts_nothing_changes(store: Store) -> None:
    world = asyncio.run(used(store))
    before = state(world)
    asyncio.run(reset(world, terms_of, []))
    assert state(world) == before


def test_a_database_that_fails_leaves_all_as_it_was(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    world = asyncio.run(used(store))
    before = state(world)

    async def fail(*_: object) -> None:
        raise StoreFailure("disk I/O error")

    for action in (reset(world, terms_of), change(world, terms_of, "settings", {"pace_interval": 1.0})):
        with monkeypatch.context() as broken:
            broken.setattr(type(store), "share" if store.is_shared else "administer", fail)
            with pytest.raises(StoreFailure):
                asyncio.run(action)
    assert state(world) == before
