"""The report in the formats that people and other programs read."""

import json
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from jsonschema import Draft7Validator

from mock_isales import __version__
from mock_isales.contract.text import Language
from mock_isales.engine.journal.entries import Ruling
from mock_isales.engine.report.formats.catalogue import MEDIA_TYPES, WRITERS
from mock_isales.engine.report.forms import Report
from tests.engine.report.clients import BLOCKLIST, PACE, Client, told

LEVELS = ["none", "note", "warning", "error"]
MESSAGE = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string", "minLength": 1}}}
SARIF: dict[str, Any] = {
    "type": "object",
    "required": ["version", "runs"],
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"enum": ["2.1.0"]},
        "runs": {
            "type": "array",
            "minItems": 1,
            "items": {
                "type": "object",
                "required": ["tool", "results"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": MESSAGE,
                                                "help": MESSAGE,
                                                "defaultConfiguration": {"properties": {"level": {"enum": LEVELS}}},
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "results": {
                        "type": "array",
                        "items": {
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "level": {"enum": LEVELS},
                                "message": MESSAGE,
                                "locations": {
                                    "items": {
                                        "properties": {
                                            "logicalLocations": {
                                                "items": {"properties": {"fullyQualifiedName": {"type": "string"}}}
                                            }
                                        }
                                    }
                                },
                                "occurrenceCount": {"type": "integer", "minimum": 1},
                                "properties": {"type": "object"},
                            },
                        },
                    },
                    "properties": {"type": "object"},
                },
            },
        },
    },
}
"""Of SARIF 2.1.0 what a report has of it, as its schema says that."""


def client() -> Client:
    """Too fast once, and with an unknown field that is like no other."""
    return Client().add("1").add("2", answer=PACE).wait(1).add("2").wait(1).send({"zzz": 1})


def test_every_format_has_a_media_type() -> None:
    assert list(WRITERS) == list(MEDIA_TYPES) == ["json", "text", "sarif", "junit"]


def test_json_is_the_report_itself() -> None:
    report = client().report()
    assert Report.model_validate_json(WRITERS["json"](report)) == report


def test_text_is_for_people() -> None:
    assert WRITERS["text"](client().report()).splitlines() == [
        "w1: made of 4 calls",
        "error under_pace  add_outbound_numbers 1/1001",
        "    1 call to campaign 1001 of VDN 1 came less than 1 s after the one before.",
        "    ON-PACE: Calls for one campaign are at least 1 second apart.",
        "    Wait for the pace between two calls for one campaign, counted from the answer to the last one.",
        "    calls: 2",
        "note unknown_field  zzz",
        "    1 call of add_outbound_numbers had the unknown field zzz.",
        "    The document has no such field: it is ignored.",
        "    Spell fields as the document does, letter case too; what it does not know is lost.",
        "    calls: 4",
    ]


def test_text_says_that_nothing_was_found() -> None:
    assert WRITERS["text"](Client().report()) == "w1: made of 0 calls\nnothing was found\n"
    assert WRITERS["text"](Client().report(language=Language.CHINESE)) == "w1：依据0次调用\n未发现问题\n"


def test_text_says_what_the_report_cannot_know_and_what_faults_answered() -> None:
    made = Client().add("1", answer=told("0200006"), fault="7").wait(9).add("1", answer=Ruling(), status=503, fault="8")
    report = made.send(b'"' + b"x" * 100_000 + b'"').report(dropped=3)
    assert WRITERS["text"](report.model_copy(update={"left_out": 2})).splitlines() == [
        "w1: made of 3 calls",
        "3 more had no room in the journal: nothing is known of them",
        "1 had a body too large to be looked into",
        "1 got 0200006 from fault 7",
        "1 got HTTP 503 from fault 8",
        "there was no room for what calls show 2 times more",
        "nothing was found",
    ]


