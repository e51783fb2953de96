"""`mock-isales sweep`: a command under each reading of the documents."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.serving.processes import SECONDS, environment, run

PYTHON = (sys.executable, "-c")
CALLS = """
import json, os, sys, urllib.request as sending
body = json.dumps({"callDataList": [{"called": [{"calledNo": "1"}, {"calledNo": "2"}]}]}).encode()
headers = {"Authorization": "x", "Content-Type": "application/json; charset=UTF-8"}
url = os.environ["MOCK_ISALES_URL"] + "/rest/isales/v2/openapi/campaigns/1/calldata/1"
answer = json.loads(sending.build_opener(sending.ProxyHandler({})).open(sending.Request(url, body, headers)).read())
"""
NEEDS_ONE_ID = CALLS + "assert len(answer['returnObject']['dataIdList']) == 1, 'one data id'"
ALTERNATIVES = [
    "data_id_key=datalist",
    "data_id_per=number",
    "total_size=accepted",
    "cap_counts=number",
    "duplicate_scope=call",
    "duplicate_scope=campaign",
    "sessionless_records=separate",
    "pace_counts=accepted",
    "refusing_states=completed_running",
    "content_type=fixed",
    "special_characters=printed",
    "text_length=codepoints",
    "validation_codes=umbrella",
    "failure_return_object=null",
    "json_types=coerce",
    "description_language=english",
    "c2_empty_query_line=accept",
    "ivr_call_data=json",
]
BREAKING = ["data_id_key=datalist", "data_id_per=number", "refusing_states=completed_running"]


def swept(*flags: str, command: str = NEEDS_ONE_ID) -> tuple[int, dict[str, Any], str]:
    """The exit status, the report in JSON, and what is told on standard error."""
    ended = run("sweep", "--json", *flags, "--", *PYTHON, command)
    return ended.returncode, json.loads(ended.stdout or "{}"), ended.stderr


def test_all_alternatives_are_tried_and_those_that_break_the_command_are_told() -> None:
    status, report, progress = swept("-j", "2")
    results = report["results"]
    assert (status, report["tried"], report["of"]) == (1, 18, 18)
    assert [each["reading"] for each in results] == ALTERNATIVES
    assert [each["reading"] for each in results if each["breaks"]] == BREAKING
    assert "KeyError: 'dataIdList'" in results[0]["output"]
    assert progress.count("\n") == 18


def test_the_report_says_what_is_read_otherwise_and_what_failed_first() -> None:
    ended = run("sweep", "--only", "data_id_per", "--", *PYTHON, NEEDS_ONE_ID)
    first, second, empty, title, *failure = ended.stdout.splitlines()
    assert (first, second, empty) == (
        "1 of 1 alternatives tried, 1 break the command",
        "  breaks  data_id_per=number",
        "",
    )
    assert title.startswith("data_id_per=number: Whether the list has one entry a record, or one a called number.")
    assert failure == ["    AssertionError: one data id"]
    assert ended.stderr.startswith("mock-isales: 1/1 data_id_per=number breaks (")


def test_what_is_expected_to_break_is_no_failure() -> None:
    flags = [word for each in BREAKING for word in ("--only", each, "--expect", each)]
    ended = run(
        "sweep", *flags, "--expect", "ivr_call_data=json", "--only", "ivr_call_data", "--", *PYTHON, NEEDS_ONE_ID
    )
    assert ended.returncode == 0
    assert "  breaks  data_id_per=number  (as expected)\n" in ended.stdout
    assert "  holds   ivr_call_data=json  (expected to break: it need not be said any more)\n" in ended.stdout


def test_a_command_that_fails_as_it_is_is_not_swept() -> None:
    ended = run("sweep", "--", *PYTHON, "import sys; print('Error: no'); sys.exit(3)")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "mock-isales: the command fails as it is (status 3):\nError: no\n"


@pytest.mark.parametrize("flag", ["--only", "--expect"])
def test_a_reading_that_there_is_not_is_told_the_nearest(flag: str) -> None:
    ended = run("sweep", flag, "data_id_per=numbr", "--", *PYTHON, NEEDS_ONE_ID)
    assert (ended.returncode, ended.stdout) == (2, "")
    told = "data_id_per=numbr is no alternative of a reading: did you mean data_id_per=number?"
    assert ended.stderr == f"mock-isales: {told}\n"


def test_a_command_is_needed() -> None:
    ended = run("sweep")
    assert ended.returncode == 2
    assert "name the command to run" in ended.stderr


def test_a_run_that_takes_too_long_is_ended_and_breaks(tmp_path: Path) -> None:
    first = tmp_path / "first"
    command = f"import pathlib, time; p = pathlib.Path({str(first)!r}); p.exists() and time.sleep(600); p.touch()"
    status, report, _ = swept("--only", "total_size", "--timeout", "3", command=command)
    assert (status, report["results"][0]["took_too_long"]) == (1, True)


def test_seed_and_settings_are_those_of_the_doubles() -> None:
    command = CALLS.replace("/1/calldata/1", "/1/calldata/77") + "assert answer['resultCode'] == '0200000'"
    status, _, _ = swept("--setting", "unknown_campaigns=create", "--only", "cap_counts", command=command)
    assert status == 0


def test_ctrl_c_tells_what_is_known_so_far(tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    command = (
        f"import pathlib, time; p = pathlib.Path({str(runs)!r}); n = len(p.read_text()) if p.exists() else 0; "
        "p.write_text('x' * (n + 1)); n > 1 and time.sleep(600)"
    )
    with subprocess.Popen(
        [sys.executable, "-m", "mock_isales", "sweep", "--", *PYTHON, command],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("mock-isales: 1/18 data_id_key=datalist holds")
        os.killpg(process.pid, signal.SIGINT)
        told, _ = process.communicate(timeout=SECONDS)
    assert process.returncode == 130
    assert told.startswith("1 of 18 alternatives tried, 0 break the command\n  holds   data_id_key=datalist\n")
