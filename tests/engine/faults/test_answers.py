"""What a struck call is answered."""

from typing import Any

import pytest

from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.engine.faults.forms import Answer, Fault
from mock_isales.engine.faults.injections import Injection
from tests.engine.faults.wrong import wrong, wrong_places

BOTH = (
    "0200000, 0200001, 0200007, 02000001, 02000002, 02000003, 02000004, 02000005, 02000006, 02000007, 02000008, "
    "02000009, 02000010, 02000011"
)
OUTBOUND = (
    "0200000, 0200001, 0200006, 0200007, 0200018, 0200019, 0200020, 0200022, 0200024, 0200029, 0200030, 02000001, "
    "02000002, 02000003, 02000004, 02000005, 02000006, 02000007, 02000008, 02000009, 02000010, 02000011"
)
ALL_THE_SAME = "off_contract: true sends it all the same"


def told(code: str, **said: Any) -> str:  # noqa: ANN401 - what a client says
    """Why a code is refused."""
    ((place, sentence),) = wrong(Fault, {"answer": {"code": code}, **said})
    assert place == "answer.code"
    return sentence


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({"code": "0200006"}, Injection("1", code="0200006")),
        ({"status": 400}, Injection("1", status=400)),
        ({"status": 599}, Injection("1", status=599)),
        ({"latency": 1.5}, Injection("1", delay=1.5)),
        ({"code": "0200006", "latency": 1.5}, Injection("1", code="0200006", delay=1.5)),
        ({"status": 503, "latency": 1.5}, Injection("1", status=503, delay=1.5)),
        ({"connection": "reset"}, Injection("1", connection="reset")),
        ({"connection": "empty", "applied": True}, Injection("1", connection="empty", applied=True)),
        ({"connection": "garbage", "applied": False, "latency": 2}, Injection("1", connection="garbage", delay=2)),
        ({"cut": 0}, Injection("1", cut=0)),
        ({"cut": 5, "code": "0200006"}, Injection("1", code="0200006", cut=5)),
        ({"drip": {}}, Injection("1", drip=(1, 0.05))),
        ({"drip": {"bytes": 8, "seconds": 0}, "status": 503}, Injection("1", status=503, drip=(8, 0))),
    ],
)
def test_an_answer_is_what_is_done_to_a_call(said: dict[str, Any], expected: Injection) -> None:
    assert Answer.model_validate(said).injection("1", 1, counts_for_pace=False) == expected


def test_a_code_or_a_status_replaces_the_answer_and_a_latency_does_not() -> None:
    assert Injection("1", code="0200000").replaces
    assert Injection("1", status=503).replaces
    assert not Injection("1", delay=1).replaces


@pytest.mark.parametrize(
    ("injection", "replaces", "transport"),
    [
        (Injection("1", connection="reset"), True, "reset"),
        (Injection("1", connection="reset", applied=True), False, "reset"),
        (Injection("1", connection="empty"), True, "empty"),
        (Injection("1", connection="garbage"), True, "garbage"),
        (Injection("1", cut=0), False, "cut"),
        (Injection("1", cut=0, status=503), True, "cut"),
        (Injection("1", drip=(1, 0)), False, "drip"),
        (Injection("1", code="0200006"), True, None),
        (Injection("1"), False, None),
    ],
)
def test_what_happens_to_an_answer_on_its_way(injection: Injection, *, replaces: bool, transport: str | None) -> None:
    assert (injection.replaces, injection.transport) == (replaces, transport)


@pytest.mark.parametrize(
    ("said", "both"),
    [
        ({"connection": "reset", "code": "0200006"}, "code and connection"),
        ({"connection": "reset", "status": 503}, "status and connection"),
        ({"connection": "reset", "cut": 1}, "connection and cut"),
        ({"cut": 1, "drip": {}}, "cut and drip"),
        ({"connection": "reset", "cut": 1, "drip": {}}, "connection and cut and drip"),
    ],
)
def test_an_answer_goes_one_way(said: dict[str, Any], both: str) -> None:
    assert wrong(Answer, said) == [("", f"{both} exclude each other: say one of them")]


