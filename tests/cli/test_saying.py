"""What commands say on standard error, in text or as the log has it."""

import json
import logging
from collections.abc import Iterator

import pytest

from mock_isales.cli.saying import in_form, say, speak_as_told
from tests.serving.processes import run


@pytest.fixture
def _as_it_was(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    monkeypatch.setattr("mock_isales.serving.logs.catch_what_is_printed", lambda: None)
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    logging.getLogger("mock_isales").setLevel(logging.NOTSET)
    logging.getLogger("uvicorn").setLevel(logging.NOTSET)


def test_in_text_each_line_says_who_says_it(capsys: pytest.CaptureFixture[str]) -> None:
    say("one", "two")
    assert capsys.readouterr() == ("", "mock-isales: one\nmock-isales: two\n")
    assert in_form(("one",), logging.INFO) is None


@pytest.mark.usefixtures("_as_it_was")
def test_as_json_each_line_is_an_object(capsys: pytest.CaptureFixture[str]) -> None:
    speak_as_told({"log_format": "json"})
    say("one 100 %", "two", level=logging.DEBUG)
    lines = [json.loads(line) for line in capsys.readouterr().err.splitlines()]
    assert [(line["level"], line["message"]) for line in lines] == [("debug", "one 100 %"), ("debug", "two")]
    assert json.loads(in_form(("ready",), logging.INFO, url="x") or "")["url"] == "x"


@pytest.mark.parametrize(
    ("flags", "variable", "is_json"),
    [({}, "json", True), ({}, "text", False), ({"log_format": "text"}, "json", False), ({}, "", False)],
)
@pytest.mark.usefixtures("_as_it_was")
def test_the_flag_wins_over_the_variable(
    monkeypatch: pytest.MonkeyPatch, flags: dict[str, str], variable: str, *, is_json: bool
) -> None:
    monkeypatch.setenv("MOCK_ISALES_LOG_FORMAT", variable)
    speak_as_told(flags)
    assert (in_form(("x",), logging.INFO) is not None) is is_json


def test_what_a_command_beside_a_server_is_told_is_json_too() -> None:
    ended = run("run", "--log-format", "json", "--", "no-such-command-anywhere")
    assert ended.returncode == 127
    (line,) = ended.stderr.splitlines()
    assert json.loads(line)["message"].startswith("the command no-such-command-anywhere is not found")
    ended = run("run", "--log-format", "json", "--", "true")
    (line,) = ended.stderr.splitlines()
    assert json.loads(line)["message"].startswith("no calls; ")
