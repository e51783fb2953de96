"""A refusal names the clause that decided, the place, and the value there."""

from dataclasses import replace
from typing import Any
from weakref import ref

import pytest

from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.contract.clauses import Refusal
from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import Call, Judge
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.readings import Readings
from mock_isales.contract.requests import AddOutboundNumbers, CalledNumber, Record
from mock_isales.contract.service import ServiceSettings, Terms

JSON = "application/json; charset=UTF-8"
PLAIN = '{"called":[{"calledNo":"1"}]}'
WITH = '{"callDataList":[%s,{"called":[{"calledNo":"1"}],%s}]}'


def judge(interface: Interface[Any], **readings: str) -> Judge[Any]:
    return Judge(interface, Terms(Readings.model_validate(readings), ServiceSettings()))


def refused(outcome: object) -> tuple[str, str, object]:
    assert isinstance(outcome, Refusal)
    return outcome.clause.id, outcome.field, outcome.value


def record(fields: str) -> str:
    return WITH % (PLAIN, fields)


@pytest.mark.parametrize(
    ("body", "clause", "field", "value"),
    [
        ("", "ON-BODY-EMPTY", "", None),
        ("{", "ON-BODY-JSON", "", None),
        ("[]", "ON-BODY-OBJECT", "", []),
        ("{}", "ON-CALLDATALIST-MANDATORY", "callDataList", None),
        ('{"callDataList":""}', "ON-CALLDATALIST-TYPE", "callDataList", ""),
        (f'{{"callDataList":[{",".join([PLAIN] * 21)}]}}', "ON-CALLDATALIST-COUNT", "callDataList", "21 entries"),
        (f'{{"callDataList":[{PLAIN}],"batchId":1}}', "ON-BATCHID-TYPE", "batchId", "1"),
        ('{"callDataList":[null]}', "ON-CALLDATALIST-ENTRY-MANDATORY", "callDataList[0]", None),
        ('{"callDataList":[1]}', "ON-CALLDATALIST-ENTRY-TYPE", "callDataList[0]", "1"),
        ('{"callDataList":[{}]}', "ON-CALLED-MANDATORY", "callDataList[0].called", None),
        ('{"callDataList":[{"called":{}}]}', "ON-CALLED-TYPE", "callDataList[0].called", {}),
        (record('"sessionId":true'), "ON-SESSIONID-TYPE", "callDataList[1].sessionId", True),
        (record(f'"sessionId":"{"😀" * 17}"'), "ON-SESSIONID-LENGTH", "callDataList[1].sessionId", "😀" * 17),
        (record('"sessionId":"a\\u0000"'), "ON-STRING-NUL", "callDataList[1].sessionId", "a\0"),
        (record('"called":[{}]'), "ON-CALLEDNO-MANDATORY", "callDataList[1].called[0].calledNo", None),
        (record('"called":[{"calledNo":"x"}]'), "ON-CALLEDNO-CHARACTERS", "callDataList[1].called[0].calledNo", "x"),
        (record('"customField":"a-b"'), "ON-CUSTOMFIELD-CHARACTERS", "callDataList[1].customField", "a-b"),
        (record('"customField":"a，b"'), "ON-CUSTOMFIELD-CHARACTERS", "callDataList[1].customField", "a，b"),
        (record('"recycleTime":"now"'), "ON-RECYCLETIME-FORM", "callDataList[1].recycleTime", "now"),
        (record('"priority":"-1"'), "ON-PRIORITY-FORM", "callDataList[1].priority", "-1"),
        (record('"priority":"6"'), "ON-PRIORITY-RANGE", "callDataList[1].priority", "6"),
    ],
)
def test_outbound_numbers(body: str, clause: str, field: str, value: object) -> None:
    outcome = judge(ADD_OUTBOUND_NUMBERS).judge(JSON, "1", "1", body.encode())
    assert refused(outcome)[:2] == (clause, field)
    if clause != "ON-BODY-JSON":
        assert refused(outcome)[2] == value


@pytest.mark.parametrize(
    ("entry", "clause"),
    [
        ('{"priority":1}', "CN-ACCESSCODE-MANDATORY"),
        ('{"accessCode":"1*","priority":1}', "CN-ACCESSCODE-CHARACTERS"),
        ('{"accessCode":"1","priority":""}', "CN-PRIORITY-MANDATORY"),
        ('{"accessCode":"1","priority":"1"}', "CN-PRIORITY-TYPE"),
        ('{"accessCode":"1","priority":1.0}', "CN-PRIORITY-TYPE"),
        ('{"accessCode":"1","priority":6}', "CN-PRIORITY-RANGE"),
    ],
)
def test_calling_numbers(entry: str, clause: str) -> None:
    body = f'{{"callerNo":[{entry}]}}'.encode()
    assert refused(judge(ADD_CALLING_NUMBERS).judge(JSON, "1", "1", body))[0] == clause