@pytest.mark.parametrize("said", [{"cut": 1}, {"code": "0200006"}, {"latency": 1}])
def test_only_what_is_not_answered_can_be_applied_all_the_same(said: dict[str, Any]) -> None:
    sentence = "applied goes with connection alone: reset, empty, garbage"
    assert wrong(Answer, {**said, "applied": True}) == [("applied", sentence)]
    assert Answer.model_validate({**said, "applied": False})  # as a fault is told again


@pytest.mark.parametrize(
    "said", [{"connection": "lost"}, {"cut": -1}, {"cut": 1.5}, {"drip": {"bytes": 0}}, {"drip": {"seconds": 601}}]
)
def test_what_no_connection_can_do_is_refused(said: dict[str, Any]) -> None:
    assert wrong_places(Answer, said)[0].startswith(next(iter(said)))


def test_something_must_be_said() -> None:
    assert wrong(Answer, {}) == [("", "nothing is said: say code, status, connection, cut, drip or latency")]
    assert wrong_places(Fault, {}) == ["answer"]


def test_a_code_and_a_status_exclude_each_other() -> None:
    sentence = "code and status exclude each other: say one of them"
    assert wrong(Answer, {"code": "0200006", "status": 503, "latency": 1}) == [("", sentence)]


@pytest.mark.parametrize("status", [100, 200, 302, 399, 600, 503.0, "503", True])
def test_a_status_is_that_of_an_error(status: object) -> None:
    assert wrong_places(Answer, {"status": status}) == ["status"]


@pytest.mark.parametrize("interface", [ADD_CALLING_NUMBERS, ADD_OUTBOUND_NUMBERS])
def test_every_documented_code_can_be_answered(interface: Any) -> None:  # noqa: ANN401 - of any request
    for code in interface.codes:
        said = {"operation": interface.operation, "answer": {"code": code.value}}
        assert Fault.model_validate(said).answer.code == code


def test_another_code_is_told_the_nearest_and_all_documented_ones() -> None:
    assert told("0200099", operation="add_outbound_numbers") == (
        "add_outbound_numbers documents no code 0200099; the nearest is 0200029; "
        f"documented are {OUTBOUND}; {ALL_THE_SAME}"
    )


def test_a_code_that_is_like_none_is_told_no_nearest() -> None:
    assert told("{x}", operation="add_calling_numbers") == (
        f"add_calling_numbers documents no code {{x}}; documented are {BOTH}; {ALL_THE_SAME}"
    )


def test_a_code_for_both_operations_must_be_documented_by_both() -> None:
    assert told("0200022") == (
        "add_calling_numbers documents no code 0200022; add_outbound_numbers does, if that is said as the operation; "
        f"documented by both are {BOTH}; {ALL_THE_SAME}"
    )
    assert told("0200008") == (
        "add_calling_numbers and add_outbound_numbers document no code 0200008; the nearest is 02000008; "
        f"documented by both are {BOTH}; {ALL_THE_SAME}"
    )


@pytest.mark.parametrize("match", [{"session": "a"}, {"called_number": "1"}])
def test_a_fault_for_records_needs_a_code_of_adding_them_alone(match: dict[str, str]) -> None:
    said = {"match": match, "answer": {"code": "0200022"}}
    assert Fault.model_validate(said).interfaces == [ADD_OUTBOUND_NUMBERS]


@pytest.mark.parametrize("code", ["0200099", "x", " ~", "x" * 32, "0200022"])
def test_any_printable_code_can_be_answered_off_contract(code: str) -> None:
    said = {"operation": "add_calling_numbers", "answer": {"code": code}, "off_contract": True}
    assert Fault.model_validate(said).answer.code == code


@pytest.mark.parametrize("code", ["", "x" * 33, "a\n", "\t", "é", "\x7f", 200001, None])
def test_nothing_else_can_be_answered_as_a_code(code: object) -> None:
    said = {"answer": {"code": code}, "off_contract": True}
    assert wrong_places(Fault, said) == ["answer" if code is None else "answer.code"]
