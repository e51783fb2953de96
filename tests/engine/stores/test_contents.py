"""All of a world gets out of a store, and into another world again; all stores alike."""

from dataclasses import replace

import pytest

from mock_isales.contract.campaigns import CallMode, Campaign, CampaignState, DeviceType, ResultPolicy
from mock_isales.contract.requests import CalledNumber, Record
from mock_isales.engine.contents import CampaignContent, KeptCampaign, WorldContent, content_of
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.memory import MemoryStore
from mock_isales.engine.stores.packed import Records
from mock_isales.engine.stores.protocol import Administration, Store, StoredRecord
from tests.clocks import ManualClock
from tests.engine.centre import CAMPAIGN, VDN, Centre, record, seed_of
from tests.engine.conftest import Opens

LONGEST = 10**7999
TWO = Record([CalledNumber("139", "5", "手机"), CalledNumber("*7#")], "s", "c", "f", "2026-02-28 23:59:59", "{}", "001")
ONE = Record([CalledNumber("1")])

EVERYTHING = WorldContent(
    seed=seed_of(campaign={"pending": 5}, settings={"pace_interval": 0.25}),
    changes=Seed.model_validate({"settings": {"calldata_max": 7}, "readings": {"total_size": "accepted"}}),
    own=True,
    last_data_id=2**63 - 1,
    blocklists={1: ["#", "138", "139"], 9999: ["1"]},
    provisioned={3: ["4001"]},
    campaigns=[
        CampaignContent(
            KeptCampaign(
                Campaign(
                    vdn=1,
                    id=9,
                    name="spring 春",
                    state=CampaignState.PAUSED,
                    device_type=DeviceType.PREVIEW,
                    result_policy=ResultPolicy.CONTACT,
                    call_mode=CallMode.BY_ROUND,
                    incomplete_records=8,
                    incomplete_numbers=9,
                    last_call=2**53 + 1,
                ),
                pending=6,
                calling_numbers={"4001": 1, "4002": 5},
            ),
            Records(
                [
                    StoredRecord((7,), ONE, "b", 1, 2**53 + 1),
                    StoredRecord((8, 9), TWO, None, 2**53 + 1),
                    StoredRecord((10,), ONE, "批", 3),
                ]
            ),
        ),
        CampaignContent(
            KeptCampaign(Campaign(1, LONGEST, incomplete_records=1, incomplete_numbers=2)),
            Records([StoredRecord((8, 9), TWO, None, 3)]),
        ),
        CampaignContent(KeptCampaign(Campaign(2, 9))),
    ],
)


def content(centre: Centre) -> WorldContent:
    return centre.administer(lambda world: world.content())


@pytest.fixture
def other(store: Store) -> Centre:
    return Centre.opened(store, seed_of(campaign={"name": "other"}), "other")


def test_what_is_put_into_a_world_is_what_is_in_it(other: Centre) -> None:
    other.administer(lambda world: world.replace(EVERYTHING))
    assert content(other) == EVERYTHING
    assert other.store.said("other") == other.administer(lambda world: world.said()) == EVERYTHING.said


def test_a_world_that_calls_have_changed_goes_into_another(store: Store, clock: ManualClock) -> None:
    seed = seed_of(
        settings={"pace_interval": 0, "unknown_campaigns": "create"},
        readings={"data_id_per": "number"},
        campaign={"pending": 3, "calling_numbers": [{"access_code": "4"}]},
        blocklist=["9"],
        provisioned_numbers=["8"],
    )
    centre, other = (Centre.opened(store, seed, name, clock) for name in ("one", "other"))
    centre.add(record("1", "2", sessionId="s", priority="01"), record("3"), batchId="b")
    centre.add(record("1"), campaign=10**30)
    centre.call_from({"5": 5})
    centre.administer(lambda world: world.complete(VDN, CAMPAIGN, 2))
    taken = content(centre)
    assert [len(each.records) for each in taken.campaigns] == [2, 1]
    other.administer(lambda world: world.replace(taken))
    assert content(other) == taken
    centre.add(record("3"))
    other.add(record("3"))
    assert content(other) == content(centre)


def test_a_store_gives_to_another_what_it_holds(store: Store) -> None:
    centre, elsewhere = Centre.opened(store, Seed()), Centre.opened(MemoryStore(), Seed())
    centre.administer(lambda world: world.replace(EVERYTHING))
    given = content(centre)
    elsewhere.administer(lambda world: world.replace(given))
    assert content(elsewhere) == EVERYTHING


