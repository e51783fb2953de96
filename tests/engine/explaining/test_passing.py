"""What is advised passes when it is sent, whatever the body was."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.clauses import Refusal
from mock_isales.contract.judging import Judge
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.contract.text import Language
from mock_isales.engine.explaining.explaining import explained
from mock_isales.engine.explaining.forms import AdviceTold
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.journal.entries import Ruling
from tests.contract.strategies import calling_bodies, outbound_bodies, wire_bodies
from tests.engine.journal.calls import call
from tests.golden.test_explanations import put

TERMS = Terms(Readings(), ServiceSettings())
CN, ON = INTERFACES
NAMES = [
    "callDataList",
    "callerNo",
    "called",
    "Called",
    "calledNo",
    "calledno",
    "accessCode",
    "priority",
    "caller",
    "x",
]
GOOD = [{"called": [{"calledNo": "1"}]}]
LEAST = {"callDataList": [{"called": [{"calledNo": "88888888"}]}]}
leaves = st.sampled_from([None, True, 1, 1.0, "", "1", "13800138000.0", "1" * 30, "[]", '[{"calledNo":"1"}]'])
objects = st.recursive(
    leaves,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(st.sampled_from(NAMES), inner, max_size=4)),
    max_leaves=12,
)
bodies = st.one_of(
    objects.map(lambda body: json.dumps(body).encode()),
    st.dictionaries(st.sampled_from(NAMES), objects, max_size=4).map(lambda body: json.dumps(body).encode()),
    objects.map(lambda body: json.dumps(json.dumps(body)).encode()),
    wire_bodies(outbound_bodies),
    wire_bodies(calling_bodies),
)


def refusal_of(body: bytes, interface: Any) -> Refusal | None:  # noqa: ANN401 - of either interface
    judged = Judge(interface, TERMS).judge_body(body)
    return judged if isinstance(judged, Refusal) else None


def advised(body: bytes, interface: Any = ON) -> tuple[Refusal, AdviceTold]:  # noqa: ANN401
    refusal = refusal_of(body, interface)
    assert refusal is not None
    ruling = Ruling("0200001", refusal.clause.id, refusal.field, refusal.value)
    told = explained(Subject(call(operation=interface.operation, body=body, decision=ruling), TERMS), Language.ENGLISH)
    assert told.advice is not None
    return refusal, told.advice


@settings(max_examples=400)
@given(body=bodies, interface=st.sampled_from(INTERFACES))
def test_what_is_advised_passes_in_its_place(body: bytes, interface: Any) -> None:  # noqa: ANN401
    refusal = refusal_of(body, interface)
    if refusal is None:
        return
    refusal, advice = advised(body, interface)
    if advice.value is None:
        return
    mended = put(json.loads(body), refusal.field, advice.value) if refusal.field else advice.value
    again = refusal_of(json.dumps(mended).encode(), interface)
    assert again is None or (refusal.field and not again.field.startswith(refusal.field))


@pytest.mark.parametrize(
    ("body", "says", "value"),
    [
        ({"callDataList": {}}, "Put it into a list", [{"called": [{"calledNo": "88888888"}]}]),
        ({"callDataList": {"called": {"calledNo": "1"}}}, "Put it into a list", [{"called": [{"calledNo": "1"}]}]),
        ({"callDataList": [{"calledNo": "1", "type": "SI"}]}, "Put calledNo, type", [{"calledNo": "1", "type": "SI"}]),
        ({"callDataList": [{"calledNo": "+"}]}, "Put calledNo into", [{"calledNo": "88888888"}]),
        ({"callDataList": [{"caller": "10086"}]}, "Send the field", [{"calledNo": "88888888"}]),
        ({"callDataList": [{"Called": {"calledNo": "1"}}]}, "Rename Called to called", [{"calledNo": "1"}]),
        ({"callDataList": [{"Called": [{"calledNo": "1"}]}]}, "Rename Called to called", None),
        ({"callDataList": [{"Called": "1"}]}, "Send the field", [{"calledNo": "88888888"}]),
        ({"callDataList": [{"called": [{"calledno": ["1"]}]}]}, "Send the field", "88888888"),
        ({"callDataList": [{"called": [{"calledno": 1}]}]}, "Rename calledno to calledNo", "1"),
    ],
)
def test_what_stands_elsewhere_is_brought_to_its_place(body: object, says: str, value: object) -> None:
    _, advice = advised(json.dumps(body).encode())
    assert advice.sentences[0].startswith(says)
    assert advice.value == value


@pytest.mark.parametrize(
    ("body", "sentences", "value"),
    [
        ([{"called": {"calledNo": "1"}}], ["Put the list"], {"callDataList": [{"called": [{"calledNo": "1"}]}]}),
        ([{}], ["Put the list", "What is in it"], LEAST),
        ([], ["Send an object"], LEAST),
        (json.dumps({"callDataList": GOOD}), ["The body is a String"], {"callDataList": GOOD}),
        (json.dumps(GOOD), ["The body is a String", "Put the list"], {"callDataList": GOOD}),
        (json.dumps({"callDataList": 5}), ["The body is a String", "What is in it"], LEAST),
        ("[5]", ["The body is a String", "What is in it"], LEAST),
        ("text", ["Send an object"], LEAST),
    ],
)
def test_a_body_that_is_no_object_is_given_as_it_should_be(body: object, sentences: list[str], value: object) -> None:
    _, advice = advised(json.dumps(body).encode())
    assert [each[: len(start)] for each, start in zip(advice.sentences, sentences, strict=True)] == sentences
    assert advice.value == value


@pytest.mark.parametrize(
    ("body", "says", "value"),
    [
        ({"called": [{"calledNo": "1"}], "batchId": "7"}, "Put called into an object of the list callDataList", GOOD),
        ({"calledNo": "1"}, "Put calledNo into an object of the list callDataList", GOOD),
        ({"callDataList": json.dumps(GOOD)}, "Send the list itself", GOOD),
        ({"callDataList": "[]"}, "Send the list itself", LEAST["callDataList"]),
    ],
)
def test_a_list_that_was_sent_otherwise_is_given_as_it_should_be(body: object, says: str, value: object) -> None:
    _, advice = advised(json.dumps(body).encode())
    assert advice.sentences[0].startswith(says)
    assert advice.value == value


def test_a_calling_number_outside_of_its_list_is_put_there() -> None:
    _, advice = advised(b'{"accessCode": "4001", "priority": 1}', CN)
    assert advice.value == [{"accessCode": "4001", "priority": 1}]


def test_long_json_is_not_cut() -> None:
    record = {"called": [{"calledNo": "1"}], "callData": json.dumps({"fullName": "x" * 1024})}
    _, advice = advised(json.dumps({"callDataList": [record]}).encode())
    assert advice.value is None
    assert "shorten what the JSON holds, to 1024 in all" in advice.sentences[0]
