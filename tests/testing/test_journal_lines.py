"""Calls of a journal in lines, for people."""

from datetime import UTC, datetime
from typing import Any

import pytest

from mock_isales.engine.journal.departures import Departure
from mock_isales.engine.journal.views import AnswerMessage, JournalEntry, RequestMessage
from mock_isales.testing.journal_lines import line_of
from mock_isales.testing.printable import in_json, printable

EVIL = "\x1b[2J\x9b\u202e\x7f\n\u2028"


def entry(**said: Any) -> JournalEntry:  # noqa: ANN401 - fields of any type
    """A call."""
    request = RequestMessage(method="POST", target="/", headers=[], body="")
    answer = AnswerMessage(status=200, headers=[], body="")
    at = datetime(2026, 11, 21, 10, 0, 0, 123456, tzinfo=UTC)
    fields: dict[str, Any] = {"id": 17, "at": at, "status": 200, "request": request, "answer": answer}
    return JournalEntry(**{**fields, **said})


OPERATION = {"operation": "add_outbound_numbers", "vdn": 1, "campaign": 2}
CALL = "17  2026-11-21T10:00:00.123Z  add_outbound_numbers  1/2"


@pytest.mark.parametrize(
    ("said", "line"),
    [
        (OPERATION | {"result_code": "0200000", "duration_ms": 1.26}, f"{CALL}  0200000 Success.  1.3 ms"),
        (
            OPERATION | {"result_code": "0200022", "clause": "ON-PACE", "field": "", "value": 1},
            f"{CALL}  0200022 The interface invoking time is short.  ON-PACE: body = 1  0.0 ms",
        ),
        (
            OPERATION | {"result_code": "0200006", "fault": "3"},
            f"{CALL}  0200006 Database operation error.  by fault 3  0.0 ms",
        ),
        (
            OPERATION | {"status": 0, "fault": "3", "transport": "reset"},
            f"{CALL}  0 No answer.  by fault 3 (reset)  0.0 ms",
        ),
        (
            OPERATION | {"result_code": "0200000", "fault": "3", "transport": "cut"},
            f"{CALL}  0200000 Success.  by fault 3 (cut)  0.0 ms",
        ),
        (OPERATION | {"result_code": "x"}, f"{CALL}  x not documented  0.0 ms"),
        (OPERATION | {"status": 503}, f"{CALL}  503 Service Unavailable  0.0 ms"),
        (OPERATION | {"status": 599}, f"{CALL}  599  0.0 ms"),
        ({"status": 404}, "17  2026-11-21T10:00:00.123Z  POST /  404 Not Found  0.0 ms"),
        (
            OPERATION
            | {
                "status": 200,
                "departures": (
                    Departure(kind="missing_charset", place="Content-Type", text="."),
                    Departure(kind="unknown_field", place="a.sesionId", nearest="sessionId", text="."),
                ),
            },
            f"{CALL}  200 OK  0.0 ms  ! Content-Type: no charset  ! a.sesionId: unknown (did you mean sessionId?)",
        ),
    ],
)
def test_a_call_is_a_line(said: dict[str, Any], line: str) -> None:
    assert line_of(entry(**said)) == line


def test_nothing_that_was_sent_steers_the_terminal() -> None:
    evil = dict.fromkeys(("vdn", "campaign", "result_code", "clause", "field", "value", "fault"), EVIL)
    departed = (Departure(kind="unknown_field", place=EVIL, nearest=EVIL, text=EVIL),)
    request = RequestMessage(method=EVIL, target=EVIL, headers=[], body=EVIL)
    for operation in (None, EVIL):
        called = entry(**evil, operation=operation, departures=departed, request=request)
        assert line_of(called).isprintable()
        assert in_json(called.model_dump(mode="json")).isprintable()


def test_long_values_are_cut() -> None:
    assert printable("x" * 80) == "x" * 80
    assert printable("x" * 81) == "x" * 80 + "…"
    assert len(line_of(entry(clause="C", field="f", value="x" * 10**6))) < 200
