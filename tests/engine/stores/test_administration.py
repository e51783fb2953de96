"""A whole world is seen and changed from outside of a call; all stores alike."""

import asyncio
from collections.abc import Callable

import pytest

from mock_isales.contract.campaigns import Campaign
from mock_isales.engine.contents import KeptCampaign, WorldContent
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.protocol import Administration, Store, WantedRecords
from tests.clocks import ManualClock
from tests.engine.centre import ACCEPTED, CAMPAIGN, VDN, Centre, outcome, record, seed_of
from tests.engine.conftest import Opens


class DoubtError(Exception):
    """What a step raises that thinks better of it."""


@pytest.mark.parametrize("kind", ["blocklist", "provisioned"])
def test_the_numbers_of_a_vdn_are_replaced(centre: Centre, kind: str) -> None:
    def read(vdn: int = VDN) -> list[str]:
        numbers: list[str] = centre.administer(lambda world: getattr(world, kind)(vdn))
        return numbers

    def write(vdn: int, *numbers: str) -> None:
        centre.administer(lambda world: getattr(world, f"put_{kind}")(vdn, numbers))

    assert read() == []
    write(VDN, "9", "10", "1", "9")
    write(7, "5")
    assert (read(), read(7)) == (["1", "10", "9"], ["5"])
    write(VDN, "2")
    assert (read(), read(7)) == (["2"], ["5"])
    write(VDN)
    assert (read(), read(7)) == ([], ["5"])


def test_calls_find_the_numbers_of_their_vdn(opened: Opens) -> None:
    centre = opened(settings={"deployment": "saas", "pace_interval": 0})

    def write(world: Administration) -> None:
        world.put_blocklist(VDN, ["139"])
        world.put_provisioned(VDN, ["4001"])

    centre.administer(write)
    assert centre.take(lambda kept: (set(kept.blocklisted(["138", "139"])), set(kept.provisioned(["4", "4001"])))) == (
        {"139"},
        {"4001"},
    )
    assert outcome(centre.add(record("139"))) == "0200024 ON-BLOCKLIST"
    assert outcome(centre.call_from({"4001": 1})) == ACCEPTED


def test_the_vdns_are_those_of_which_anything_is_kept(store: Store) -> None:
    centre = Centre.opened(store, Seed.model_validate({"vdns": [{"id": 4}, {"id": 10, "blocklist": ["1"]}]}))
    assert centre.administer(lambda world: world.vdns()) == [10]
    centre.administer(lambda world: world.put_campaign(KeptCampaign(Campaign(9, 1))))
    centre.administer(lambda world: world.put_provisioned(2, ["1"]))
    centre.administer(lambda world: world.put_blocklist(9, ["1"]))
    assert centre.administer(lambda world: world.vdns()) == [2, 9, 10]
    centre.administer(lambda world: world.put_blocklist(10, []))
    assert centre.administer(lambda world: world.vdns()) == [2, 9]


def test_changes_keep_unsaid_what_was_left_unsaid(opened: Opens, store: Store) -> None:
    centre = opened(settings={"pace_interval": 2})
    seed = centre.administer(lambda world: world.said().seed)
    assert centre.administer(lambda world: world.said().changes).model_dump(exclude_unset=True) == {}
    said = {"settings": {"calldata_max": 7}, "readings": {"total_size": "accepted"}}
    centre.administer(lambda world: world.put_changes(Seed.model_validate({**said, "vdns": [{"id": 1}]})))
    for changes in (store.said("default").changes, centre.administer(lambda world: world.said().changes)):
        assert changes.model_dump(exclude_unset=True) == said
        assert changes.settings.pace_interval == 1
    assert centre.administer(lambda world: world.said().seed) == store.said("default").seed == seed
    centre.administer(lambda world: world.put_changes(Seed()))
    assert store.said("default").changes.model_dump(exclude_unset=True) == {}


def test_records_are_cleared_in_all_campaigns(opened: Opens) -> None:
    numbers = [{"access_code": "4"}]
    centre = opened(
        campaigns=[{"id": CAMPAIGN, "pending": 5, "calling_numbers": numbers}, {"id": 2, "name": "two"}],
        blocklist=["9"],
    )
    for each in (CAMPAIGN, 2):
        centre.add(record("1", "2"), campaign=each)
    centre.administer(lambda world: world.put_campaign(KeptCampaign(Campaign(7, 2), 3)))
    last = centre.take(lambda kept: kept.last_data_id)
    centre.take(lambda kept: kept.called_before(["1"]))
    centre.administer(lambda world: world.clear_records({(VDN, CAMPAIGN): 6, (VDN, 404): 1}))
    assert centre.administer(lambda world: world.campaigns()) == [
        KeptCampaign(Campaign(VDN, 2, "two")),
        KeptCampaign(Campaign(VDN, CAMPAIGN, incomplete_records=6, incomplete_numbers=6), 6, {"4": 1}),
        KeptCampaign(Campaign(7, 2)),
    ]
    assert [centre.records(), centre.records(2)] == [[], []]
    assert centre.take(lambda kept: set(kept.called_before(["1"]))) == set()
    assert centre.take(lambda kept: kept.last_data_id) == last
    assert centre.administer(lambda world: world.blocklist(VDN)) == ["9"]


def test_records_are_cleared_in_a_world_without_campaigns(store: Store) -> None:
    centre = Centre.opened(store, Seed())
    centre.administer(lambda world: world.clear_records({}))
    assert centre.administer(lambda world: world.content()) == WorldContent(Seed())


