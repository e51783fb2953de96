"""Worlds are filled, removed and never touch; all stores alike."""

import asyncio

import pytest

from mock_isales.contract.campaigns import CallMode, Campaign, CampaignState, DeviceType, ResultPolicy
from mock_isales.engine.contents import Said
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.protocol import CampaignKey, Store, StoreFailure
from tests.clocks import ManualClock
from tests.engine.centre import ACCEPTED, CAMPAIGN, VDN, Centre, outcome, record, seed_of

EVERYTHING = {
    "name": "spring 春",
    "state": "paused",
    "device_type": "preview",
    "result_policy": "contact",
    "call_mode": "by_round",
    "pending": 7,
    "calling_numbers": [{"access_code": "4001", "priority": 2}, {"access_code": "4002", "priority": 5}],
}


def test_a_world_is_empty_until_it_is_filled_and_once_it_is_removed(store: Store) -> None:
    seen = [store.is_empty("a")]
    centre = Centre.opened(store, Seed(), "a")
    seen.append(store.is_empty("a"))
    centre.remove()
    seen.append(store.is_empty("a"))
    assert seen == [True, False, True]


def test_a_filled_world_holds_what_the_seed_says(store: Store) -> None:
    centre = Centre.opened(store, seed_of(campaign=EVERYTHING, blocklist=["139"], provisioned_numbers=["4003"]))
    assert centre.campaign() == Campaign(
        vdn=VDN,
        id=CAMPAIGN,
        name="spring 春",
        state=CampaignState.PAUSED,
        device_type=DeviceType.PREVIEW,
        result_policy=ResultPolicy.CONTACT,
        call_mode=CallMode.BY_ROUND,
        incomplete_records=7,
        incomplete_numbers=7,
    )
    assert centre.calling_numbers() == {"4001": 2, "4002": 5}
    assert centre.take(lambda kept: set(kept.blocklisted(["138", "139"]))) == {"139"}
    assert centre.take(lambda kept: set(kept.provisioned(["4001", "4003"]))) == {"4003"}
    assert centre.records() == []


def test_it_tells_its_seed_with_what_was_left_unsaid_still_unsaid(store: Store) -> None:
    said = {
        "settings": {"pace_interval": 0.25, "unknown_campaigns": "create"},
        "readings": {"total_size": "accepted"},
        "vdns": [{"id": 1, "campaigns": [{"id": 2**63, **EVERYTHING}, {"id": 1}]}, {"id": 2, "blocklist": ["9"]}],
    }
    store.fill("a", Seed.model_validate(said))
    store.fill("b", Seed.model_validate({"readings": {}}))
    store.fill("c", Seed())
    seeded = [store.said(world).seed for world in "abc"]
    assert [seed.model_dump(mode="json", exclude_unset=True) for seed in seeded] == [said, {"readings": {}}, {}]
    assert [seed.settings.pace_interval for seed in seeded] == [0.25, 1.0, 1.0]
    assert [store.said(world).changes.model_dump(exclude_unset=True) for world in "abc"] == [{}, {}, {}]


def test_the_seed_that_a_store_is_filled_with_is_the_servers(store: Store) -> None:
    store.fill("a", seed_of())
    assert store.said("a") == Said(seed_of(), own=False, changes=Seed())


def test_a_seed_may_have_a_campaign_whose_id_json_has_no_number_for(store: Store) -> None:
    seed = seed_of(campaigns=[{"id": 10**7999, "calling_numbers": [{"access_code": "1"}]}])
    store.fill("a", seed)
    assert store.said("a").seed == seed


def test_a_removed_world_has_nothing_left_when_it_is_filled_again(store: Store) -> None:
    sown = seed_of(campaign=EVERYTHING, blocklist=["139"], settings={"pace_interval": 0}, provisioned_numbers=["4003"])
    first = Centre.opened(store, sown)
    first.call_from({"4005": 1})
    first.add(record("1"))
    first.remove()
    again = Centre.opened(store, seed_of())
    assert again.campaign() == Campaign(VDN, CAMPAIGN)
    assert (again.records(), again.calling_numbers()) == ([], {})
    assert again.take(lambda kept: (set(kept.blocklisted(["139"])), set(kept.provisioned(["4003"])))) == (set(), set())
    assert again.take(lambda kept: kept.last_data_id) == 0


def test_removing_a_world_that_is_not_there_does_nothing(store: Store, clock: ManualClock) -> None:
    store.fill("a", Seed())
    asyncio.run(store.administer("b", clock, lambda world: world.remove()))
    assert not store.is_empty("a")


def test_a_store_tells_its_worlds_in_ascending_order(store: Store) -> None:
    assert store.worlds() == []
    for name in ("b", "世界", "a", "B"):
        store.fill(name, Seed())
    assert store.worlds() == ["B", "a", "b", "世界"]


def test_worlds_never_touch(store: Store) -> None:
    one, other = (Centre.opened(store, seed_of(campaign={"name": name}), name) for name in ("one", "other"))
    assert outcome(one.add(record("1"))) == ACCEPTED
    assert outcome(one.call_from({"4001": 1})) == ACCEPTED
    assert other.campaign() == Campaign(VDN, CAMPAIGN, "other")
    assert (other.records(), other.calling_numbers()) == ([], {})
    assert other.take(lambda kept: kept.last_data_id) == 0
    assert outcome(other.add(record("1"))) == ACCEPTED
    other.remove()
    assert len(one.records()) == 1
    assert one.calling_numbers() == {"4001": 1}


def test_a_world_of_any_name_can_be_kept(store: Store) -> None:
    names = ["", "a b", "'; DROP TABLE world; --", "世界", "x" * 1000]
    for name in names:
        store.fill(name, seed_of(campaign={"name": name}))
    kept = [Centre.opened(store, seed_of(), name).campaign() for name in names]
    assert [campaign and campaign.name for campaign in kept] == names


def test_a_world_that_is_not_there_is_told(store: Store, clock: ManualClock) -> None:
    with pytest.raises(KeyError, match="nowhere"):
        store.said("nowhere")
    with pytest.raises(StoreFailure, match="nowhere"):
        asyncio.run(store.transact(CampaignKey("nowhere", 1, 1), clock, lambda kept: kept.campaign))


def test_a_store_can_be_closed_twice(store: Store) -> None:
    store.close()
    store.close()


def test_a_world_that_holds_something_is_left_as_it_is_unless_all_start_over(store: Store) -> None:
    assert store.fill("a", seed_of(campaign={"name": "first"}))
    assert not store.fill("a", seed_of(campaign={"name": "second"}))
    kept = Centre.opened(store, seed_of(), "a")
    assert kept.add(record("1")).added
    assert [kept.campaign().name, len(kept.records())] == ["first", 1]  # type: ignore[union-attr]
    assert store.fill("a", seed_of(campaign={"name": "third"}), start_over=True)
    assert [kept.campaign().name, len(kept.records())] == ["third", 0]  # type: ignore[union-attr]


def test_starting_over_forgets_all_worlds(store: Store) -> None:
    for name in "abc":
        store.fill(name, seed_of())
    assert store.fill("b", seed_of(), start_over=True)
    assert store.worlds() == ["b"]
