"""Calls as HAR."""

import json
from typing import Any

from mock_isales.engine.export.har import har_of
from mock_isales.engine.journal.entries import Entry, Ruling, masked_head
from mock_isales.engine.journal.wanted import Wanted
from tests.engine.journal.calls import call, numbered

TARGET = "/w/w1/rest/isales/v2/openapi/campaigns/1/calldata/1001?a=%E5%A4%96&b="


def har(*entries: Entry, wanted: Wanted | None = None) -> Any:  # noqa: ANN401 - JSON
    matches = (wanted or Wanted()).matches
    parts = har_of(entries, matches, "http://127.0.0.1:28080", ("mock-isales", "1.0"), "some calls")
    return json.loads(b"".join(parts))["log"]


def one(**fields: object) -> Any:  # noqa: ANN401 - JSON
    return har(numbered(**fields))["entries"][0]


def test_a_log_says_what_wrote_it() -> None:
    assert har() == {
        "version": "1.2",
        "creator": {"name": "mock-isales", "version": "1.0"},
        "comment": "some calls",
        "entries": [],
    }


def test_what_a_fault_did_to_an_answer_on_its_way_is_told() -> None:
    lost = one(status=0, answer=b"", decision=Ruling(), fault="3", transport="reset", without_fault=Ruling("0200000"))
    assert (lost["response"]["status"], lost["_fault"], lost["_transport"]) == (0, "3", "reset")
    assert lost["_withoutFault"] == {"result_code": "0200000", "field": ""}
    assert one(fault="3", transport="cut")["_transport"] == "cut"


def test_all_that_is_known_of_a_call_is_told() -> None:
    refused = Ruling("02000002", "ON-CALLEDNO-CHARACTERS", "callDataList[0].called[0].calledNo", "1x")
    assert one(target=TARGET, body="外呼".encode(), decision=refused, fault="3") == {
        "startedDateTime": "2026-11-21T12:00:00.000000Z",
        "time": 1.25,
        "request": {
            "method": "POST",
            "url": f"http://127.0.0.1:28080{TARGET}",
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": [
                {"name": "content-type", "value": "application/json; charset=UTF-8"},
                {"name": "authorization", "value": "***"},
            ],
            "queryString": [{"name": "a", "value": "外"}, {"name": "b", "value": ""}],
            "headersSize": -1,
            "bodySize": 6,
            "postData": {"mimeType": "application/json; charset=UTF-8", "text": "外呼"},
        },
        "response": {
            "status": 200,
            "statusText": "OK",
            "httpVersion": "HTTP/1.1",
            "cookies": [],
            "headers": [{"name": "content-type", "value": "application/json; charset=UTF-8"}],
            "content": {"size": 24, "mimeType": "application/json; charset=UTF-8", "text": '{"resultCode":"0200000"}'},
            "redirectURL": "",
            "headersSize": -1,
            "bodySize": 24,
        },
        "cache": {},
        "timings": {"send": 0, "wait": 1.25, "receive": 0},
        "_id": 7,
        "_operation": "add_outbound_numbers",
        "_vdn": 1,
        "_campaign": 1001,
        "_resultCode": "02000002",
        "_clause": "ON-CALLEDNO-CHARACTERS",
        "_field": "callDataList[0].called[0].calledNo",
        "_value": "1x",
        "_fault": "3",
    }


def test_a_call_without_a_body_has_none() -> None:
    assert "postData" not in one(body=b"")["request"]


def test_what_is_not_utf_8_is_base64() -> None:
    told = one(body=b"\xff\x00", answer=b"\xfe", head=masked_head([]))
    assert told["request"]["postData"] == {"mimeType": "", "text": "/wA=", "_encoding": "base64"}
    content = told["response"]["content"]
    assert (content["text"], content["encoding"], content["size"]) == ("/g==", "base64", 1)


def test_what_is_no_text_or_no_documented_call_can_be_told() -> None:
    told = one(operation=None, vdn=None, campaign=None, target="/\ud800", decision=None, status=799)
    assert told["request"]["url"] == "http://127.0.0.1:28080/\\ud800"
    assert told["response"]["statusText"] == ""
    assert not {"_operation", "_vdn", "_resultCode", "_field"} & told.keys()


def test_only_the_wanted_ones_are_told() -> None:
    entries = [call(id=number, status=200 + number) for number in range(1, 5)]
    assert [each["_id"] for each in har(*entries, wanted=Wanted(status=203))["entries"]] == [3]
    assert [each["_id"] for each in har(*entries)["entries"]] == [1, 2, 3, 4]
