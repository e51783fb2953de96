"""Reserved campaign ids and numbers that are answered in a way of their own."""

from typing import Any

import pytest

from mock_isales.contract.text import Language
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.injections import Injection
from mock_isales.engine.faults.magic import magic_values
from tests.engine.centre import ACCEPTED, Centre, outcome, record

BOTH = [
    "0200000",
    "0200001",
    "0200007",
    "02000001",
    "02000002",
    "02000003",
    "02000004",
    "02000005",
    "02000006",
    "02000007",
    "02000008",
]
BOTH += ["02000009", "02000010", "02000011"]
OUTBOUND_ALONE = ["0200006", "0200018", "0200019", "0200020", "0200022", "0200024", "0200029", "0200030"]


@pytest.fixture
def centre(opened: Any) -> Centre:  # noqa: ANN401 - opens a centre
    made: Centre = opened(settings={"magic_values": True, "pace_interval": 0})
    return made


def code_of(decision: Decision) -> str:
    return decision.describe(Language.ENGLISH).code


@pytest.mark.parametrize("code", BOTH + OUTBOUND_ALONE)
def test_each_code_is_that_of_a_campaign_and_of_a_called_number(centre: Centre, code: str) -> None:
    of_campaign = centre.add(record("1"), campaign=int(f"99{code}"))
    of_number = centre.add(record("1"), record("2", f"99{code}"))
    assert [code_of(each) for each in (of_campaign, of_number)] == [code, code]
    assert of_campaign.injection == Injection("magic", code=code)
    assert centre.records() == []


@pytest.mark.parametrize("code", BOTH)
def test_each_code_of_calling_numbers_is_that_of_an_access_code(centre: Centre, code: str) -> None:
    assert code_of(centre.call_from({"1": 1, f"99{code}": 1})) == code
    assert code_of(centre.call_from({"1": 1}, campaign=int(f"99{code}"))) == code
    assert centre.calling_numbers() == {}


@pytest.mark.parametrize("code", OUTBOUND_ALONE)
def test_a_code_that_an_operation_does_not_document_is_no_magic_there(centre: Centre, code: str) -> None:
    assert outcome(centre.call_from({f"99{code}": 1})) == ACCEPTED
    assert outcome(centre.call_from({"1": 1}, campaign=int(f"99{code}"))) == "0200007 CN-CAMPAIGN"


@pytest.mark.parametrize(
    ("digits", "injection"),
    [
        ("990000429", Injection("magic", status=429)),
        ("990000500", Injection("magic", status=500)),
        ("990000503", Injection("magic", status=503)),
        ("990000001", Injection("magic", connection="reset")),
        ("990000002", Injection("magic", connection="reset", applied=True)),
        ("990000003", Injection("magic", connection="empty")),
        ("990000004", Injection("magic", connection="garbage")),
        ("990000005", Injection("magic", cut=40)),
        ("990000006", Injection("magic", drip=(16, 0.05))),
        ("990001000", Injection("magic", delay=1)),
        ("990005000", Injection("magic", delay=5)),
        ("990030000", Injection("magic", delay=30)),
    ],
)
def test_some_are_faults(centre: Centre, digits: str, injection: Injection) -> None:
    decision = centre.add(record(digits))
    assert decision.injection == injection
    assert len(centre.records()) == (0 if injection.replaces else 1)


def test_nothing_else_is_magic() -> None:
    codes = {f"99{code}" for code in BOTH + OUTBOUND_ALONE}
    statuses = {"990000429", "990000500", "990000503"}
    faults = {f"99000000{digit}" for digit in range(1, 7)} | {"990001000", "990005000", "990030000"}
    assert [each.digits for each in magic_values()] == list(dict.fromkeys(each.digits for each in magic_values()))
    assert {each.digits for each in magic_values()} == codes | statuses | faults


def test_they_are_numbers_like_others_by_default(opened: Any) -> None:  # noqa: ANN401
    centre = opened()
    assert outcome(centre.add(record("990200006"))) == ACCEPTED
    assert outcome(centre.add(record("1"), campaign=990200006)) == "0200007 ON-CAMPAIGN"


def test_a_call_that_is_not_valid_in_itself_is_refused_for_that(centre: Centre) -> None:
    assert outcome(centre.add(record("990200006"), record("x"))) == "02000002 ON-CALLEDNO-CHARACTERS"


def test_a_fault_that_was_set_comes_first_then_the_campaign_then_the_first_number(centre: Centre) -> None:
    def code() -> str:
        return code_of(centre.add(record("990200024"), record("990200018"), campaign=990200022))

    centre.set_fault(when={"first": 1}, answer={"code": "0200001"})
    assert [code(), code()] == ["0200001", "0200022"]
    assert code_of(centre.add(record("990200024"), record("990200018"))) == "0200024"
