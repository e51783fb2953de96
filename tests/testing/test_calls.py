"""What is answered to calls, and what is known of them: faults and the journal, against a real server."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest

from mock_isales.engine.faults.forms import Answer, Fault, Latency, LogNormal, When
from mock_isales.engine.faults.keywords import FaultSaid
from mock_isales.testing import Control, ControlError, NotYet, World
from tests.testing.conftest import Caller


def test_a_fault_is_said_by_keywords(world: World, caller: Caller) -> None:
    fault = world.faults.add(operation="add_outbound_numbers", campaign=1, first=2, code="0200006")
    assert (fault.match.campaign, fault.when.first, fault.answer.code, fault.hits) == (1, 2, "0200006", 0)
    assert [caller.add(str(number))["resultCode"] for number in range(3)] == ["0200006", "0200006", "0200000"]
    assert [(each.id, each.seen, each.hits) for each in world.faults.list()] == [(fault.id, 3, 2)]


@pytest.mark.parametrize(
    "said",
    [
        {"session": "s", "nth": 2, "status": 503},
        {"called_number": "1", "every": 3, "latency": 0.5},
        {"vdn": 1, "after": 0, "latency": {"uniform": [0, 1], "seed": 2}},
        {"probability": 0.5, "seed": 1, "code": "0200001", "counts_for_pace": True, "until": {"hits": 3}},
        {"code": "0299999", "off_contract": True, "until": {"time": "2030-01-01T00:00:00Z", "seconds": 5}},
        {"connection": "reset", "applied": True},
        {"cut": 40, "status": 503},
        {"drip": {"bytes": 8, "seconds": 0.1}},
        {"latency": Latency(log_normal=LogNormal(median=0.1, sigma=1), seed=3), "operation": None},
    ],
)
def test_every_kind_of_fault_is_said_by_keywords(world: World, said: FaultSaid) -> None:
    fault = world.faults.add(**said)
    assert world.faults.list() == [fault]


def test_a_fault_is_given_as_its_form_or_as_json(world: World) -> None:
    form = Fault(answer=Answer(code="0200001"), when=When(first=1))
    assert world.faults.add(form).when == form.when
    assert world.faults.add({"answer": {"status": 500}}).answer.status == 500


def test_a_fault_that_cannot_be_is_refused_with_what_is_possible(world: World) -> None:
    with pytest.raises(ControlError, match=r"^answer\.code: add_outbound_numbers documents no code 02000066"):
        world.faults.add(operation="add_outbound_numbers", code="02000066")
    with pytest.raises(ControlError, match="off_contract"):
        world.faults.add(code="0200001", off_contrct=True)  # type: ignore[call-arg]
    assert world.faults.list() == []


def test_faults_are_taken_away(world: World) -> None:
    first, _ = world.faults.add(code="0200001"), world.faults.add(code="0200001")
    world.faults.remove(first.id)
    assert [each.id for each in world.faults.list()] == ["2"]
    world.faults.clear()
    assert world.faults.list() == []
    with pytest.raises(ControlError, match="There is no fault 1"):
        world.faults.remove(first.id)


def test_calls_are_shown_filtered_and_counted(world: World, caller: Caller) -> None:
    caller.add("1", session="a")
    caller.add("\u2028", session="b")
    page = world.journal.entries(order="newest", limit=1)
    assert (page.total, page.dropped, [entry.id for entry in page.entries]) == (2, 0, [2])
    assert page.entries[0].value == "\u2028"
    assert world.journal.count(session="a", operation="add_outbound_numbers", vdn=1, campaign=1, status=200) == 1
    assert world.journal.count(result_code=None, until=datetime(2020, 1, 1, tzinfo=UTC)) == 0
    assert ("authorization", "***") in world.journal.get(1).request.headers
    world.journal.clear()
    assert world.journal.count() == 0
    with pytest.raises(ControlError, match="The journal has no call 1"):
        world.journal.get(1)


def test_a_call_is_explained(world: World, caller: Caller) -> None:
    caller.add("1")
    caller.add("+1")
    caller.add("2")
    told = world.journal.explain(2)
    assert (told.id, told.outcome, told.clause and told.clause.id) == (2, "refused", "ON-CALLEDNO-CHARACTERS")
    assert told.advice is not None
    assert told.advice.value == "1"
    assert "What to change:" in str(told)
    assert "如何修改：" in str(world.journal.explain(language="zh"))
    assert world.journal.explain(1).outcome == "accepted"


def test_a_wait_ends_when_enough_calls_have_come(world: World, caller: Caller) -> None:
    with ThreadPoolExecutor() as threads:
        waiting = threads.submit(world.journal.wait, 2, 30, limit=1, result_code="0200000")
        caller.add("1")
        caller.add("2")
        page = waiting.result()
    assert (page.total, len(page.entries)) == (2, 1)


def test_a_wait_that_is_over_tells_what_has_come(world: World, caller: Caller) -> None:
    caller.add("1")
    with pytest.raises(NotYet, match="1 of 2 calls") as caught:
        world.journal.wait(2, timeout=0)
    assert (caught.value.page.total, caught.value.page.entries[0].id, caught.value.kind) == (1, 1, "not-yet")


def test_a_wait_may_take_longer_than_other_answers(url: str, world: World) -> None:
    with Control(url, timeout=0.5) as hasty, pytest.raises(NotYet):
        hasty.world(world.name).journal.wait(timeout=1)


def ids(calls: Iterator[object], count: int) -> list[int]:
    return [getattr(next(calls), "id", 0) for _ in range(count)]


def test_calls_are_followed_as_they_come(world: World, caller: Caller) -> None:
    caller.add("1")
    with world.journal.follow(result_code="0200000") as calls:
        caller.add("\u2028")
        caller.add("2")
        assert ids(calls, 1) == [3]


def test_calls_are_followed_from_the_last_that_is_known(world: World, caller: Caller) -> None:
    for number in ("1", "2", "\u2028"):
        caller.add(number)
    with world.journal.follow(after=1) as calls:
        assert ids(calls, 2) == [2, 3]


def test_following_ends_with_the_world(control: Control) -> None:
    world = control.make_world("followed-to-its-end")
    with world.journal.follow() as calls:
        world.end()
        assert list(calls) == []


def test_following_what_is_not_there_is_refused(control: Control, world: World) -> None:
    with pytest.raises(ControlError, match="There is no world nowhere"), control.world("nowhere").journal.follow():
        pass
    with pytest.raises(ControlError, match=r"^operation: "), world.journal.follow(operation="x"):  # type: ignore[arg-type]
        pass
