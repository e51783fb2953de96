"""What a campaign itself asks of a call: that it is there, its state, its policies, its blocklist."""

from typing import Any

import pytest

from mock_isales.contract.campaigns import Campaign, CampaignState
from tests.engine.centre import ACCEPTED, CAMPAIGN, Centre, outcome, record
from tests.engine.conftest import Opens

UNKNOWN = "0200007 ON-CAMPAIGN"
STATE = "0200019 ON-STATE"


@pytest.mark.parametrize(("vdn", "campaign"), [(1, 1002), (2, CAMPAIGN), (1, 10**3999)])
def test_a_campaign_that_the_vdn_does_not_have_is_unknown(centre: Centre, vdn: int, campaign: int) -> None:
    assert outcome(centre.add(record("1"), vdn=vdn, campaign=campaign)) == UNKNOWN
    assert centre.campaign(campaign, vdn) is None


def test_a_campaign_is_made_on_first_use_if_the_setting_says_so(opened: Opens) -> None:
    centre = opened(settings={"unknown_campaigns": "create"})
    assert outcome(centre.add(record("1"), vdn=77, campaign=5)) == ACCEPTED
    expected = Campaign(
        77, 5, state=CampaignState.RUNNING, incomplete_records=1, incomplete_numbers=1, last_call=centre.clock.now
    )
    assert centre.campaign(5, 77) == expected
    assert outcome(centre.call_from({"1": 1}, vdn=78, campaign=5)) == ACCEPTED
    assert centre.campaign(5, 78) == Campaign(78, 5)


def test_a_campaign_that_is_there_is_not_made_again(opened: Opens) -> None:
    centre = opened(settings={"unknown_campaigns": "create", "pace_interval": 0}, campaign={"pending": 3})
    centre.add(record("1"))
    centre.add(record("2"))
    campaign = centre.campaign()
    assert campaign
    assert campaign.incomplete_records == 5


def test_a_campaign_made_for_a_call_that_is_refused_stays(opened: Opens) -> None:
    centre = opened(settings={"unknown_campaigns": "create"})
    assert outcome(centre.add(record("1", "1"), campaign=5)) == "0200018 ON-DUPLICATE"
    assert centre.campaign(5) == Campaign(1, 5, last_call=centre.clock.now)


@pytest.mark.parametrize(
    ("readings", "state", "expected"),
    [
        ({}, "draft", ACCEPTED),
        ({}, "running", ACCEPTED),
        ({}, "paused", ACCEPTED),
        ({}, "completed", STATE),
        ({"refusing_states": "completed_running"}, "running", STATE),
        ({"refusing_states": "completed_running"}, "completed", STATE),
        ({"refusing_states": "completed_running"}, "paused", ACCEPTED),
    ],
)
def test_the_state_decides_whether_records_can_be_added(
    opened: Opens, readings: dict[str, str], state: str, expected: str
) -> None:
    centre = opened(readings=readings, campaign={"state": state})
    assert outcome(centre.add(record("1"))) == expected


def test_calling_numbers_can_be_added_in_any_state(opened: Opens) -> None:
    assert outcome(opened(campaign={"state": "completed"}).call_from({"1": 1})) == ACCEPTED


@pytest.mark.parametrize(
    ("campaign", "expected"),
    [
        ({"result_policy": "contact"}, "02000001 ON-TYPE-CONTACT-POLICY"),
        ({"call_mode": "by_round"}, "02000001 ON-TYPE-BY-ROUND"),
        ({"device_type": "intelligent_ivr"}, "0200001 ON-CALLDATA-JSON"),
        ({"device_type": "automatic_ivr"}, ACCEPTED),
    ],
)
def test_its_policies_and_its_flow_ask_for_fields(opened: Opens, campaign: dict[str, Any], expected: str) -> None:
    assert outcome(opened(campaign=campaign).add(record("1", callData="text"))) == expected


@pytest.mark.parametrize(("number", "expected"), [("139*1", "0200024 ON-BLOCKLIST"), ("139", ACCEPTED)])
def test_a_number_on_the_blocklist_refuses_the_whole_call(opened: Opens, number: str, expected: str) -> None:
    centre = opened(blocklist=["139*1", "139*2"])
    assert outcome(centre.add(record("1"), record("2", number))) == expected
    assert len(centre.records()) == (2 if expected == ACCEPTED else 0)


def test_a_blocklist_is_its_own_vdns(opened: Opens) -> None:
    centre = opened(blocklist=["139"], settings={"unknown_campaigns": "create"})
    assert outcome(centre.add(record("139"), vdn=2)) == ACCEPTED


def test_a_refused_call_makes_no_campaign(opened: Opens) -> None:
    centre = opened(
        settings={"unknown_campaigns": "create", "deployment": "saas"}, readings={"pace_counts": "accepted"}
    )
    assert outcome(centre.call_from({"4001": 1}, campaign=77)) == "0200001 CN-PROVISIONED"
    assert outcome(centre.add(record("1"), record("1"), campaign=77)) == "0200018 ON-DUPLICATE"
    assert centre.campaign(77) is None


def test_a_call_that_reached_the_pace_makes_its_campaign_to_be_counted(opened: Opens) -> None:
    centre = opened(settings={"unknown_campaigns": "create"})
    assert outcome(centre.add(record("1"), record("1"), campaign=77)) == "0200018 ON-DUPLICATE"
    assert outcome(centre.add(record("1"), campaign=77)) == "0200022 ON-PACE"


def test_every_rule_finds_a_campaign_empty_on_its_first_use(opened: Opens) -> None:
    centre = opened(
        settings={"unknown_campaigns": "create", "callerno_total_max": 1},
        readings={"duplicate_scope": "campaign"},
        blocklist=["139"],
    )
    assert outcome(centre.call_from({"1": 1, "2": 1}, campaign=77)) == "0200001 CN-TOTAL"
    assert outcome(centre.call_from({"1": 1}, campaign=77)) == ACCEPTED
    assert outcome(centre.add(record("139"), campaign=78)) == "0200024 ON-BLOCKLIST"
    assert outcome(centre.add(record("138"), campaign=79)) == ACCEPTED
