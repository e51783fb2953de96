"""Calls for one campaign are a pace apart; which calls count is a reading."""

from typing import Any

import pytest

from tests.engine.centre import ACCEPTED, SECOND, Centre, outcome, record
from tests.engine.conftest import Opens

PACE = "0200022 ON-PACE"

# What a call meets that passes the pace and is then refused: the seed, and the record sent.
REFUSED_LATER: dict[str, tuple[dict[str, Any], dict[str, object]]] = {
    "02000001 ON-TYPE-CONTACT-POLICY": ({"campaign": {"result_policy": "contact"}}, record("1")),
    "0200018 ON-DUPLICATE": ({}, record("1", "1")),
    "0200024 ON-BLOCKLIST": ({"blocklist": ["1"]}, record("1")),
    "0200020 ON-CAP": ({"campaign": {"pending": 200_000}}, record("1")),
}
# And one that no such campaign refuses, but for the pace.
ACCEPTABLE = {"called": [{"calledNo": "2", "type": "SI"}]}


@pytest.mark.parametrize(
    ("elapsed", "expected"),
    [(0, PACE), (1, PACE), (999_999, PACE), (SECOND, ACCEPTED), (SECOND + 1, ACCEPTED), (-1, ACCEPTED)],
)
def test_calls_are_a_second_apart_by_a_clock_that_is_not_set_back(centre: Centre, elapsed: int, expected: str) -> None:
    assert outcome(centre.add(record("1"))) == ACCEPTED
    centre.clock.advance(elapsed)
    assert outcome(centre.add(record("1"))) == expected


def test_a_refusal_says_how_long_the_last_call_is_ago(centre: Centre) -> None:
    centre.add(record("1"))
    centre.clock.advance(999_999)
    refusal = centre.add(record("1")).refusal
    assert refusal
    assert (refusal.field, refusal.value) == ("", "0.999999 s after the last counted call")


def test_a_call_that_the_pace_refuses_does_not_count(centre: Centre) -> None:
    outcomes = []
    for elapsed in (0, 600_000, 400_000, 600_000, 400_000):
        centre.clock.advance(elapsed)
        outcomes.append(outcome(centre.add(record("1"))))
    assert outcomes == [ACCEPTED, PACE, ACCEPTED, PACE, ACCEPTED]


@pytest.mark.parametrize("refused", REFUSED_LATER)
@pytest.mark.parametrize(("reading", "counts"), [("reached", True), ("accepted", False)])
def test_a_call_that_is_refused_after_the_pace_counts_by_the_reading(
    opened: Opens, refused: str, reading: str, *, counts: bool
) -> None:
    seed, sent = REFUSED_LATER[refused]
    centre = opened(**seed, readings={"pace_counts": reading})
    assert outcome(centre.add(sent)) == refused
    assert centre.last_call() == (centre.clock.now if counts else None)
    assert (outcome(centre.add(ACCEPTABLE)) == PACE) is counts


def test_calls_that_do_not_reach_the_pace_do_not_count(centre: Centre) -> None:
    assert outcome(centre.add(record("x"))) == "02000002 ON-CALLEDNO-CHARACTERS"
    assert outcome(centre.add(record("1"))) == ACCEPTED


def test_a_call_that_the_state_refuses_does_not_count(opened: Opens) -> None:
    centre = opened(campaign={"state": "completed"})
    assert outcome(centre.add(record("1"))) == "0200019 ON-STATE"
    assert centre.last_call() is None


def test_each_campaign_has_a_pace_of_its_own(opened: Opens) -> None:
    centre = opened(campaigns=[{"id": 1}, {"id": 2}])
    assert [outcome(centre.add(record("1"), campaign=each)) for each in (1, 2, 1)] == [ACCEPTED, ACCEPTED, PACE]


def test_adding_calling_numbers_has_no_pace_and_counts_for_none(centre: Centre) -> None:
    assert outcome(centre.call_from({"1": 1})) == ACCEPTED
    assert outcome(centre.add(record("1"))) == ACCEPTED
    assert outcome(centre.call_from({"1": 1})) == ACCEPTED


@pytest.mark.parametrize(
    ("interval", "elapsed", "expected"),
    [(0, 0, ACCEPTED), (0.5, 499_999, PACE), (0.5, 500_000, ACCEPTED), (2.5, 2_499_999, PACE), (1e-6, 0, PACE)],
)
def test_the_interval_is_a_setting(opened: Opens, interval: float, elapsed: int, expected: str) -> None:
    centre = opened(settings={"pace_interval": interval})
    centre.add(record("1"))
    centre.clock.advance(elapsed)
    assert outcome(centre.add(record("1"))) == expected