def test_a_world_that_was_just_filled_holds_its_seed(store: Store) -> None:
    seed = Seed.model_validate(
        {
            "settings": {"pace_interval": 2},
            "vdns": [
                {
                    "id": 2,
                    "blocklist": ["9", "10"],
                    "provisioned_numbers": ["3", "2"],
                    "campaigns": [
                        {"id": 10, "pending": 4, "calling_numbers": [{"access_code": "7"}]},
                        {"id": 9, "state": "draft"},
                    ],
                },
                {"id": 1, "campaigns": [{"id": 11}]},
                {"id": 3},
            ],
        }
    )
    held = content(Centre.opened(store, seed))
    assert held == content_of(seed)
    assert held == WorldContent(
        seed=seed,
        blocklists={2: ["10", "9"]},
        provisioned={2: ["2", "3"]},
        campaigns=[
            CampaignContent(KeptCampaign(Campaign(1, 11))),
            CampaignContent(KeptCampaign(Campaign(2, 9, state=CampaignState.DRAFT))),
            CampaignContent(
                KeptCampaign(Campaign(2, 10, incomplete_records=4, incomplete_numbers=4), 4, {"7": 1}),
            ),
        ],
    )


def test_a_world_is_made_by_what_is_put_into_it(store: Store, clock: ManualClock) -> None:
    centre = Centre.opened(store, Seed(), clock=clock)
    centre.remove()

    def make(world: Administration) -> list[bool]:
        before = world.exists
        world.replace(EVERYTHING)
        return [before, world.exists]

    assert centre.administer(make) == [False, True]
    assert content(centre) == EVERYTHING
    assert not store.is_empty("default")


def test_counters_are_worked_out_whatever_is_said_of_them(centre: Centre) -> None:
    (first, *_) = EVERYTHING.campaigns
    wrong = replace(first.kept, campaign=replace(first.kept.campaign, incomplete_records=1, incomplete_numbers=10**6))
    centre.administer(lambda world: world.replace(WorldContent(Seed(), campaigns=[replace(first, kept=wrong)])))
    assert content(centre).campaigns == [first]


def test_changes_that_are_put_in_have_no_vdns(centre: Centre) -> None:
    centre.administer(lambda world: world.replace(WorldContent(Seed(), changes=seed_of(settings={"calldata_max": 7}))))
    assert centre.administer(lambda world: world.said().changes).model_dump(exclude_unset=True) == {
        "settings": {"calldata_max": 7},
        "readings": {},
    }


def test_data_ids_go_on_where_the_content_ends(centre: Centre) -> None:
    far = 2**62
    centre.administer(lambda world: world.replace(replace(content_of(seed_of()), last_data_id=far)))
    added = centre.add(record("1")).added
    assert added
    assert added.data_ids[0] == far + 1


def test_many_records_are_kept_whole(centre: Centre) -> None:
    records = [StoredRecord((number,), TWO if number % 3 else ONE, None, 1) for number in range(1, 2502)]
    many = CampaignContent(KeptCampaign(Campaign(1, 1), 1), Records(records))
    centre.administer(lambda world: world.replace(WorldContent(Seed(), campaigns=[many])))
    (kept,) = content(centre).campaigns
    assert list(kept.records) == records
    assert (kept.kept.campaign.incomplete_records, kept.kept.campaign.incomplete_numbers) == (2502, 4170)


def test_what_was_read_does_not_change_when_the_world_does(opened: Opens) -> None:
    centre = opened(campaign={"calling_numbers": [{"access_code": "4"}]}, blocklist=["9"])
    centre.add(record("1"))
    before, again = content(centre), content(centre)
    campaign = centre.administer(lambda world: world.campaign(VDN, CAMPAIGN))
    centre.call_from({"4": 3, "5": 1})
    centre.administer(lambda world: world.put_blocklist(VDN, ["8"]))
    centre.administer(lambda world: world.complete(VDN, CAMPAIGN, 1))
    centre.clock.advance(10**6)
    centre.add(record("2"))
    assert before == again
    assert campaign == before.campaigns[0].kept
    assert content(centre) != before


def test_the_world_does_not_change_when_what_was_put_or_read_does(centre: Centre) -> None:
    records = Records([StoredRecord((7,), ONE, None, 1)])
    given = WorldContent(
        Seed(), blocklists={1: ["9"]}, campaigns=[CampaignContent(KeptCampaign(Campaign(1, 1)), records)]
    )
    centre.administer(lambda world: world.replace(given))
    expected = content(centre)
    for mine in (given, content(centre)):
        mine.blocklists[1].append("8")
        mine.campaigns[0].kept.campaign.state = CampaignState.COMPLETED
        mine.campaigns[0].kept.calling_numbers["4"] = 1
        mine.campaigns[0].records.extend([StoredRecord((8,), ONE, None, 1)])
        mine.campaigns.clear()
    assert content(centre) == expected
