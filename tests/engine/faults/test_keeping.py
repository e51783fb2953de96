"""Faults are set, listed, taken away, and go on from where they were."""

import json
from typing import Any

import pytest
from pydantic import TypeAdapter

from mock_isales.engine.faults.faults import Faults
from mock_isales.engine.faults.forms import Fault, SetFault, SetFaults
from tests.engine.faults.calls import NOON, fault, strike, struck
from tests.engine.faults.wrong import wrong_places

SAID = {
    "operation": "add_outbound_numbers",
    "match": {"campaign": 1},
    "when": {"first": 2},
    "answer": {"code": "0200006"},
    "until": {"hits": 5},
}
SET = {"id": "1", "seen": 0, "hits": 0, "set_at": "2026-09-21T14:13:20.000000Z", "ended": False}
BY_CHANCE = {
    "when": {"probability": 0.4, "seed": 7},
    "answer": {"code": "0200001", "latency": {"uniform": [0, 1], "seed": 7}},
    "until": {"hits": 30},
}
ADAPTER: TypeAdapter[list[SetFault]] = TypeAdapter(SetFaults)


def ids(faults: Faults) -> list[str]:
    """The ids of all faults, in the order in which they were set."""
    return [each.id for each in faults.listed(NOON)]


def written(faults: Faults) -> bytes:
    """The faults as a snapshot keeps them."""
    return ADAPTER.dump_json(faults.listed(NOON))


@pytest.fixture
def faults() -> Faults:
    """Three faults."""
    faults = Faults()
    for _ in range(3):
        faults.put(fault(), NOON)
    return faults


def test_a_fault_is_told_as_it_was_said_and_what_became_of_it() -> None:
    told = Faults().put(Fault.model_validate(SAID), NOON)
    assert told.model_dump(mode="json", exclude_unset=True) == {**SAID, **SET}


def test_what_it_has_seen_and_hit_is_listed() -> None:
    faults = Faults()
    faults.put(Fault.model_validate(SAID), NOON)
    assert struck(faults, 3) == [1, 2]
    (listed,) = faults.listed(NOON)
    assert (listed.seen, listed.hits, listed.ended) == (3, 2, True)


def test_what_was_told_does_not_change_later(faults: Faults) -> None:
    before = faults.listed(NOON)
    strike(faults)
    assert before[0].seen == 0


def test_one_can_be_taken_away(faults: Faults) -> None:
    assert faults.remove("2")
    assert ids(faults) == ["1", "3"]
    assert not faults.remove("2")
    assert not faults.remove("01")


def test_all_can_be_taken_away(faults: Faults) -> None:
    faults.clear()
    assert faults.listed(NOON) == []
    assert strike(faults) is None


def test_an_id_is_never_given_again(faults: Faults) -> None:
    faults.remove("3")
    assert faults.put(fault(), NOON).id == "4"
    faults.clear()
    assert faults.put(fault(), NOON).id == "5"


def test_a_fault_that_was_listed_can_be_set_once_more(faults: Faults) -> None:
    strike(faults)
    (listed, *_) = faults.listed(NOON)
    again = faults.put(listed, NOON + 1)
    assert (again.id, again.seen, again.hits) == ("4", 0, 0)
    assert again.answer == listed.answer


@pytest.mark.parametrize("before", [0, 1, 17, 60, 100])
def test_restored_faults_go_on_exactly_where_they_were(before: int) -> None:
    faults, restored = Faults(), Faults()
    faults.put(fault(when={"every": 7}), NOON)
    faults.put(fault(**BY_CHANCE), NOON)
    faults.put(fault(answer={"latency": {"log_normal": {"median": 1, "sigma": 1}}}, until={"seconds": 1}), NOON)
    struck(faults, before)
    restored.restore(ADAPTER.validate_json(written(faults)))
    assert written(restored) == written(faults)
    for call in range(100):
        now = NOON + call * 20_000
        assert strike(restored, now=now) == strike(faults, now=now)
    assert written(restored) == written(faults)


def test_restored_faults_replace_those_that_are_there(faults: Faults) -> None:
    listed = faults.listed(NOON)
    faults.put(fault(), NOON)
    faults.restore(listed[1:])
    assert ids(faults) == ["2", "3"]
    assert faults.put(fault(), NOON).id == "5"


def test_the_next_id_is_above_every_restored_one(faults: Faults) -> None:
    other = Faults()
    other.restore(reversed(faults.listed(NOON)))
    assert ids(other) == ["3", "2", "1"]
    assert other.put(fault(), NOON).id == "4"


def test_no_restored_faults_leave_none(faults: Faults) -> None:
    faults.restore([])
    assert ids(faults) == []
    assert faults.put(fault(), NOON).id == "4"


def test_two_faults_of_a_snapshot_have_two_ids() -> None:
    one = {**SAID, **SET}
    with pytest.raises(ValueError, match="fault 1 stands twice"):
        ADAPTER.validate_json(json.dumps([one, one]))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("id", value) for value in ("0", "01", "-1", "x", "", "9" * 19, "1\n", 1)),
        *(("seen", value) for value in (-1, 1.0, True)),
        *(("hits", value) for value in (-1, 1.0, True)),
        *(("set_at", value) for value in ("2026-09-21T14:13:20", 1_790_000_000)),
        ("ended", 0),
        ("answer", {"code": "0200099"}),
    ],
)
def test_bad_values_of_a_snapshot_are_refused(key: str, value: Any) -> None:  # noqa: ANN401 - what a client may say
    (place,) = wrong_places(SetFault, {**SAID, **SET, key: value})
    assert place.split(".")[0] == key


@pytest.mark.parametrize(
    ("when", "ended"), [({"first": 2}, True), ({"nth": 2}, True), ({"every": 2}, False), ({}, False)]
)
def test_one_that_strikes_no_more_calls_has_ended(when: dict[str, int], *, ended: bool) -> None:
    faults = Faults()
    faults.put(fault(when=when), NOON)
    struck(faults, 2)
    assert [each.ended for each in faults.listed(NOON)] == [ended]
