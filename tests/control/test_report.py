"""The report on a client, over the control interface."""

import pytest

from tests.control.callers import Caller, places_of


def test_a_world_without_calls_has_an_empty_report(caller: Caller) -> None:
    assert caller.get("/worlds/w1/report") == {
        "world": "w1",
        "language": "en",
        "calls": 0,
        "dropped": 0,
        "unread": 0,
        "injected": [],
        "findings": [],
        "left_out": 0,
    }


def test_what_a_client_does_wrong_is_reported(caller: Caller) -> None:
    caller.freeze()
    assert [caller.add("1"), caller.add("2")] == ["0200000", "0200022"]
    told = caller.get("/worlds/w1/report")
    assert told["calls"] == 2
    pace, charset = told["findings"]
    assert pace == {
        "kind": "under_pace",
        "severity": "error",
        "place": "add_outbound_numbers 1/1",
        "text": "1 call to campaign 1 of VDN 1 came less than 1 s after the one before.",
        "asked": "Calls for one campaign are at least 1 second apart.",
        "clauses": ["ON-PACE"],
        "calls": {"total": 1, "first": [2]},
        "advice": "Wait for the pace between two calls for one campaign, counted from the answer to the last one.",
    }
    assert (charset["kind"], charset["calls"]) == ("missing_charset", {"total": 2, "first": [1, 2]})


def test_the_settings_of_the_world_count(caller: Caller) -> None:
    caller.freeze()
    caller.done("PATCH", "/worlds/w1/settings", {"pace_interval": 5})
    caller.add("1")
    caller.done("POST", "/worlds/w1/clock/advance", {"seconds": 3})
    caller.add("2")
    assert caller.get("/worlds/w1/report")["findings"][0]["text"].endswith("came less than 5 s after the one before.")


def test_injected_answers_are_told(caller: Caller) -> None:
    fault = caller.done("POST", "/worlds/w1/faults", {"answer": {"status": 503}})
    caller.add("1")
    assert caller.get("/worlds/w1/report")["injected"] == [
        {"fault": fault["id"], "result_code": None, "status": 503, "calls": 1}
    ]


@pytest.mark.parametrize(
    ("name", "media_type", "start"),
    [
        ("json", "application/json", "{"),
        ("text", "text/plain; charset=utf-8", "w1: made of 1 call\nwarning missing_charset  Content-Type\n"),
        ("sarif", "application/sarif+json", '{\n  "$schema"'),
        ("junit", "application/xml", "<?xml"),
    ],
)
def test_it_is_told_in_formats(caller: Caller, name: str, media_type: str, start: str) -> None:
    caller.add("1")
    answer = caller.mock("GET", f"/worlds/w1/report?format={name}")
    assert (answer.status_code, answer.headers["content-type"]) == (200, media_type)
    assert answer.text.startswith(start)


def test_it_is_told_in_chinese(caller: Caller) -> None:
    caller.add("1")
    (finding,) = caller.get("/worlds/w1/report?language=zh")["findings"]
    assert finding["text"] == "1次add_outbound_numbers调用的Content-Type缺少charset。"
    assert finding["asked"] == "Content-Type固定为application/json; charset=UTF-8。"


def test_what_there_is_not_is_told_with_what_there_is(caller: Caller) -> None:
    assert places_of(caller.mock("GET", "/worlds/w1/report?format=sariff&language=de&world=x")) == {
        "format": ('must be one of json, text, sarif, junit, not "sariff"', "did you mean sarif?"),
        "language": ('must be en or zh, not "de"', None),
        "world": ("unknown parameter", "known are format, language"),
    }
    assert caller.mock("GET", "/worlds/none/report").status_code == 404


def test_the_document_names_all_media_types(caller: Caller) -> None:
    answers = caller.get("/openapi.json")["paths"]["/worlds/{world}/report"]["get"]["responses"]
    assert list(answers["200"]["content"]) == [
        "application/json",
        "text/plain",
        "application/sarif+json",
        "application/xml",
    ]


def test_it_survives_a_snapshot(caller: Caller) -> None:
    caller.freeze()
    caller.add("1")
    caller.add("2")
    before = caller.get("/worlds/w1/report")
    caller.done("PUT", "/worlds/w2/snapshot", caller.get("/worlds/w1/snapshot"))
    assert caller.get("/worlds/w2/report") == {**before, "world": "w2"}