def test_text_names_the_first_calls_and_counts_all() -> None:
    made = Client().add("1", answer=BLOCKLIST)
    for _ in range(21):
        made.add("1", answer=BLOCKLIST)
    assert "    calls: 2, 3, 4," in WRITERS["text"](made.report())
    assert "20, 21, … (21)\n" in WRITERS["text"](made.report())


def test_what_others_said_cannot_steer_a_terminal() -> None:
    evil = "\x1b[2J\u202e\x00"
    made = Client().add("1", vdn=evil, answer=told(evil), fault=evil).send({evil: 1}, vdn=evil, campaign=evil)
    text = WRITERS["text"](made.report())
    assert all(line.isprintable() for line in text.splitlines())


def test_sarif_has_a_rule_a_kind_and_a_result_a_finding() -> None:
    log = json.loads(WRITERS["sarif"](client().report()))
    Draft7Validator.check_schema(SARIF)
    Draft7Validator(SARIF).validate(log)
    assert log["$schema"] == "https://json.schemastore.org/sarif-2.1.0.json"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"], len(driver["rules"])) == ("mock-isales", __version__, 9)
    assert [(each["ruleId"], each["level"]) for each in run["results"]] == [
        ("under_pace", "error"),
        ("unknown_field", "note"),
    ]
    assert {each["ruleId"] for each in run["results"]} <= {rule["id"] for rule in driver["rules"]}
    result = run["results"][0]
    assert result["message"]["text"].startswith("1 call to campaign 1001 of VDN 1 came less than 1 s after")
    assert result["locations"] == [{"logicalLocations": [{"fullyQualifiedName": "add_outbound_numbers 1/1001"}]}]
    assert result["properties"] == {"calls": [2], "clauses": ["ON-PACE"]}
    assert run["properties"]["calls"] == 4


def test_sarif_of_nothing_has_no_results() -> None:
    (run,) = json.loads(WRITERS["sarif"](Client().report()))["runs"]
    assert run["results"] == []


def test_junit_has_a_test_case_a_kind_and_a_failure_where_more_than_a_note_was_found() -> None:
    suites = ET.fromstring(WRITERS["junit"](client().report()))  # noqa: S314 - our own
    (suite,) = suites.findall("testsuite")
    assert suites.tag == "testsuites"
    assert (suite.get("name"), suite.get("tests"), suite.get("failures")) == ("w1", "9", "1")
    cases = {case.get("name"): case for case in suite.findall("testcase")}
    assert len(cases) == 9
    assert {case.get("classname") for case in cases.values()} == {"mock_isales.report"}
    assert [name for name, case in cases.items() if case.find("failure") is not None] == ["under_pace"]
    failure = cases["under_pace"].find("failure")
    assert failure is not None
    assert (failure.get("message"), failure.get("type")) == ("Calls under the pace.", "error")
    assert failure.text is not None
    assert failure.text.splitlines()[0] == "add_outbound_numbers 1/1001"
    assert "ON-PACE: Calls for one campaign are at least 1 second apart." in failure.text
    output = cases["unknown_field"].find("system-out")
    assert output is not None
    assert output.text is not None
    assert "zzz" in output.text


@pytest.mark.parametrize("evil", ["<&]]>\"'", "\x00\x1b\x0b", "\ufffe\ud800", "\U0001f600é"])
def test_whatever_others_said_is_xml(evil: str) -> None:
    made = Client().send({"callDataList": [], "zzz": 1})
    report = made.report().model_copy(update={"world": evil})
    finding = report.findings[0].model_copy(update={"text": evil, "place": evil})
    text = WRITERS["junit"](report.model_copy(update={"findings": [finding]}))
    assert ET.fromstring(text.encode()).tag == "testsuites"  # noqa: S314


def test_formats_are_written_in_the_language_of_the_report() -> None:
    report = client().report(language=Language.CHINESE)
    for name in ("text", "sarif", "junit"):
        assert "同一外呼活动的接口调用间隔不小于1秒。" in WRITERS[name](report)
    assert 'message="调用间隔过短。"' in WRITERS["junit"](report)
