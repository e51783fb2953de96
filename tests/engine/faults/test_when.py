"""Which of the matching calls are struck."""

from typing import Any

import pytest

from mock_isales.engine.faults.forms import When
from tests.engine.faults.wrong import wrong, wrong_places

LARGEST = 1_000_000_000
KINDS = "first, nth, every, after and probability, or none for every matching call"


def struck(said: dict[str, Any], count: int = 7) -> list[int]:
    """Which of the first calls are struck, counted from 1."""
    rule = When.model_validate(said).rule()
    return [seen for seen in range(1, count + 1) if rule(seen)]


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, [1, 2, 3, 4, 5, 6, 7]),
        ({"first": None}, [1, 2, 3, 4, 5, 6, 7]),
        ({"first": 1}, [1]),
        ({"first": 2}, [1, 2]),
        ({"first": LARGEST}, [1, 2, 3, 4, 5, 6, 7]),
        ({"nth": 1}, [1]),
        ({"nth": 3}, [3]),
        ({"nth": 8}, []),
        ({"every": 1}, [1, 2, 3, 4, 5, 6, 7]),
        ({"every": 3}, [3, 6]),
        ({"every": 7}, [7]),
        ({"after": 0}, [1, 2, 3, 4, 5, 6, 7]),
        ({"after": 5}, [6, 7]),
        ({"after": 7}, []),
        ({"probability": 0, "seed": 1}, []),
        ({"probability": 1, "seed": 1}, [1, 2, 3, 4, 5, 6, 7]),
    ],
)
def test_each_kind_at_its_limits(said: dict[str, Any], expected: list[int]) -> None:
    assert struck(said) == expected


def test_a_probability_strikes_about_as_often_and_the_same_calls_in_every_run() -> None:
    said = {"probability": 0.25, "seed": 7}
    assert 2350 < len(struck(said, 10_000)) < 2650
    assert struck(said, 30) == [6, 10, 13, 14, 21]
    assert struck({**said, "seed": 8}, 30) != struck(said, 30)


def test_what_a_probability_strikes_a_higher_one_with_the_same_seed_strikes_too() -> None:
    assert set(struck({"probability": 0.2, "seed": 7}, 1000)) < set(struck({"probability": 0.3, "seed": 7}, 1000))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"first": 1, "nth": 2}, f"first and nth exclude each other: say one of {KINDS}"),
        (
            {"every": 1, "after": 2, "probability": 0.5, "seed": 1},
            f"every and after and probability exclude each other: say one of {KINDS}",
        ),
    ],
)
def test_kinds_exclude_each_other(said: dict[str, Any], told: str) -> None:
    assert wrong(When, said) == [("", told)]


def test_a_probability_needs_a_seed() -> None:
    told = "probability needs a seed number, so that a run can be repeated; for example seed: 1"
    assert wrong(When, {"probability": 0.5}) == [("seed", told)]


@pytest.mark.parametrize("said", [{"seed": 1}, {"first": 1, "seed": 1}])
def test_a_seed_is_for_a_probability_alone(said: dict[str, Any]) -> None:
    told = "a seed number is for probability alone: say that too, or no seed"
    assert wrong(When, said) == [("seed", told)]


@pytest.mark.parametrize("kind", ["first", "nth", "every"])
@pytest.mark.parametrize("value", [0, -1, LARGEST + 1, 1.0, 1.5, True, "1", [], float("nan")])
def test_a_count_is_a_whole_number_from_1(kind: str, value: object) -> None:
    assert wrong_places(When, {kind: value}) == [kind]


@pytest.mark.parametrize("value", [-1, LARGEST + 1, 1.0, False])
def test_calls_are_left_out_from_0(value: object) -> None:
    assert wrong_places(When, {"after": value}) == ["after"]


@pytest.mark.parametrize("value", [-0.01, 1.01, True, False, "0.5", float("nan"), float("inf"), 10**400])
def test_a_probability_is_a_number_from_0_to_1(value: object) -> None:
    assert wrong_places(When, {"probability": value, "seed": 1}) == ["probability"]


@pytest.mark.parametrize("value", [0, 2**63 - 1])
def test_a_seed_may_be_any_63_bits(value: int) -> None:
    assert When.model_validate({"probability": 0.5, "seed": value}).seed == value


@pytest.mark.parametrize("value", [-1, 2**63, 1.0, True, "1"])
def test_a_seed_is_a_whole_number(value: object) -> None:
    assert wrong_places(When, {"probability": 0.5, "seed": value}) == ["seed"]


def test_an_unknown_kind_is_refused() -> None:
    assert wrong_places(When, {"frist": 1}) == ["frist"]
