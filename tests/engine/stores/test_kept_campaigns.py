"""Campaigns are made, changed and removed from outside of a call; all stores alike."""

from dataclasses import replace

from mock_isales.contract.campaigns import CallMode, Campaign, CampaignState, DeviceType, ResultPolicy
from mock_isales.engine.contents import KeptCampaign
from tests.engine.centre import ACCEPTED, CAMPAIGN, VDN, Centre, outcome, record
from tests.engine.conftest import Opens


def put(centre: Centre, kept: KeptCampaign) -> None:
    centre.administer(lambda world: world.put_campaign(kept))


def campaign(centre: Centre, vdn: int = VDN, campaign: int = CAMPAIGN) -> KeptCampaign | None:
    return centre.administer(lambda world: world.campaign(vdn, campaign))


def test_a_campaign_is_made(centre: Centre) -> None:
    kept = KeptCampaign(
        Campaign(
            vdn=9999,
            id=10**7999,
            name="spring 春",
            state=CampaignState.PAUSED,
            device_type=DeviceType.PREVIEW,
            result_policy=ResultPolicy.CONTACT,
            call_mode=CallMode.BY_ROUND,
            incomplete_records=7,
            incomplete_numbers=7,
            last_call=2**53 + 1,
        ),
        pending=7,
        calling_numbers={"4001": 2, "4002": 5},
    )
    put(centre, kept)
    assert campaign(centre, 9999, 10**7999) == kept
    assert centre.campaign(10**7999, 9999) == kept.campaign
    assert campaign(centre, 9999) is None
    assert campaign(centre, VDN, 10**7999) is None


def test_a_campaign_is_changed_and_its_records_stay(opened: Opens) -> None:
    centre = opened(campaign={"pending": 10, "calling_numbers": [{"access_code": "4001", "priority": 2}]})
    centre.add(record("1", "2"), record("3"), record("4"))
    centre.administer(lambda world: world.complete(VDN, CAMPAIGN, 11))
    records = centre.records()
    changed = Campaign(VDN, CAMPAIGN, "new", CampaignState.COMPLETED, DeviceType.INTELLIGENT_IVR)
    changed = replace(changed, result_policy=ResultPolicy.CONTACT, call_mode=CallMode.BY_ROUND, last_call=5)
    put(centre, KeptCampaign(changed, 4, {"4002": 1}))
    counted = replace(changed, incomplete_records=6, incomplete_numbers=6)
    assert campaign(centre) == KeptCampaign(counted, 4, {"4002": 1})
    assert centre.records() == records
    assert centre.calling_numbers() == {"4002": 1}
    assert centre.take(lambda kept: kept.calling_number_count()) == 1


def test_what_a_campaign_is_changed_to_is_what_calls_find(opened: Opens) -> None:
    centre = opened()
    put(centre, KeptCampaign(Campaign(VDN, CAMPAIGN), pending=200_000))
    assert outcome(centre.add(record("1"))) == "0200020 ON-CAP"
    put(centre, KeptCampaign(Campaign(VDN, CAMPAIGN), pending=199_999))
    assert outcome(centre.add(record("1"))) == ACCEPTED
    put(centre, KeptCampaign(Campaign(VDN, CAMPAIGN, state=CampaignState.COMPLETED)))
    assert outcome(centre.add(record("1"))) == "0200019 ON-STATE"


def test_campaigns_are_told_by_vdn_and_then_by_number(centre: Centre) -> None:
    for vdn, each in [(10, 1), (2, 10**30), (2, 10), (2, 9), (2, 10**30 - 1)]:
        put(centre, KeptCampaign(Campaign(vdn, each), calling_numbers={"7": 1}))

    def told(vdn: int | None = None) -> list[tuple[int, int]]:
        campaigns = centre.administer(lambda world: world.campaigns(vdn))
        assert all(each.calling_numbers == {"7": 1} for each in campaigns if each.campaign.vdn > VDN)
        return [(each.campaign.vdn, each.campaign.id) for each in campaigns]

    of_two = [(2, 9), (2, 10), (2, 10**30 - 1), (2, 10**30)]
    assert told() == [(VDN, CAMPAIGN), *of_two, (10, 1)]
    assert told(2) == of_two
    assert told(3) == []


def test_calling_numbers_are_told_in_ascending_order(centre: Centre) -> None:
    centre.call_from({"7": 1, "10": 2, "3": 3})
    kept = campaign(centre)
    assert kept
    assert list(kept.calling_numbers.items()) == [("10", 2), ("3", 3), ("7", 1)]


def test_a_campaign_is_removed_with_its_records(opened: Opens) -> None:
    centre = opened(campaigns=[{"id": CAMPAIGN, "calling_numbers": [{"access_code": "4"}]}, {"id": 2}])
    centre.add(record("1"))
    centre.add(record("2"), campaign=2)
    assert centre.administer(lambda world: world.remove_campaign(VDN, CAMPAIGN))
    assert campaign(centre) is None
    assert not centre.administer(lambda world: world.remove_campaign(VDN, CAMPAIGN))
    assert len(centre.records(2)) == 1
    put(centre, KeptCampaign(Campaign(VDN, CAMPAIGN)))
    assert (centre.records(), centre.calling_numbers(), centre.campaign()) == ([], {}, Campaign(VDN, CAMPAIGN))
    assert centre.take(lambda kept: set(kept.called_before(["1"]))) == set()
