"""What is shown of an entry, and that the entry can be made of it again."""

import json
from typing import Any

import pytest
from pydantic import ValidationError

from mock_isales.contract.json_text import JsonDecimal, JsonInteger
from mock_isales.engine.journal.entries import Ruling, masked_head
from mock_isales.engine.journal.views import JournalEntry, entry_of, view_of
from tests.engine.journal.calls import as_json, call, numbered, sent


def test_all_of_a_call_is_shown() -> None:
    entry = sent({"callDataLst": []}, id=7, fault="3", decision=Ruling("0200001", "ON-X", "callDataList", None))
    assert as_json(entry) == {
        "id": 7,
        "at": "2026-11-21T12:00:00.000000Z",
        "operation": "add_outbound_numbers",
        "vdn": 1,
        "campaign": 1001,
        "status": 200,
        "result_code": "0200001",
        "clause": "ON-X",
        "field": "callDataList",
        "value": None,
        "fault": "3",
        "transport": None,
        "without_fault": None,
        "signature": None,
        "duration_ms": 1.25,
        "departures": [
            {
                "kind": "unknown_field",
                "place": "callDataLst",
                "nearest": "callDataList",
                "clause": None,
                "text": "The document has no field callDataLst: did you mean callDataList?",
            }
        ],
        "request": {
            "method": "POST",
            "target": "/rest/isales/v1/openapi/campaigns/1/calldata/1001",
            "headers": [["content-type", "application/json; charset=UTF-8"], ["authorization", "***"]],
            "body": '{"callDataLst": []}',
            "body_base64": None,
        },
        "answer": {
            "status": 200,
            "headers": [["content-type", "application/json; charset=UTF-8"]],
            "body": '{"resultCode":"0200000"}',
            "body_base64": None,
        },
    }


@pytest.mark.parametrize(
    ("parameter", "seen"),
    [
        ("12", 12),
        ("-3", -3),
        ("0", 0),
        pytest.param("9" * 100, int("9" * 100), id="long"),
        pytest.param("9" * 5000, "9" * 5000, id="huge"),
        ("007", "007"),
        ("-0", "-0"),
        ("१", "१"),
        ("x\ud800", "x\\ud800"),
        ("", ""),
        (None, None),
    ],
)
def test_a_parameter_is_a_number_where_it_was_sent_as_one(parameter: str | None, seen: object) -> None:
    shown = as_json(numbered(vdn=parameter, campaign=parameter))
    assert (shown["vdn"], shown["campaign"]) == (seen, seen)
    assert type(shown["vdn"]) is type(seen)


def test_a_body_that_is_not_utf8_stands_in_base64() -> None:
    shown = as_json(numbered(body=b"\xff\x00", answer=b"\x80"))
    assert (shown["request"]["body"], shown["request"]["body_base64"]) == (None, "/wA=")
    assert (shown["answer"]["body"], shown["answer"]["body_base64"]) == (None, "gA==")


def test_lone_surrogates_never_break_an_answer() -> None:
    entry = numbered(target="/\ud800", method="\udfff", decision=Ruling("\ud800", "\ud800", "\ud800", "\ud800"))
    shown = as_json(entry)
    assert (shown["request"]["target"], shown["request"]["method"]) == ("/\\ud800", "\\udfff")
    assert {shown[name] for name in ("result_code", "clause", "field", "value")} == {"\\ud800"}


def test_departures_are_looked_for_only_when_asked_for() -> None:
    entry = sent({"x": 1}, id=1)
    assert [len(view_of(entry, with_departures=said).departures) for said in (True, False)] == [1, 0]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"operation": None, "vdn": None, "campaign": None, "decision": None, "status": 404, "duration_us": 0},
        {"vdn": "007", "campaign": "9" * 5000},
        {"body": bytes(range(256)), "answer": b"\xff", "fault": "9"},
        {"body": b"", "answer": b""},
        {"body": b"\xef\xbb\xbf{}\x00"},
        {"head": masked_head([(b"a", b"\xe9: "), (b"B", b"")])},
        {"decision": Ruling(None, "ON-URI", "", None)},
        {"decision": Ruling(), "status": 0, "transport": "reset", "without_fault": Ruling("0200000")},
        {"transport": "cut", "without_fault": Ruling("0200024", "ON-BLOCKLIST", "a.b", "1")},
        {"decision": Ruling("0200001", "ON-X", "a.b", JsonInteger("9" * 5000))},
        {"decision": Ruling("0200001", "ON-X", "a.b", JsonInteger("9" * 99))},
        {"decision": Ruling("0200001", "ON-X", "a.b", JsonDecimal("1e22"))},
        {"decision": Ruling("0200001", "ON-X", "a.b", "[1]")},
        {"decision": Ruling("0200001", "ON-X", "a.b", [{"é": JsonDecimal("0.1")}, "\ud800", JsonInteger("1" * 101)])},
        {"decision": Ruling("0200001", "ON-X", "a.b", value=False)},
        {"duration_us": 123_456_789_123, "at": -1},
    ],
)
def test_the_entry_can_be_made_of_it_again(fields: dict[str, Any]) -> None:
    entry = numbered(**fields)
    view = view_of(entry)
    assert entry_of(view) == entry
    read = JournalEntry.model_validate_json(view.model_dump_json())
    assert read == view
    assert entry_of(read) == entry


@pytest.mark.parametrize("change", [{"body": None, "body_base64": "?"}, {"headers": [["a", "号"]]}])
def test_what_cannot_have_been_shown_is_refused(change: dict[str, Any]) -> None:
    said = as_json(numbered())
    said["request"].update(change)
    view = JournalEntry.model_validate_json(json.dumps(said))
    with pytest.raises(ValueError, match=r"Latin-1|base64|Base64"):
        entry_of(view)


@pytest.mark.parametrize(
    "said", ['"duration_ms":NaN', '"duration_ms":1e308', '"duration_ms":-1', '"id":0', '"vdn":true']
)
def test_what_no_entry_has_is_refused(said: str) -> None:
    name = said.partition(":")[0]
    text = json.dumps({**as_json(numbered()), name.strip('"'): "?"}).replace(f'{name}: "?"', said)
    with pytest.raises(ValidationError):
        JournalEntry.model_validate_json(text)


def test_an_id_that_leaves_no_room_for_others_is_refused() -> None:
    highest = 10**15
    assert entry_of(view_of(call(id=highest))).id == highest
    with pytest.raises(ValueError, match="at most 1000000000000000"):
        entry_of(view_of(call(id=highest + 1)))


def test_a_message_without_any_body_has_an_empty_one() -> None:
    said = as_json(numbered())
    said["request"].update(body=None, body_base64=None)
    assert entry_of(JournalEntry.model_validate_json(json.dumps(said))).body == b""