def change_all(world: Administration) -> None:
    world.put_campaign(KeptCampaign(Campaign(VDN, CAMPAIGN, "new"), 9, {"4": 4, "5": 5}))
    world.put_campaign(KeptCampaign(Campaign(VDN, 404), 9))
    world.complete(VDN, CAMPAIGN, 10)
    world.remove_campaign(VDN, 2)
    world.put_blocklist(VDN, [])
    world.put_provisioned(2, ["1"])
    world.put_changes(seed_of(settings={"calldata_max": 7}))


def clear(world: Administration) -> None:
    world.complete(VDN, CAMPAIGN, 1)
    world.clear_records({(VDN, CAMPAIGN): 3})


def begin_anew(world: Administration) -> None:
    world.remove()
    world.replace(WorldContent(Seed()))


@pytest.mark.parametrize("change", [change_all, clear, begin_anew, Administration.remove])
def test_a_step_that_raises_changes_nothing(opened: Opens, change: Callable[[Administration], None]) -> None:
    centre = opened(
        campaigns=[{"id": CAMPAIGN, "pending": 5, "calling_numbers": [{"access_code": "4"}]}, {"id": 2}],
        blocklist=["9"],
        settings={"pace_interval": 0},
    )
    centre.add(record("1", "2"), record("3", priority="1"))
    centre.administer(lambda world: world.complete(VDN, CAMPAIGN, 1))
    before = centre.administer(lambda world: world.content())

    def change_then_raise(world: Administration) -> None:
        change(world)
        raise DoubtError

    with pytest.raises(DoubtError):
        centre.administer(change_then_raise)
    assert centre.administer(lambda world: world.content()) == before
    assert outcome(centre.add(record("4", priority="2"))) == ACCEPTED
    centre.administer(lambda world: world.complete(VDN, CAMPAIGN, 1))
    assert [stored.completed_at is None for stored in centre.records()] == [True, False, False]


def test_a_step_sees_what_it_has_changed(centre: Centre) -> None:
    def look(world: Administration) -> list[object]:
        change_all(world)
        kept = world.campaign(VDN, CAMPAIGN)
        return [kept and kept.campaign.name, world.vdns(), world.said().changes.settings.calldata_max]

    assert centre.administer(look) == ["new", [VDN, 2], 7]


def test_a_step_of_a_call_that_follows_finds_what_was_changed(opened: Opens) -> None:
    """Both have been there before: nothing that was remembered for them is in the way."""
    centre = opened(readings={"duplicate_scope": "campaign"}, settings={"pace_interval": 0})
    assert outcome(centre.add(record("1"))) == ACCEPTED
    centre.administer(lambda world: world.complete(VDN, CAMPAIGN, 1))
    assert outcome(centre.add(record("1"))) == "0200018 ON-DUPLICATE"
    centre.administer(lambda world: world.clear_records({}))
    assert outcome(centre.add(record("1"))) == ACCEPTED


def test_worlds_do_not_touch(store: Store) -> None:
    one, other = (
        Centre.opened(store, seed_of(blocklist=["9"], campaigns=[{"id": CAMPAIGN}, {"id": 2}]), name)
        for name in ("one", "other")
    )
    for centre in (one, other):
        centre.add(record("1"))
    before = other.administer(lambda world: world.content())
    for change in (change_all, clear, begin_anew):
        one.administer(change)
        assert other.administer(lambda world: world.content()) == before
    assert one.administer(lambda world: world.content()) == WorldContent(Seed())
    one.remove()
    assert other.administer(lambda world: world.content()) == before


def test_the_time_of_a_step_is_told_once_by_the_clock(centre: Centre) -> None:
    def look(world: Administration) -> tuple[str, int, int]:
        before = world.now
        centre.clock.advance(1)
        return world.world, before, world.now

    began = centre.clock.now
    assert centre.administer(look) == ("default", began, began)


EVERY = WantedRecords()
ASKS: dict[str, Callable[[Administration], object]] = {
    "content": lambda world: world.content(),
    "said": lambda world: world.said(),
    "put_changes": lambda world: world.put_changes(Seed()),
    "vdns": lambda world: world.vdns(),
    "campaigns": lambda world: world.campaigns(),
    "campaign": lambda world: world.campaign(1, 1),
    "put_campaign": lambda world: world.put_campaign(KeptCampaign(Campaign(1, 1))),
    "remove_campaign": lambda world: world.remove_campaign(1, 1),
    "records": lambda world: world.records(1, 1, EVERY, 0, 1),
    "complete": lambda world: world.complete(1, 1, 1),
    "clear_records": lambda world: world.clear_records({}),
    "blocklist": lambda world: world.blocklist(1),
    "put_blocklist": lambda world: world.put_blocklist(1, ["1"]),
    "provisioned": lambda world: world.provisioned(1),
    "put_provisioned": lambda world: world.put_provisioned(1, ["1"]),
}


@pytest.mark.parametrize("ask", ASKS)
def test_a_world_that_is_not_there_answers_nothing(store: Store, clock: ManualClock, ask: str) -> None:
    with pytest.raises(LookupError, match="nothing is kept of the world nowhere"):
        asyncio.run(store.administer("nowhere", clock, ASKS[ask]))
    assert not asyncio.run(store.administer("nowhere", clock, lambda world: world.exists))


def test_a_removed_world_answers_nothing_in_the_same_step(centre: Centre) -> None:
    def ask(world: Administration) -> None:
        world.remove()
        world.vdns()

    with pytest.raises(LookupError):
        centre.administer(ask)
    assert centre.campaign()


@pytest.mark.parametrize("ask", ["records", "complete"])
def test_a_campaign_that_is_not_there_has_no_records_to_ask_for(store: Store, clock: ManualClock, ask: str) -> None:
    store.fill("default", Seed())
    with pytest.raises(LookupError, match="VDN 1 of the world default has no campaign 1"):
        asyncio.run(store.administer("default", clock, ASKS[ask]))
