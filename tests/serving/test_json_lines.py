"""The log as JSON, line by line."""

import json
import logging
import subprocess
import sys
from typing import Any

import pytest

from mock_isales.serving.json_lines import JsonLine
from tests.serving.processes import SECONDS, environment

FAILING = """\
import sys, threading, warnings
from mock_isales.serving.logs import log_to_stderr
log_to_stderr("info", "json")
warnings.warn("this is old", DeprecationWarning, stacklevel=1)
def fail(): raise ValueError("why")
thread = threading.Thread(target=fail)
thread.start()
thread.join()
class Lost:
    def __del__(self): raise KeyError("lost")
Lost()
"""


def told(message: str, *args: object, name: str = "mock_isales", **more: Any) -> Any:  # noqa: ANN401 - JSON
    record = logging.LogRecord(name, logging.WARNING, "", 0, message, args, None)
    record.created = 1_795_262_400.25
    record.__dict__.update(more)
    (line,) = JsonLine().format(record).splitlines()
    assert line.isascii()
    return json.loads(line)


def test_a_line_says_when_how_bad_by_whom_where_and_what() -> None:
    assert told("said %d", 3, process=7) == {
        "timestamp": "2026-11-21T12:00:00.250000Z",
        "level": "warning",
        "logger": "mock_isales",
        "process": 7,
        "message": "said 3",
    }


@pytest.mark.parametrize(
    ("message", "shown"),
    [
        ("a\nb\r\x1b[31m\u2028", "a\nb\r\x1b[31m"),
        ("中文 \U0001f600", "中文 \U0001f600"),
        ("\ud800", "\\ud800"),
    ],
)
def test_any_text_is_one_line_of_strict_json(message: str, shown: str) -> None:
    assert told("%s", message)["message"] == shown


def test_fields_stand_beside_the_message() -> None:
    assert told("said", fields={"world": "w1", "request_id": 7})["request_id"] == 7


def test_what_is_no_json_is_told_as_text() -> None:
    assert told("said", fields={"value": {1}})["value"] == "{1}"


def test_an_error_has_its_traceback_in_a_field() -> None:
    try:
        int("why\ud800")
    except ValueError:
        line = told("it failed", exc_info=sys.exc_info())
    assert line["message"] == "it failed"
    assert line["exception"].startswith("Traceback (most recent call last):\n")
    assert line["exception"].endswith("\\ud800'")
    assert "exception" not in told("no error", exc_info=(None, None, None))


def test_a_request_is_told_by_its_parts() -> None:
    line = told('%s - "%s %s HTTP/%s" %d', "127.0.0.1:1", "GET", "/_mock/live", "1.1", 200, name="uvicorn.access")
    assert line["message"] == '127.0.0.1:1 - "GET /_mock/live HTTP/1.1" 200'
    assert (line["client"], line["method"], line["target"], line["status"]) == (
        "127.0.0.1:1",
        "GET",
        "/_mock/live",
        200,
    )


def test_what_python_would_print_is_logged() -> None:
    ended = subprocess.run(
        [sys.executable, "-W", "always", "-c", FAILING],
        env=environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=SECONDS,
        check=True,
    )
    lines = [json.loads(line) for line in ended.stderr.splitlines()]
    assert [(line["logger"], line["level"]) for line in lines] == [
        ("py.warnings", "warning"),
        ("mock_isales", "error"),
        ("mock_isales", "error"),
    ]
    assert "this is old" in lines[0]["message"]
    assert lines[1]["exception"].endswith("ValueError: why")
    assert lines[2]["exception"].endswith("KeyError: 'lost'")
