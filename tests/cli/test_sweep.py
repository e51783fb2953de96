"""`mock-isales sweep`: a command under each reading of the documents."""

import json
import signal
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.cli.trying import began, beside, ends, going_on, in_time, only_quick_at_first
from tests.serving.processes import SECONDS, run

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
    ended = run("sweep", "--json", *flags, "--", *PYTHON, command, seconds=10 * SECONDS)
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


def test_what_is_expected_is_an_alternative_and_no_reading() -> None:
    ended = run("sweep", "--expect", "data_id_per", "--", *PYTHON, NEEDS_ONE_ID)
    told = "data_id_per is no alternative of a reading: did you mean data_id_per=number?"
    assert (ended.returncode, ended.stderr) == (2, f"mock-isales: {told}\n")


def test_alternatives_are_listed_with_what_they_decide() -> None:
    lines = run("sweep", "--list").stdout.splitlines()
    assert [line.partition(" ")[0] for line in lines] == ALTERNATIVES
    assert run("sweep", "--list", "--only", "content_type").stdout == (
        "content_type=fixed  Whether Content-Type may leave out its charset, or must be exactly the documented value.\n"
    )
    assert json.loads(run("sweep", "--list", "--json", "--only", "description_language=english").stdout) == [
        {
            "reading": "description_language=english",
            "decides": "Whether descriptions follow the locale header, or are always English.",
        }
    ]
    unknown = run("sweep", "--list", "--only", "content_types")
    assert (unknown.returncode, unknown.stdout) == (2, "")
    assert "did you mean content_type?" in unknown.stderr


def test_a_command_is_needed() -> None:
    ended = run("sweep")
    assert ended.returncode == 2
    assert "name the command to run" in ended.stderr


def test_a_run_that_takes_too_long_is_ended_and_breaks(tmp_path: Path) -> None:
    command = only_quick_at_first(tmp_path)
    ended = in_time(lambda seconds: run("sweep", "--only", "total_size", "--timeout", seconds, "--", *PYTHON, command))
    assert (ended.returncode, ended.stdout.splitlines()[1]) == (1, "  breaks  total_size=accepted  (took too long)")


def test_seed_and_settings_are_those_of_the_doubles() -> None:
    command = CALLS.replace("/1/calldata/1", "/1/calldata/77") + "assert answer['resultCode'] == '0200000'"
    status, _, _ = swept("--setting", "unknown_campaigns=create", "--only", "cap_counts", command=command)
    assert status == 0


@pytest.mark.parametrize(("by", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143)])
def test_a_signal_tells_what_is_known_so_far(tmp_path: Path, by: signal.Signals, status: int) -> None:
    with going_on("sweep", *beside(tmp_path, quick=2)) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("mock-isales: 1/18 data_id_key=datalist holds")
        child = began(tmp_path)
        process.send_signal(by)
        told, _ = process.communicate(timeout=SECONDS)
    assert process.returncode == status
    assert told.startswith("1 of 18 alternatives tried, 0 break the command\n  holds   data_id_key=datalist\n")
    assert ends(child)


def test_signatures_are_verified_where_that_is_asked_for() -> None:
    unsigned = CALLS.replace("json.loads(sending", "(sending").replace(".read()", "")
    ended = run("sweep", "--auth", "c2", "--access-key", "demo:secret", "--", *PYTHON, unsigned)
    assert ended.returncode == 2
    assert "HTTP Error 401" in ended.stderr
