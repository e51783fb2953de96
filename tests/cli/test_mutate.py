"""`mock-isales mutate`: a command beside doubles that lie."""

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
    ended = run("mutate", "--json", *flags, "--", *PYTHON, command)
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
    assert len(lines) == 251
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


def test_a_command_that_fails_as_it_is_is_not_run_again() -> None:
    ended = run("mutate", "--", *PYTHON, "import sys; print('Error: no'); sys.exit(3)")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "mock-isales: the command fails as it is (status 3):\nError: no\n"


def test_a_command_is_needed() -> None:
    ended = run("mutate")
    assert ended.returncode == 2
    assert "name the command to run" in ended.stderr


def test_a_run_that_takes_too_long_has_noticed(tmp_path: Path) -> None:
    first = tmp_path / "first"
    command = f"import pathlib, time; p = pathlib.Path({str(first)!r}); p.exists() and time.sleep(600); p.touch()"
    ended = run("mutate", "--only", REPEATED, "--timeout", "3", "--", *PYTHON, command)
    assert (ended.returncode, ended.stdout.splitlines()[1]) == (0, f"  noticed   {REPEATED}  (took too long)")


def test_ctrl_c_tells_what_is_known_so_far(tmp_path: Path) -> None:
    runs = tmp_path / "runs"
    command = (
        f"import pathlib, time; p = pathlib.Path({str(runs)!r}); n = len(p.read_text()) if p.exists() else 0; "
        "p.write_text('x' * (n + 1)); n > 1 and time.sleep(600)"
    )
    with subprocess.Popen(
        [sys.executable, "-m", "mock_isales", "mutate", "--only", "skip:ON-*", "--", *PYTHON, command],
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        assert process.stderr is not None
        assert process.stderr.readline().startswith("mock-isales: 1/57 skip:ON-URI SURVIVES")
        os.killpg(process.pid, signal.SIGINT)
        told, _ = process.communicate(timeout=SECONDS)
    assert process.returncode == 130
    assert told.startswith("1 of 57 lies told, 0 noticed (0.0 %); 1 survives, 0 of them listed\n")
