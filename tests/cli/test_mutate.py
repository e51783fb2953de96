"""`mock-isales mutate`: a command beside doubles that lie."""

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
body = json.dumps({"callDataList": [{"called": [{"calledNo": "1"}]}]}).encode()
headers = {"Authorization": "x", "Content-Type": "application/json; charset=UTF-8"}
url = os.environ["MOCK_ISALES_URL"] + "/rest/isales/v2/openapi/campaigns/1/calldata/1"
answer = json.loads(sending.build_opener(sending.ProxyHandler({})).open(sending.Request(url, body, headers)).read())
assert answer["resultCode"] == "0200000" and type(answer["returnObject"]["dataIdList"][0]["dataId"]) is str
"""
DATA_IDS = ("--only", "*:ON-DATA-ID:dataId", "--only", "repeated:*")
"""Three lies: that a dataId is missing, that it is a number, and one that a call with one record cannot notice."""
REPEATED = "repeated:ON-DATA-ID"


OPERATIONS = "add_calling_numbers or add_outbound_numbers"
TOO_FAST = "Calls for one campaign are at least 1 second apart."


def mutated(*flags: str, command: str = CALLS) -> tuple[int, dict[str, Any], str]:
    """The exit status, the report in JSON, and what is told on standard error."""
    ended = run("mutate", "--json", *flags, "--", *PYTHON, command, seconds=10 * SECONDS)
    return ended.returncode, json.loads(ended.stdout or "{}"), ended.stderr


def survivors(folder: Path, text: str) -> str:
    path = folder / "survivors.yaml"
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_lies_that_no_test_notices_are_told() -> None:
    status, report, progress = mutated("-j", "2", *DATA_IDS)
    results = report["results"]
    assert (status, report["tried"], report["of"], report["noticed"], report["share"]) == (1, 3, 3, 2, 66.7)
    assert {each["lie"]: each["noticed"] for each in results} == {
        "drop:ON-DATA-ID:dataId": True,
        "type:ON-DATA-ID:dataId": True,
        REPEATED: False,
    }
    assert results[-1]["sentence"] == {
        "english": "All records have the dataId of the first.",
        "chinese": "所有数据的dataId均与第一条相同。",
    }
    assert "AssertionError" in results[1]["output"]
    assert "--lie type:ON-DATA-ID:dataId: what this double answers" in results[1]["output"]
    assert progress.count("\n") == 3


def test_survivors_that_are_listed_are_no_failure(tmp_path: Path) -> None:
    listed = survivors(tmp_path, f"{REPEATED}: we add one record at a time\ntype:ON-DATA-ID:dataId: they are opaque\n")
    ended = run("mutate", *DATA_IDS, "--survivors", listed, "--", *PYTHON, CALLS)
    assert ended.returncode == 0
    assert ended.stdout.splitlines() == [
        "3 of 3 lies told, 2 noticed (66.7 %); 1 survives, 1 of them listed",
        f"  survives  {REPEATED}  All records have the dataId of the first.  (listed: we add one record at a time)",
        "  noticed   type:ON-DATA-ID:dataId  (listed as a survivor: it need not be any more)",
    ]


def test_the_share_that_is_noticed_may_be_asked_for(tmp_path: Path) -> None:
    listed = survivors(tmp_path, '"*:ON-DATA-ID*": we use none of them\n')
    status, report, _ = mutated("--only", REPEATED, "--survivors", listed, "--fail-under", "1")
    assert (status, report["share"], report["unneeded"]) == (1, 0.0, [])
    assert report["results"][0]["reason"] == "we use none of them"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("skip:ON-PACES: x\n", ":1: skip:ON-PACES is no lie; did you mean skip:ON-PACE?"),
        ("x: y\n", ":1: x is no lie; mock-isales mutate --list tells which there are"),
        ("\nskip:ON-PACE: ' '\n", ":2: skip:ON-PACE: needs a reason, in words"),
        ("skip:ON-PACE:\n", ":1: skip:ON-PACE: needs a reason, in words"),
        ("- skip:ON-PACE\n", ":1: must be a mapping of a lie's name to the reason why it survives"),
        ("skip:ON-PACE: a\nskip:ON-PACE: b\n", ":2: skip:ON-PACE: the key stands twice, first in line 1"),
        ("a: [\n", ":2: column 1: not YAML"),
    ],
)
def test_a_list_of_survivors_that_is_none_is_told_where(tmp_path: Path, text: str, line: str) -> None:
    path = survivors(tmp_path, text)
    ended = run("mutate", "--survivors", path, "--", *PYTHON, CALLS)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(f"mock-isales: {path}{line}")


def test_an_empty_list_lists_none_and_a_missing_one_is_told(tmp_path: Path) -> None:
    status, report, _ = mutated("--only", REPEATED, "--survivors", survivors(tmp_path, ""))
    assert (status, report["noticed"]) == (1, 0)
    missing = run("mutate", "--survivors", str(tmp_path / "no.yaml"), "--", *PYTHON, CALLS)
    assert (missing.returncode, missing.stderr) == (
        2,
        f"mock-isales: {tmp_path / 'no.yaml'}: no such file or directory\n",
    )
    (tmp_path / "binary").write_bytes(b"\xff")
    binary = run("mutate", "--survivors", str(tmp_path / "binary"), "--", *PYTHON, CALLS)
    assert binary.stderr == f"mock-isales: {tmp_path / 'binary'}: not UTF-8; save the file as UTF-8\n"


@pytest.mark.parametrize(
    ("flags", "line"),
    [
        (("--only", "skip:ON-PAC"), "skip:ON-PAC is no lie; did you mean skip:ON-PACE?"),
        (
            ("--operation", "add_outbound"),
            f"add_outbound is no operation: it must be {OPERATIONS}; did you mean add_outbound_numbers?",
        ),
        (
            ("--only", "skip:CN-*", "--operation", "add_outbound_numbers"),
            "no lie about add_outbound_numbers fits skip:CN-*",
        ),
    ],
)
def test_what_chooses_no_lie_is_told(flags: tuple[str, ...], line: str) -> None:
    for words in (("mutate", *flags, "--", *PYTHON, CALLS), ("mutate", "--list", *flags)):
        ended = run(*words)
        assert (ended.returncode, ended.stdout, ended.stderr) == (2, "", f"mock-isales: {line}\n")


def test_lies_are_listed_with_their_sentences() -> None:
    lines = run("mutate", "--list").stdout.splitlines()
    assert len(lines) == 253
    assert "limit:ON-CAP:+1" in {line.split()[0] for line in lines}
    assert run("mutate", "--list", "--only", "stale:*").stdout == (
        "stale:ON-TOTAL-SIZE  totalSize is that before the call.\n"
    )
    assert json.loads(run("mutate", "--list", "--json", "--only", "code:ON-PACE").stdout) == [
        {
            "lie": "code:ON-PACE",
            "about": "ON-PACE",
            "operation": "add_outbound_numbers",
            "sentence": {
                "english": f"0200024 is answered instead of 0200022: {TOO_FAST}",
                "chinese": "以0200024代替0200022响应：同一外呼活动的接口调用间隔不小于1秒。",
            },
        }
    ]


def test_lies_about_points_that_are_left_out_are_not_told(tmp_path: Path) -> None:
    file = tmp_path / "omit.yaml"
    file.write_text("ON-PACE: we wait\nON-CAP*: we are few\n", encoding="utf-8")
    lines = run("mutate", "--list", "--only", "*:ON-PACE*", "--only", "*:ON-CAP*", "--cov-omit", str(file)).stdout
    assert [line.split()[0] for line in lines.splitlines()] == ["limit:ON-PACE:+1"]
    ended = run("mutate", "--only", "skip:ON-PACE", "--cov-omit", str(file), "--", *PYTHON, CALLS)
    assert (ended.returncode, ended.stderr) == (2, "mock-isales: all lies that fit skip:ON-PACE are left out\n")
    file.write_text("CN*: we only add records\n", encoding="utf-8")
    left = run("mutate", "--list", "--json", "--cov-omit", str(file))
    assert {each["operation"] for each in json.loads(left.stdout)} == {"add_outbound_numbers"}
    file.write_text("CN*: we only add records\nON*: we do not\n", encoding="utf-8")
    assert run("mutate", "--list", "--cov-omit", str(file)).stderr == "mock-isales: all lies are left out\n"


def test_a_list_of_points_that_is_none_is_told(tmp_path: Path) -> None:
    file = tmp_path / "omit.yaml"
    file.write_text("ON-PACES: we wait\n", encoding="utf-8")
    for words in (("--list",), ("--", *PYTHON, CALLS)):
        ended = run("mutate", "--cov-omit", str(file), *words)
        assert (ended.returncode, ended.stdout) == (2, "")
        assert ended.stderr == f"mock-isales: {file}: ON-PACES is no point of coverage; the nearest is ON-PACE\n"


def test_a_command_that_fails_as_it_is_is_not_run_again() -> None:
    ended = run("mutate", "--", *PYTHON, "import sys; print('Error: no'); sys.exit(3)")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "mock-isales: the command fails as it is (status 3):\nError: no\n"


def test_a_command_is_needed() -> None:
    ended = run("mutate")
    assert ended.returncode == 2
    assert "name the command to run" in ended.stderr


def test_a_run_that_takes_too_long_has_noticed(tmp_path: Path) -> None:
    command = only_quick_at_first(tmp_path)
    ended = in_time(lambda seconds: run("mutate", "--only", REPEATED, "--timeout", seconds, "--", *PYTHON, command))
    assert (ended.returncode, ended.stdout.splitlines()[1]) == (0, f"  noticed   {REPEATED}  (took too long)")


def test_a_command_that_takes_too_long_as_it_is_is_told_so() -> None:
    ended = run("mutate", "--timeout", "0.1", "--", *PYTHON, "import time; time.sleep(600)")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith("mock-isales: the command takes longer than 0.1 s as it is:\n")


@pytest.mark.parametrize("flag", [("--timeout", "nan"), ("--timeout", "0"), ("--fail-under", "nan")])
def test_numbers_that_limit_nothing_are_refused(flag: tuple[str, str]) -> None:
    ended = run("mutate", *flag, "--", *PYTHON, CALLS)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert f"Invalid value for '{flag[0]}'" in ended.stderr


@pytest.mark.parametrize(("by", "status"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)])
def test_a_signal_ends_all_and_tells_what_is_known_so_far(tmp_path: Path, by: signal.Signals, status: int) -> None:
    with going_on("mutate", "--only", "skip:ON-*", *beside(tmp_path, quick=2)) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("mock-isales: 1/57 skip:ON-URI SURVIVES")
        child = began(tmp_path)
        process.send_signal(by)
        told, _ = process.communicate(timeout=SECONDS)
    assert process.returncode == status
    assert told.startswith("1 of 57 lies told, 0 noticed (0.0 %); 1 survives, 0 of them listed\n")
    assert ends(child)


def test_a_signal_while_the_command_runs_as_it_is_says_that_nothing_is_known(tmp_path: Path) -> None:
    with going_on("mutate", *beside(tmp_path, quick=0)) as process:
        child = began(tmp_path)
        process.send_signal(signal.SIGINT)
        told, said = process.communicate(timeout=SECONDS)
    assert (process.returncode, told) == (130, "")
    assert said == "mock-isales: broken off while the command was run as it is: nothing is known yet\n"
    assert ends(child)


def test_flags_of_the_doubles_are_handed_on() -> None:
    command = (
        "import os; assert os.environ['MOCK_ISALES_AK'] == 'demo'; "
        "assert os.environ['MOCK_ISALES_URL'].startswith('https:')"
    )
    flags = ("--auth", "c2", "--access-key", "demo:secret", "--tls", "--reading", "total_size=accepted")
    status, report, _ = mutated(*flags, "--only", REPEATED, command=command)
    assert (status, report["noticed"]) == (1, 0)
