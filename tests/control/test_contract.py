"""What the documents say, as `/_mock` tells it."""

import pytest

from mock_isales.app import create_app
from mock_isales.contract.catalogue import CLAUSES
from mock_isales.contract.readings import Readings
from mock_isales.settings import Settings
from tests.control.callers import Caller


@pytest.fixture
def caller() -> Caller:
    return Caller(create_app(Settings()))


def test_every_clause_is_told(caller: Caller) -> None:
    told = caller.get("/contract")
    assert [each["id"] for each in told["clauses"]] == list(CLAUSES)
    assert {each["standing"] for each in told["clauses"]} == set(told["standings"])
    pace = next(each for each in told["clauses"] if each["id"] == "ON-PACE")
    assert (pace["document"], pace["outcome"], pace["operations"]) == ("ON", "0200022", ["add_outbound_numbers"])
    assert pace["readings"] == ["pace_counts"]


def test_every_reading_is_told_with_its_reason(caller: Caller) -> None:
    readings = {each["name"]: each for each in caller.get("/contract")["readings"]}
    assert list(readings) == list(Readings.model_fields)
    assert readings["total_size"]["values"] == ["campaign", "accepted"]
    assert readings["total_size"]["default"] == "campaign"
    assert readings["total_size"]["why"] == (
        "The table's sentence: total number of outbound calls that the system needs to make."
    )


def test_codes_stand_with_their_sentences_success_first(caller: Caller) -> None:
    interfaces = {each["operation"]: each for each in caller.get("/contract")["interfaces"]}
    assert set(interfaces) == {"add_calling_numbers", "add_outbound_numbers"}
    first, *others = interfaces["add_outbound_numbers"]["codes"]
    assert first == {"code": "0200000", "sentence": "Success.", "by_faults_only": False}
    assert {"code": "0200022", "sentence": "The interface invoking time is short.", "by_faults_only": False} in others


def test_it_is_told_in_chinese(caller: Caller) -> None:
    told = caller.get("/contract?language=zh")
    codes = {each["code"]: each["sentence"] for each in told["interfaces"][1]["codes"]}
    assert (codes["0200000"], codes["0200022"]) == ("成功。", "接口调用太快。")
