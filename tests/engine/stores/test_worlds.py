"""Worlds are filled, cleared and never touch; all stores alike."""

import asyncio

import pytest

from mock_isales.contract.campaigns import CallMode, Campaign, CampaignState, DeviceType, ResultPolicy
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


def test_a_world_is_empty_until_it_is_filled_and_once_it_is_cleared(store: Store) -> None:
    seen = [store.is_empty("a")]
    store.fill("a", Seed())
    seen.append(store.is_empty("a"))
    store.clear("a")
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


def test_it_tells_its_settings_and_readings_with_what_was_left_unsaid_still_unsaid(store: Store) -> None:
    said = {"settings": {"pace_interval": 0.25, "unknown_campaigns": "create"}, "readings": {"total_size": "accepted"}}
    store.fill("a", Seed.model_validate({**said, "vdns": [{"id": 1}]}))
    store.fill("b", Seed.model_validate({"readings": {}}))
    store.fill("c", Seed())
    seeded = [store.seeded(world) for world in "abc"]
    assert [seed.model_dump(exclude_unset=True) for seed in seeded] == [said, {"readings": {}}, {}]
    assert [seed.settings.pace_interval for seed in seeded] == [0.25, 1.0, 1.0]
    assert [seed.vdns for seed in seeded] == [[], [], []]


def test_a_cleared_world_has_nothing_left_when_it_is_filled_again(store: Store) -> None:
    sown = seed_of(campaign=EVERYTHING, blocklist=["139"], settings={"pace_interval": 0}, provisioned_numbers=["4003"])
    first = Centre.opened(store, sown)
    first.call_from({"4005": 1})
    first.add(record("1"))
    store.clear("default")
    again = Centre.opened(store, seed_of())
    assert again.campaign() == Campaign(VDN, CAMPAIGN)
    assert (again.records(), again.calling_numbers()) == ([], {})
    assert again.take(lambda kept: (set(kept.blocklisted(["139"])), set(kept.provisioned(["4003"])))) == (set(), set())
    assert again.take(lambda kept: kept.last_data_id) == 0


def test_clearing_an_empty_world_does_nothing(store: Store) -> None:
    store.fill("a", Seed())
    store.clear("b")
    assert not store.is_empty("a")


def test_worlds_never_touch(store: Store) -> None:
    one, other = (Centre.opened(store, seed_of(campaign={"name": name}), name) for name in ("one", "other"))
    assert outcome(one.add(record("1"))) == ACCEPTED
    assert outcome(one.call_from({"4001": 1})) == ACCEPTED
    assert other.campaign() == Campaign(VDN, CAMPAIGN, "other")
    assert (other.records(), other.calling_numbers()) == ([], {})
    assert other.take(lambda kept: kept.last_data_id) == 0
    assert outcome(other.add(record("1"))) == ACCEPTED
    store.clear("other")
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
        store.seeded("nowhere")
    with pytest.raises(StoreFailure, match="nowhere"):
        asyncio.run(store.transact(CampaignKey("nowhere", 1, 1), clock, lambda kept: kept.campaign))


def test_a_store_can_be_closed_twice(store: Store) -> None:
    store.close()
    store.close()


def test_a_world_that_holds_something_is_left_as_it_is_unless_it_is_to_be_replaced(store: Store) -> None:
    assert store.fill("a", seed_of(campaign={"name": "first"}))
    assert not store.fill("a", seed_of(campaign={"name": "second"}))
    kept = Centre.opened(store, seed_of(), "a")
    assert kept.add(record("1")).added
    assert [kept.campaign().name, len(kept.records())] == ["first", 1]  # type: ignore[union-attr]
    assert store.fill("a", seed_of(campaign={"name": "third"}), replace=True)
    assert [kept.campaign().name, len(kept.records())] == ["third", 0]  # type: ignore[union-attr]
