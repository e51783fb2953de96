"""The compiled check accepts only what the fields accept, and makes the same of it."""

import json
import os
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.contract.compiled import CompiledBody
from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import Judge
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from tests.contract.strategies import calling_bodies, outbound_bodies, wire_bodies

TERMS = [
    Terms(Readings(), ServiceSettings()),
    Terms(Readings(json_types="coerce", special_characters="printed"), ServiceSettings(calldata_max=2)),
    Terms(Readings(text_length="codepoints"), ServiceSettings()),
]
JUDGES: dict[tuple[str, int], tuple[Judge[Any], CompiledBody[Any]]] = {
    (interface.operation, index): (Judge(interface, terms), CompiledBody(interface, terms))
    for interface in (ADD_CALLING_NUMBERS, ADD_OUTBOUND_NUMBERS)
    for index, terms in enumerate(TERMS)
}


def assert_agrees(interface: Interface[Any], terms: int, body: bytes) -> None:
    judge, compiled = JUDGES[interface.operation, terms]
    accepted = compiled.accept(body)
    if accepted is not None:
        assert accepted == judge.judge_body(body)


@settings(max_examples=400)
@given(wire_bodies(outbound_bodies), st.integers(0, len(TERMS) - 1))
def test_what_is_accepted_fast_is_accepted_slowly_by_outbound_numbers(body: bytes, terms: int) -> None:
    assert_agrees(ADD_OUTBOUND_NUMBERS, terms, body)


@settings(max_examples=200)
@given(wire_bodies(calling_bodies), st.integers(0, len(TERMS) - 1))
def test_what_is_accepted_fast_is_accepted_slowly_by_calling_numbers(body: bytes, terms: int) -> None:
    assert_agrees(ADD_CALLING_NUMBERS, terms, body)


@pytest.mark.soak
@settings(max_examples=200_000 if os.environ.get("SOAK") == "full" else 3_000)
@given(wire_bodies(outbound_bodies))
def test_what_is_accepted_fast_is_accepted_slowly_however_long_one_looks(body: bytes) -> None:
    assert_agrees(ADD_OUTBOUND_NUMBERS, 0, body)


@pytest.mark.parametrize("interface", [ADD_CALLING_NUMBERS, ADD_OUTBOUND_NUMBERS], ids=lambda each: each.operation)
def test_the_documents_samples_are_plainly_valid(interface: Interface[Any]) -> None:
    body = json.dumps(interface.sample).encode()
    assert CompiledBody(interface, TERMS[0]).accept(body) is not None


RECORD = b'{"called":[{"calledNo":"1"}]%s}'


@pytest.mark.parametrize(
    "undecided",
    [
        RECORD % b',"sessionId":"\\u0000"',
        RECORD % b',"sessionId":"\\ud83d\\ude00"',
        RECORD % ',"sessionId":"😀"'.encode(),
        RECORD % b',"unknown":1',
        RECORD % b',"sessionId":null',
        RECORD % (b',"sessionId":' + b"[" * 110 + b"]" * 110 + b',"sessionId":"1"'),
        RECORD % b',"priority":"6"',
    ],
)
def test_what_it_cannot_see_is_left_to_the_fields(undecided: bytes) -> None:
    body = b'{"callDataList":[%s]}' % undecided
    assert CompiledBody(ADD_OUTBOUND_NUMBERS, TERMS[0]).accept(body) is None


@pytest.mark.parametrize(("brackets", "accepted"), [(3, 20), (6, None)])
def test_brackets_in_texts_count_as_depth_only_where_they_are_many(brackets: int, accepted: int | None) -> None:
    records = b",".join([RECORD % b',"callData":"%s"' % (b"[" * brackets)] * 20)
    request = CompiledBody(ADD_OUTBOUND_NUMBERS, TERMS[0]).accept(b'{"callDataList":[%s]}' % records)
    assert (len(request.records) if request else None) == accepted
