"""Which fault strikes a call, and what it counts."""

from typing import Any

import pytest

from mock_isales.engine.faults.faults import Faults
from mock_isales.engine.faults.injections import Injection
from tests.engine.faults.calls import NOON, adding, calling_from, fault, record, strike, struck


def counts(faults: Faults) -> list[tuple[int, int]]:
    """What each fault has seen and hit."""
    return [(each.seen, each.hits) for each in faults.listed(NOON)]


@pytest.fixture
def faults() -> Faults:
    return Faults()


def test_nothing_strikes_a_call_without_a_fault(faults: Faults) -> None:
    assert strike(faults) is None


def test_what_is_done_is_what_the_fault_says(faults: Faults) -> None:
    said = {"answer": {"code": "0200006", "latency": 0.5}, "operation": "add_outbound_numbers", "counts_for_pace": True}
    faults.put(fault(**said), NOON)
    assert strike(faults) == Injection("1", "0200006", None, 0.5, counts_for_pace=True)


@pytest.mark.parametrize(
    ("operation", "added", "called_from"),
    [("add_calling_numbers", False, True), ("add_outbound_numbers", True, False), (None, True, True)],
)
def test_a_fault_strikes_calls_of_its_operation(
    faults: Faults, operation: str | None, *, added: bool, called_from: bool
) -> None:
    faults.put(fault(operation=operation), NOON)
    assert bool(strike(faults, adding())) is added
    assert bool(strike(faults, calling_from())) is called_from
    assert counts(faults) == [(added + called_from, added + called_from)]


def test_a_call_that_is_not_meant_is_not_seen(faults: Faults) -> None:
    faults.put(fault(match={"called_number": "1"}, when={"nth": 2}), NOON)
    calls = [adding(record("2")), adding(record("1")), calling_from("1"), adding(record("2")), adding(record("1"))]
    assert [bool(strike(faults, call)) for call in calls] == [False, False, False, False, True]
    assert counts(faults) == [(2, 1)]


@pytest.mark.parametrize(
    ("when", "expected"),
    [
        ({}, [1, 2, 3, 4, 5, 6]),
        ({"first": 2}, [1, 2]),
        ({"nth": 3}, [3]),
        ({"every": 3}, [3, 6]),
        ({"after": 4}, [5, 6]),
    ],
)
def test_only_what_is_struck_counts_as_a_hit(faults: Faults, when: dict[str, Any], expected: list[int]) -> None:
    faults.put(fault(when=when), NOON)
    assert struck(faults, 6) == expected
    assert counts(faults) == [(6, len(expected))]


def test_the_first_that_strikes_wins_and_those_behind_it_see_nothing(faults: Faults) -> None:
    for when in ({"nth": 3}, {"every": 2}, {}):
        faults.put(fault(when=when), NOON)
    assert [strike(faults) for _ in range(5)] == [Injection(each, "0200001") for each in "32132"]
    assert counts(faults) == [(5, 1), (4, 2), (2, 2)]


def test_one_that_has_ended_leaves_the_calls_to_those_behind_it(faults: Faults) -> None:
    faults.put(fault(until={"hits": 1}), NOON)
    faults.put(fault(), NOON)
    assert [strike(faults) for _ in range(3)] == [Injection(each, "0200001") for each in "122"]
    assert counts(faults) == [(1, 1), (2, 2)]


def test_a_latency_wins_as_any_other_answer(faults: Faults) -> None:
    faults.put(fault(answer={"latency": 1}), NOON)
    faults.put(fault(), NOON)
    assert strike(faults) == Injection("1", delay=1)


def test_a_latency_is_drawn_anew_for_each_hit(faults: Faults) -> None:
    faults.put(fault(answer={"latency": {"uniform": [0, 1], "seed": 7}}, when={"every": 2}), NOON)
    delays = [injection.delay for injection in (strike(faults) for _ in range(6)) if injection]
    assert delays == [0.8583639891335944, 0.5473947416748152, 0.5762210859826241]


def test_the_same_seed_strikes_the_same_calls_in_another_world(faults: Faults) -> None:
    said = fault(when={"probability": 0.5, "seed": 7})
    other = Faults()
    for each in (faults, other):
        each.put(said, NOON)
    assert struck(faults, 100) == struck(other, 100)
    assert 30 < len(struck(faults, 100)) < 70
