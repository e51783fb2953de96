"""Which calls a fault is for."""

from typing import Any

import pytest

from mock_isales.contract.judging import Call
from mock_isales.engine.faults.forms import Match
from mock_isales.engine.faults.matching import Traits
from tests.engine.faults.calls import adding, calling_from, record
from tests.engine.faults.wrong import wrong_places

CALL = adding(record("1", "2", session="a"), record("3"), record("4", session="b"), vdn=5, campaign=6)


def fits(said: dict[str, Any], call: Call[Any]) -> bool:
    """Whether a call is meant."""
    return Match.model_validate(said).fits(Traits(call))


@pytest.mark.parametrize(
    "said",
    [
        {},
        {"vdn": None},
        {"vdn": 5},
        {"campaign": 6},
        {"session": "a"},
        {"session": "b"},
        {"called_number": "1"},
        {"called_number": "2"},
        {"called_number": "4"},
        {"vdn": 5, "campaign": 6, "session": "a", "called_number": "4"},
    ],
)
def test_a_call_is_meant_if_all_that_is_said_fits(said: dict[str, Any]) -> None:
    assert fits(said, CALL)


@pytest.mark.parametrize(
    "said",
    [
        {"vdn": 6},
        {"campaign": 5},
        {"session": "c"},
        {"session": "1"},
        {"called_number": "5"},
        {"called_number": "12"},
        {"vdn": 6, "campaign": 6},
        {"vdn": 5, "campaign": 5},
        {"vdn": 5, "campaign": 6, "session": "a", "called_number": "5"},
        {"vdn": 5, "campaign": 6, "session": "c", "called_number": "1"},
    ],
)
def test_a_call_is_not_meant_if_anything_does_not_fit(said: dict[str, Any]) -> None:
    assert not fits(said, CALL)


def test_calling_numbers_have_no_records() -> None:
    call = calling_from("1", vdn=5)
    assert fits({"vdn": 5}, call)
    assert not fits({"called_number": "1"}, call)
    assert not fits({"session": "a"}, call)


def test_the_records_are_looked_at_only_if_it_is_asked_for_and_what_comes_before_fits() -> None:
    traits = Traits(CALL)
    for said in ({"vdn": 5, "campaign": 6}, {"vdn": 4, "session": "a"}, {"campaign": 4, "called_number": "1"}):
        Match.model_validate(said).fits(traits)
    assert not {"sessions", "called_numbers"} & set(vars(traits))
    assert Match(session="a").fits(traits)
    assert "called_numbers" not in vars(traits)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("vdn", value) for value in (0, 10_000, "1", 1.0, True)),
        *(("campaign", value) for value in (0, -1, "1", 1.0, True)),
        *(("session", value) for value in ("", "x" * 33, 1)),
        *(("called_number", value) for value in ("", "1" * 25, "1a", "+1", 1)),
        ("batch", "1"),
    ],
)
def test_what_no_valid_call_could_have_is_refused(key: str, value: object) -> None:
    assert wrong_places(Match, {key: value}) == [key]


@pytest.mark.parametrize(
    "said",
    [{"vdn": 1}, {"vdn": 9999}, {"campaign": 10**30}, {"session": "x" * 32}, {"called_number": "0123456789*#" * 2}],
)
def test_what_a_valid_call_may_have_can_be_said(said: dict[str, Any]) -> None:
    assert Match.model_validate(said).model_dump(exclude_none=True) == said
