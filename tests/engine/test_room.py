"""A campaign has at most 200,000 incomplete outbound calls."""

import pytest

from tests.engine.centre import ACCEPTED, SECOND, Centre, outcome, record, some_records
from tests.engine.conftest import Opens

CAP = "0200020 ON-CAP"
NEARLY_FULL = {"pending": 199_990}


def incomplete(centre: Centre) -> tuple[int, int]:
    campaign = centre.campaign()
    assert campaign
    return campaign.incomplete_records, campaign.incomplete_numbers


def test_ten_more_fill_a_campaign_that_has_199_990(opened: Opens) -> None:
    centre = opened(campaign=NEARLY_FULL)
    assert outcome(centre.add(*some_records(10))) == ACCEPTED
    assert incomplete(centre) == (200_000, 200_000)
    centre.clock.advance(SECOND)
    assert outcome(centre.add(record("1"))) == CAP


def test_eleven_more_are_refused_whole(opened: Opens) -> None:
    centre = opened(campaign=NEARLY_FULL)
    decision = centre.add(*some_records(11))
    assert outcome(decision) == CAP
    assert decision.refusal
    assert (decision.refusal.field, decision.refusal.value) == ("callDataList", "200001 incomplete records")
    assert centre.records() == []
    assert incomplete(centre) == (199_990, 199_990)


@pytest.mark.parametrize(
    ("counted", "numbers", "expected"),
    [("record", 2, ACCEPTED), ("number", 1, ACCEPTED), ("number", 2, CAP)],
)
def test_what_is_counted_is_a_reading(opened: Opens, counted: str, numbers: int, expected: str) -> None:
    centre = opened(campaign=NEARLY_FULL, readings={"cap_counts": counted})
    records = [record(*(f"{index}*{number}" for number in range(numbers))) for index in range(10)]
    assert outcome(centre.add(*records)) == expected


def test_numbers_of_earlier_calls_count_as_numbers(opened: Opens) -> None:
    centre = opened(settings={"incomplete_max": 4}, readings={"cap_counts": "number"})
    centre.add(record("1", "2", "3"))
    assert incomplete(centre) == (1, 3)
    centre.clock.advance(SECOND)
    decision = centre.add(record("4", "5"))
    assert decision.refusal
    assert decision.refusal.value == "5 incomplete numbers"


def test_the_maximum_is_a_setting(opened: Opens) -> None:
    centre = opened(settings={"incomplete_max": 2})
    assert outcome(centre.add(*some_records(3))) == CAP
    centre.clock.advance(SECOND)
    assert outcome(centre.add(*some_records(2))) == ACCEPTED


def test_a_server_that_does_not_count_has_no_cap(opened: Opens) -> None:
    centre = opened(campaign={"pending": 200_000}, settings={"uncomplate_count": False})
    assert outcome(centre.add(*some_records(2))) == ACCEPTED
