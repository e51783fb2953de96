"""Campaigns, their calling numbers and their counters; all stores alike."""

import pytest

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.requests import CallingNumber
from mock_isales.engine.stores.protocol import Transaction
from tests.engine.centre import CAMPAIGN, VDN, Centre, record
from tests.engine.conftest import Opens

LONGEST = int("123456789" * 444 + "1234")
"""An id of 4,000 digits."""


def numbers(**priorities: int) -> list[CallingNumber]:
    return [CallingNumber(name.removeprefix("n"), priority) for name, priority in priorities.items()]


def test_a_campaign_that_is_not_there_has_nothing_to_read(centre: Centre) -> None:
    def read(kept: Transaction) -> None:
        assert kept.campaign is None
        kept.records()

    with pytest.raises(LookupError, match="campaign=404"):
        centre.take(read, campaign=404)


@pytest.mark.parametrize("campaign", [1, 2**63, LONGEST])
def test_a_campaign_is_made_running_and_empty(centre: Centre, campaign: int) -> None:
    def make(kept: Transaction) -> Campaign | None:
        kept.create()
        return kept.campaign

    assert centre.take(make, campaign=campaign) == Campaign(VDN, campaign)
    assert centre.campaign(campaign) == Campaign(VDN, campaign)
    assert centre.take(lambda kept: kept.calling_number_count(), campaign=campaign) == 0
    assert centre.campaign(campaign + 1) is None
    assert centre.campaign(campaign, VDN + 1) is None


def test_a_campaign_that_was_made_can_be_used_in_the_same_step(centre: Centre) -> None:
    def make(kept: Transaction) -> None:
        kept.create()
        kept.put_calling_numbers(numbers(n1=1))
        kept.count_call()

    centre.take(make, campaign=5)
    assert centre.calling_numbers(5) == {"1": 1}
    assert centre.campaign(5) == Campaign(VDN, 5, last_call=centre.clock.now)


def test_a_seeded_campaign_of_4000_digits_is_found(opened: Opens) -> None:
    centre = opened(campaigns=[{"id": LONGEST, "name": "long"}, {"id": LONGEST + 1}])
    assert centre.campaign(LONGEST) == Campaign(VDN, LONGEST, "long")


def test_calling_numbers_are_added_overwritten_and_counted_once(centre: Centre) -> None:
    centre.take(lambda kept: kept.put_calling_numbers(numbers(n1=1, n2=2)))
    centre.take(lambda kept: kept.put_calling_numbers(numbers(n2=5, n3=3)))
    assert centre.calling_numbers() == {"1": 1, "2": 5, "3": 3}
    assert centre.take(lambda kept: kept.calling_number_count()) == 3


def test_a_number_that_comes_twice_has_its_last_priority(centre: Centre) -> None:
    centre.take(lambda kept: kept.put_calling_numbers([*numbers(n1=1), *numbers(n1=4)]))
    assert centre.calling_numbers() == {"1": 4}
    assert centre.take(lambda kept: kept.calling_number_count()) == 1


def test_what_a_step_added_is_seen_in_the_same_step(centre: Centre) -> None:
    def add(kept: Transaction) -> tuple[int, set[str]]:
        kept.put_calling_numbers(numbers(n1=1, n2=2))
        return kept.calling_number_count(), set(kept.calling_numbers_among(["2", "3"]))

    assert centre.take(add) == (2, {"2"})


def test_membership_names_those_of_the_numbers_that_are_members(opened: Opens) -> None:
    centre = opened(
        blocklist=["139", "*1#"],
        provisioned_numbers=["4001", "0004"],
        campaign={"calling_numbers": [{"access_code": "7"}]},
    )
    centre.add(record("1", "2"), record("3"))

    def ask(kept: Transaction) -> list[set[str]]:
        asked = ["139", "*1#", "4001", "4", "0004", "7", "1", "3", "9", "9"]
        memberships = (kept.blocklisted, kept.provisioned, kept.calling_numbers_among, kept.called_before)
        return [set(among(asked)) for among in memberships]

    assert centre.take(ask) == [{"139", "*1#"}, {"4001", "0004"}, {"7"}, {"1", "3"}]


def test_membership_is_of_one_vdn_and_one_campaign(opened: Opens) -> None:
    centre = opened(blocklist=["139"], provisioned_numbers=["4001"], campaigns=[{"id": CAMPAIGN}, {"id": 2}])
    centre.add(record("1"))
    centre.take(lambda kept: kept.create(), vdn=2)

    def ask(kept: Transaction) -> list[set[str]]:
        return [set(among(["139", "4001", "1"])) for among in (kept.blocklisted, kept.provisioned, kept.called_before)]

    assert centre.take(ask, vdn=2) == [set(), set(), set()]
    assert centre.take(ask, campaign=2) == [{"139"}, {"4001"}, set()]


def test_the_time_of_a_step_is_told_once_by_the_clock(centre: Centre) -> None:
    def look(kept: Transaction) -> tuple[int, int]:
        before = kept.now
        centre.clock.advance(1)
        return before, kept.now

    began = centre.clock.now
    assert centre.take(look) == (began, began)


def test_a_counted_call_is_remembered_by_its_campaign(opened: Opens) -> None:
    centre = opened(campaigns=[{"id": CAMPAIGN}, {"id": 2}])
    centre.take(lambda kept: kept.count_call())
    first = centre.clock.now
    centre.clock.advance(-5_000_000)
    assert centre.last_call() == first
    centre.take(lambda kept: kept.count_call())
    assert centre.last_call() == first - 5_000_000
    other = centre.campaign(2)
    assert other
    assert other.last_call is None