@pytest.mark.parametrize(
    ("vdn", "campaign", "clause"),
    [
        ("x", "x", "CN-VDNID-TYPE"),
        ("0", "x", "CN-VDNID-RANGE"),
        ("1", "x", "CN-CAMPAIGNID-TYPE"),
        ("1", "0", "CN-CAMPAIGNID-RANGE"),
    ],
)
def test_the_path_is_judged_before_the_body(vdn: str, campaign: str, clause: str) -> None:
    assert refused(judge(ADD_CALLING_NUMBERS).judge(JSON, vdn, campaign, b""))[0] == clause


@pytest.mark.parametrize(
    "sent",
    [
        None,
        "text/plain",
        "application/json; charset=GBK",
        'application/json; charset="utf-8',
        "application/json charset=utf-8",
    ],
)
def test_the_content_type_is_judged_before_the_path(sent: str | None) -> None:
    outcome = judge(ADD_CALLING_NUMBERS).judge(sent, "x", "x", b"")
    assert refused(outcome) == ("CN-CONTENT-TYPE", "Content-Type", sent)
    assert isinstance(outcome, Refusal)
    assert outcome.detail is not None
    assert all("Content-Type" in sentence for sentence in outcome.detail)


@pytest.mark.parametrize(
    ("sent", "json", "fixed"),
    [
        ("application/json; charset=UTF-8", True, True),
        ("Application/JSON;charset=utf-8", True, True),
        ("application/json", True, False),
        ('application/json; charset="utf-8"', True, False),
        ("application/json ; charset = utf-8; version=1", True, False),
        ("application/json;", True, False),
    ],
)
def test_the_reading_says_how_exact_a_content_type_must_be(sent: str, json: bool, fixed: bool) -> None:  # noqa: FBT001
    for reading, passes in (("json", json), ("fixed", fixed)):
        outcome = judge(ADD_CALLING_NUMBERS, content_type=reading).judge(sent, "x", "x", b"")
        assert (refused(outcome)[0] != "CN-CONTENT-TYPE") is passes


def test_what_was_sent_is_kept_and_what_was_not_has_its_default() -> None:
    body = '{"callDataList":[{"called":[{"calledNo":"1","type":""}],"priority":null,"caller":"é","unknown":[1]}]}'
    outcome = judge(ADD_OUTBOUND_NUMBERS).judge(JSON, "1", "007", body.encode())
    expected = Record(called=[CalledNumber("1", "0", None)], caller="é", priority="3")
    assert outcome == Call(1, 7, AddOutboundNumbers([expected], None))


def test_coerced_types_keep_the_text_of_the_number() -> None:
    coercing = judge(ADD_OUTBOUND_NUMBERS, json_types="coerce")
    outcome = coercing.judge(JSON, "1", "1", b'{"callDataList":[{"called":[{"calledNo":138}],"priority":2}]}')
    assert outcome == Call(1, 1, AddOutboundNumbers([Record(called=[CalledNumber("138")], priority="2")]))
    numbers = judge(ADD_CALLING_NUMBERS, json_types="coerce")
    taken = numbers.judge(JSON, "1", "1", b'{"callerNo":[{"accessCode":1,"priority":"5"}]}')
    assert isinstance(taken, Call)
    zeros = '{"callerNo":[{"accessCode":"1","priority":"%s1"}]}' % ("0" * 5000)
    assert isinstance(numbers.judge(JSON, "1", "1", zeros.encode()), Call)
    assert refused(numbers.judge(JSON, "1", "1", b'{"callerNo":[{"accessCode":1,"priority":"5.0"}]}')) == (
        "CN-PRIORITY-TYPE",
        "callerNo[0].priority",
        "5.0",
    )


def test_readings_change_what_is_special_and_what_is_long() -> None:
    lenient = judge(ADD_OUTBOUND_NUMBERS, special_characters="printed", text_length="codepoints")
    fields = f'"customField":"a，b","sessionId":"{"😀" * 32}"'
    assert isinstance(lenient.judge(JSON, "1", "1", record(fields).encode()), Call)


def test_a_body_has_no_path_parameters() -> None:
    with pytest.raises(TypeError, match="no compiled check for vdnId"):
        Judge(replace(ADD_CALLING_NUMBERS, options=(ADD_CALLING_NUMBERS.vdn,)), Terms(Readings(), ServiceSettings()))


@pytest.mark.parametrize("spaces", [0, 500])
def test_what_comes_before_the_body_is_judged_however_long_it_is(spaces: int) -> None:
    judging = judge(ADD_OUTBOUND_NUMBERS)
    kind, campaign = JSON + " " * spaces, "0" * spaces + "7"
    for _ in range(2):
        call = judging.judge(kind, "1", campaign, b'{"callDataList":[%s]}' % PLAIN.encode())
        assert isinstance(call, Call)
        assert (call.vdn, call.campaign) == (1, 7)
        assert refused(judging.judge(kind, "0", campaign, b""))[0] == "ON-VDNID-RANGE"


def test_a_judge_goes_without_the_garbage_collector() -> None:
    judging = judge(ADD_OUTBOUND_NUMBERS)
    judging.judge(JSON, "1", "1", b"")
    kept = ref(judging)
    del judging
    assert kept() is None
