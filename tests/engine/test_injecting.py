"""What a fault does to a call, and to the world that is called."""

from typing import Any

import pytest

from mock_isales.contract.text import Language
from mock_isales.engine.clocks import ClockMode
from mock_isales.engine.stores.protocol import StoreFailure
from mock_isales.engine.stores.sql import SqlStore
from tests.engine.centre import ACCEPTED, SECOND, Centre, outcome, record, seed_of


def test_a_code_is_answered_and_nothing_is_stored(centre: Centre) -> None:
    centre.set_fault(answer={"code": "0200006"}, operation="add_outbound_numbers")
    decision = centre.add(record("1"))
    assert decision.describe(Language.ENGLISH) == ("0200006", "Database operation error.")
    assert decision.describe(Language.CHINESE) == ("0200006", "数据库操作异常。")
    assert (decision.refusal, decision.added) == (None, None)
    assert (centre.records(), centre.last_call()) == ([], None)


def test_a_code_of_no_document_has_no_text(centre: Centre) -> None:
    centre.set_fault(answer={"code": "0299999"}, off_contract=True)
    assert centre.add(record("1")).describe(Language.ENGLISH) == ("0299999", "")


def test_a_success_may_be_a_lie(centre: Centre) -> None:
    centre.set_fault(answer={"code": "0200000"})
    assert centre.add(record("1")).describe(Language.ENGLISH) == ("0200000", "create data succeeded")
    assert centre.records() == []


def test_the_description_is_english_under_that_reading(opened: Any) -> None:  # noqa: ANN401
    centre = opened(readings={"description_language": "english"})
    centre.set_fault(answer={"code": "0200024"}, operation="add_outbound_numbers")
    assert centre.add(record("1")).describe(Language.CHINESE).text == "The number to be added is in the blocklist."


def test_a_status_does_nothing_of_what_is_asked(centre: Centre) -> None:
    centre.set_fault(answer={"status": 503})
    injection = centre.add(record("1")).injection
    assert injection is not None
    assert (injection.status, injection.fault) == (503, "1")
    assert centre.records() == []


def test_a_latency_lets_the_call_be_decided(centre: Centre) -> None:
    centre.set_fault(answer={"latency": 1.5})
    decisions = [centre.add(record("1")), centre.add(record("2"))]
    assert [outcome(each) for each in decisions] == [ACCEPTED, "0200022 ON-PACE"]
    assert [each.injection.delay for each in decisions if each.injection] == [1.5, 1.5]
    assert len(centre.records()) == 1


@pytest.mark.parametrize("answer", [{"connection": "reset", "applied": True}, {"cut": 5}, {"drip": {}}])
def test_what_happens_on_the_way_lets_the_call_be_done(centre: Centre, answer: dict[str, Any]) -> None:
    centre.set_fault(answer=answer)
    decisions = [centre.add(record("1")), centre.add(record("2"))]
    assert [outcome(each) for each in decisions] == [ACCEPTED, "0200022 ON-PACE"]
    assert [each.without_fault for each in decisions] == [None, None]
    assert len(centre.records()) == 1


@pytest.mark.parametrize("answer", [{"code": "0200001"}, {"status": 500}, {"connection": "empty"}])
def test_what_the_contract_would_have_said_is_known(centre: Centre, answer: dict[str, Any]) -> None:
    centre.add(record("1"))
    centre.set_fault(answer=answer)
    paced, added = centre.add(record("1")), centre.call_from({"4001": 1})
    centre.clock.advance(SECOND)
    late = centre.add(record("2"), record("2"))
    without = [each.without_fault for each in (paced, added, late)]
    assert [each and outcome(each) for each in without] == ["0200022 ON-PACE", ACCEPTED, "0200018 ON-DUPLICATE"]
    assert [each.refusal for each in (paced, added, late)] == [None, None, None]
    assert (len(centre.records()), centre.calling_numbers()) == (1, {})


@pytest.mark.parametrize("answer", [{"code": "0200006"}, {"status": 500}, {"connection": "reset"}])
@pytest.mark.parametrize("counts", [True, False])
def test_the_pace_counts_a_struck_call_if_it_is_told_to(
    centre: Centre, answer: dict[str, Any], *, counts: bool
) -> None:
    centre.set_fault(operation="add_outbound_numbers", when={"first": 1}, answer=answer, counts_for_pace=counts)
    centre.add(record("1"))
    assert centre.last_call() == (centre.clock() if counts else None)
    assert outcome(centre.add(record("1"))) == ("0200022 ON-PACE" if counts else ACCEPTED)


def test_the_pace_of_a_campaign_that_is_not_there_is_not_counted(centre: Centre) -> None:
    centre.set_fault(answer={"status": 500}, counts_for_pace=True)
    assert centre.add(record("1"), campaign=404).injection
    assert centre.campaign(404) is None


def test_a_struck_call_is_answered_though_the_database_fails(
    sql_store: SqlStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def fail(*_: object) -> None:
        raise StoreFailure("disk I/O error")

    centre = Centre.opened(sql_store, seed_of())
    centre.set_fault(answer={"status": 500}, counts_for_pace=True)
    monkeypatch.setattr(type(sql_store), "call", fail)
    decision = centre.add(record("1"))
    assert (decision.injection is not None, decision.without_fault) == (True, None)


def test_calling_numbers_are_struck_too_and_have_no_pace(centre: Centre) -> None:
    centre.set_fault(answer={"code": "0200001"}, counts_for_pace=True)
    decision = centre.call_from({"4001": 1})
    assert decision.describe(Language.ENGLISH).code == "0200001"
    assert (centre.calling_numbers(), centre.last_call()) == ({}, None)


def test_a_call_that_is_not_valid_in_itself_is_not_struck(centre: Centre) -> None:
    centre.set_fault(answer={"status": 500})
    assert outcome(centre.add(record("x"))).startswith("02000002")
    centre.refresh()
    (fault,) = centre.world.faults.listed(0)
    assert (fault.seen, fault.hits) == (0, 0)


def test_a_fault_ends_by_the_worlds_clock(centre: Centre) -> None:
    centre.set_fault(answer={"status": 500}, until={"seconds": 1})
    centre.clock.advance(SECOND - 1)
    assert centre.add(record("1")).injection
    centre.clock.advance(1)
    assert centre.add(record("1")).injection is None


def test_a_manual_clock_moves_on_after_each_call(centre: Centre) -> None:
    centre.set_clock(ClockMode.MANUAL, step=SECOND)
    before = centre.world.clock()
    assert [outcome(centre.add(record(str(each)))) for each in range(3)] == [ACCEPTED] * 3
    assert centre.last_call() == before + 2 * SECOND
    centre.add(record("x"))  # a refused call is a call
    centre.refresh()
    assert centre.world.clock() == before + 4 * SECOND


@pytest.mark.parametrize(("per", "called"), [("record", ["1", "3"]), ("number", ["1", "2", "3"])])
def test_a_success_that_is_a_lie_tells_ids_as_a_true_one_does(opened: Any, per: str, called: list[str]) -> None:  # noqa: ANN401
    centre = opened(readings={"data_id_per": per})
    centre.set_fault(answer={"code": "0200000"})
    added = centre.add(record("1", "2"), record("3")).added
    assert added is not None
    assert (added.total_size, added.called_numbers) == (2, called)
    ids = list(added.data_ids)
    assert ids == sorted(set(ids))
