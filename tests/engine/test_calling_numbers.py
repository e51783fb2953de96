"""Calling numbers: their total, their priorities, and which of them a VDN may use."""

from typing import Any

import pytest

from mock_isales.contract.text import Language
from tests.engine.centre import ACCEPTED, Centre, outcome
from tests.engine.conftest import Opens

TOTAL = "0200001 CN-TOTAL"
PROVISIONED = "0200001 CN-PROVISIONED"
TWO = [{"access_code": "1", "priority": 1}, {"access_code": "2", "priority": 2}]


def test_added_numbers_are_kept_with_their_priorities(opened: Opens) -> None:
    centre = opened(campaign={"calling_numbers": TWO})
    assert outcome(centre.call_from({"3": 3, "4": 4})) == ACCEPTED
    assert centre.calling_numbers() == {"1": 1, "2": 2, "3": 3, "4": 4}


def test_a_number_that_is_there_takes_its_new_priority(opened: Opens) -> None:
    centre = opened(campaign={"calling_numbers": TWO})
    assert outcome(centre.call_from({"2": 5, "3": 3})) == ACCEPTED
    assert centre.calling_numbers() == {"1": 1, "2": 5, "3": 3}


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ({"3": 1}, ACCEPTED),
        ({"3": 1, "4": 1}, TOTAL),
        ({"1": 1, "2": 1, "3": 1}, ACCEPTED),
        ({"1": 1, "3": 1, "4": 1}, TOTAL),
    ],
)
def test_the_total_counts_a_number_once(opened: Opens, numbers: dict[str, int], expected: str) -> None:
    centre = opened(campaign={"calling_numbers": TWO}, settings={"callerno_total_max": 3})
    assert outcome(centre.call_from(numbers)) == expected


def test_the_total_counts_the_numbers_of_earlier_calls(opened: Opens) -> None:
    centre = opened(settings={"callerno_total_max": 3})
    calls = [{"1": 1, "2": 1}, {"2": 1, "3": 1}, {"4": 1}, {"3": 2}]
    assert [outcome(centre.call_from(numbers)) for numbers in calls] == [ACCEPTED, ACCEPTED, TOTAL, ACCEPTED]


def test_a_refused_total_stores_nothing_and_says_why(opened: Opens) -> None:
    centre = opened(campaign={"calling_numbers": TWO}, settings={"callerno_total_max": 2})
    decision = centre.call_from({"1": 5, "3": 1})
    assert decision.describe(Language.ENGLISH).text == (
        "Parameter error. For details about the error, see resultDesc. "
        "The campaign would have 3 calling numbers, and 2 are allowed."
    )
    assert centre.calling_numbers() == {"1": 1, "2": 2}


def test_a_campaign_has_a_thousand_calling_numbers_at_most(opened: Opens) -> None:
    numbers = [{"access_code": str(number)} for number in range(950)]
    centre = opened(campaign={"calling_numbers": numbers})
    assert outcome(centre.call_from({f"9{number:04}": 1 for number in range(51)})) == TOTAL
    assert outcome(centre.call_from({f"9{number:04}": 1 for number in range(50)})) == ACCEPTED


@pytest.mark.parametrize(
    ("settings", "expected"),
    [
        ({}, ACCEPTED),
        ({"deployment": "saas"}, PROVISIONED),
        ({"restrict_vdn_calling_number": False}, PROVISIONED),
    ],
)
def test_where_numbers_cannot_be_added_randomly_only_provisioned_ones_are(
    opened: Opens, settings: dict[str, Any], expected: str
) -> None:
    centre = opened(settings=settings, provisioned_numbers=["4001", "4002"])
    assert outcome(centre.call_from({"4001": 1, "4003": 1})) == expected
    assert outcome(centre.call_from({"4001": 1, "4002": 1})) == ACCEPTED


def test_a_vdn_has_no_provisioned_numbers_unless_the_seed_says_so(opened: Opens) -> None:
    centre = opened(settings={"deployment": "saas"})
    decision = centre.call_from({"4001": 1})
    assert decision.refusal
    assert (outcome(decision), decision.refusal.value) == (PROVISIONED, "4001")


def test_an_unknown_campaign_is_refused(centre: Centre) -> None:
    assert outcome(centre.call_from({"1": 1}, campaign=404)) == "0200007 CN-CAMPAIGN"
