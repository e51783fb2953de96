"""What a call does otherwise than documented, without being refused for it."""

import json

import pytest

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.engine.journal.departures import departures
from mock_isales.engine.journal.entries import Entry, masked_head
from tests.engine.journal.calls import call, sent


def unknown(entry: Entry) -> list[tuple[str, str | None]]:
    return [(each.place, each.nearest) for each in departures(entry) if each.kind == "unknown_field"]


def typed(content_type: bytes) -> Entry:
    return call(head=masked_head([(b"host", b"x"), (b"Content-Type", content_type)]))


def test_a_plain_call_departs_in_nothing() -> None:
    body = {"callDataList": [{"called": [{"calledNo": "1", "type": "SI"}], "sessionId": "s"}], "batchId": "b"}
    assert departures(sent(body)) == []
    numbers = {"callerNo": [{"accessCode": "1", "priority": 1}]}
    assert departures(sent(numbers, operation="add_calling_numbers")) == []


@pytest.mark.parametrize("content_type", [b"application/json", b"APPLICATION/JSON ;", b"application/json; version=1"])
def test_a_content_type_without_its_charset_departs(content_type: bytes) -> None:
    (departure,) = departures(typed(content_type))
    assert (departure.kind, departure.place, departure.nearest) == ("missing_charset", "Content-Type", None)
    assert departure.clause == "ON-CONTENT-TYPE"
    assert departure.clause in CLAUSES
    assert departure.text == ("Content-Type has no charset. Content-Type is fixed at application/json; charset=UTF-8.")


@pytest.mark.parametrize("content_type", [b"application/json;CHARSET=gbk", b"text/plain", b""])
def test_any_charset_and_any_other_type_is_something_else(content_type: bytes) -> None:
    assert departures(typed(content_type)) == []
    assert departures(call(head=b"")) == []


def test_unknown_fields_are_told_with_the_documented_name_nearest_to_each() -> None:
    body = {
        "batchID": "b",
        "callDataList": [
            {"called": [{"calledNo": "1"}, {"calledNum": "1"}], "calledd": []},
            {"session_id": "s", "zzz": {"calledNo": "1"}},
        ],
        "": 1,
    }
    assert unknown(sent(body)) == [
        ("batchID", "batchId"),
        ("callDataList[0].called[1].calledNum", "calledNo"),
        ("callDataList[0].calledd", "called"),
        ("callDataList[1].session_id", "sessionId"),
        ("callDataList[1].zzz", None),
        ("", None),
    ]


def test_the_sentence_says_what_there_is() -> None:
    found = departures(sent({"x": 1, "callerNum": []}, operation="add_calling_numbers"))
    assert [departure.text for departure in found] == [
        "The document has no field x: known are callerNo",
        "The document has no field callerNum: did you mean callerNo?",
    ]
    assert {departure.clause for departure in found} == {None}


def test_names_are_looked_for_among_those_of_the_same_shape() -> None:
    assert unknown(sent({"callDataList": [{"batchId": "b"}]})) == [("callDataList[0].batchId", None)]
    assert unknown(sent({"callDataList": []}, operation="add_calling_numbers"))[0][0] == "callDataList"


@pytest.mark.parametrize("body", [[{"x": 1}], "x", None, {"callDataList": {"x": 1}}, {"callDataList": [1, [], None]}])
def test_only_objects_have_fields(body: object) -> None:
    assert departures(sent(body)) == []


@pytest.mark.parametrize("body", [b"", b"{", b'{"x":NaN}', b'{"x":"\xff"}', b'{"\\ud800":1}'])
def test_a_body_that_is_not_json_has_no_fields(body: bytes) -> None:
    assert departures(call(body=body)) == []


def test_an_undocumented_address_has_no_document_to_depart_from() -> None:
    head = masked_head([(b"content-type", b"application/json")])
    assert departures(sent({"x": 1}, operation=None, head=head)) == []


def test_at_most_100_fields_are_told_of_a_call() -> None:
    assert len(unknown(sent({str(number): 1 for number in range(300)}))) == 100


def test_a_long_name_is_cut() -> None:
    name = "n" * 100_000
    assert unknown(sent({name: 1})) == [("n" * 80 + "…", None)]
    assert len(json.dumps([each.text for each in departures(sent({name: 1}))])) < 300
