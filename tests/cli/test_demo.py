"""`mock-isales demo`: a server and a client, from what is printed to how it ends."""

import os
import pty
import re
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from pathlib import Path

import httpx
import pytest

from tests.cli.trying import going_on
from tests.serving.processes import READY, SECONDS, environment, run

QUICK = ("demo", "--port", "0", "--rate", "0")
BEGINNING = """\
-- An ordinary morning
    1  ON 2/1 5 records                                         0200000   create data succeeded
    2  ON 1/6 1 record                                          0200000   create data succeeded
    3  ON 2/2 1 record, a number with hyphens                   02000002  参数包含非法字符
"""
ENDING = """\
mock-isales: 3 calls
  2  add_outbound_numbers  0200000   Success.
  1  add_outbound_numbers  02000002  The parameter contains invalid characters.
"""


def on_terminal(kind: str) -> str:
    """What a demo of three calls shows on a terminal."""
    ours, theirs = pty.openpty()
    ended = subprocess.run(
        [sys.executable, "-m", "mock_isales", *QUICK, "--calls", "3"],
        env=environment({"TERM": kind, "COLUMNS": "120"}),
        stdout=theirs,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        timeout=SECONDS,
        check=True,
    )
    os.close(theirs)
    pieces = []
    with suppress(OSError):  # as Linux says that nobody writes any more
        while piece := os.read(ours, 100_000):
            pieces.append(piece)
    os.close(ours)
    assert ended.stderr == ENDING
    return b"".join(pieces).decode().replace("\r\n", "\n")


def calls(*flags: str, number: int = 1, count: int = 25) -> list[str]:
    """What a demo prints of its calls."""
    ended = run(*QUICK, "--calls", str(count), "--seed-number", str(number), *flags)
    assert ended.returncode == 0, ended.stderr
    return ended.stdout.splitlines()[2:]


def test_it_says_where_all_is_and_then_tells_each_call() -> None:
    ended = run(*QUICK, "--calls", "3")
    ready, page, told = ended.stdout.split("\n", 2)
    assert ended.returncode == 0
    assert ready.startswith(READY)
    url = ready.removeprefix(READY)
    assert page == f"The page is at {url}/_mock/ui; the story is number 1; Ctrl-C ends it."
    assert told == BEGINNING
    assert ended.stderr == ENDING


def test_the_same_number_tells_the_same_at_any_rate_and_another_one_does_not() -> None:
    first = calls()
    assert calls("--rate", "500") == first
    assert calls(number=2) != first


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_cleanly(by: signal.Signals) -> None:
    with going_on("demo", "--port", "0", "--rate", "50") as process:
        assert process.stdout is not None
        lines = [process.stdout.readline() for _ in range(6)]
        process.send_signal(by)
        _, told = process.communicate(timeout=SECONDS)
        assert process.returncode == 0
    assert lines[2] == "-- An ordinary morning\n"
    assert re.fullmatch(r"mock-isales: \d+ calls\n( +\d+ .*\n)+", told)


def test_it_ends_at_once_however_long_it_waits() -> None:
    with going_on("demo", "--port", "0", "--rate", "0.0000000000000001") as process:
        assert process.stdout is not None
        assert [process.stdout.readline() for _ in range(4)][3].startswith("    1  ON")
        process.send_signal(signal.SIGINT)
        assert process.wait(SECONDS) == 0


def test_a_call_that_is_held_up_is_not_waited_for() -> None:
    with going_on("demo", "--port", "0", "--rate", "100") as process:
        assert process.stdout is not None
        url = process.stdout.readline().removeprefix(READY).strip()
        world = f"{url}/_mock/worlds/default"
        with httpx.Client(trust_env=False) as control:
            held = control.post(f"{world}/faults", json={"answer": {"latency": 20}}).json()["id"]
            while not any(
                each["hits"] for each in control.get(f"{world}/faults").json()["faults"] if each["id"] == held
            ):
                assert process.poll() is None
        process.send_signal(signal.SIGINT)
        out, told = process.communicate(timeout=10)
    assert process.returncode == 0
    assert "lost" not in out
    assert "the server has ended" not in told


def test_its_world_is_there_to_be_looked_at() -> None:
    with going_on("demo", "--port", "0", "--rate", "100") as process:
        assert process.stdout is not None
        url = process.stdout.readline().removeprefix(READY).strip()
        for _ in range(3):
            process.stdout.readline()
        world = f"{url}/_mock/worlds/default"
        campaigns = httpx.get(f"{world}/campaigns", trust_env=False).json()["campaigns"]
        assert len(campaigns) == 12
        assert {each["state"] for each in campaigns} == {"running", "paused", "completed", "draft"}
        assert len(httpx.get(f"{world}/faults", trust_env=False).json()["faults"]) == 5
        assert httpx.get(f"{world}/clock", trust_env=False).json()["mode"] == "manual"
        assert httpx.get(f"{url}/_mock/coverage", trust_env=False).status_code == 200


def test_on_a_terminal_it_is_one_line_that_changes() -> None:
    *_, shown = on_terminal("xterm").split("\n", 2)
    assert "2 accepted, 0 refused, 0 lost · An ordinary morning · ON 1/6 1 record → 0200000 create data" in shown
    assert "2 accepted, 1 refused, 0 lost · An ordinary morning · ON 2/2 1 record, a number with hyphens" in shown
    assert shown.count("\n") == 1
    assert "-- An" not in shown


def test_a_terminal_that_cannot_change_a_line_has_one_a_call() -> None:
    assert on_terminal("dumb").split("\n", 2)[2] == BEGINNING


def test_the_page_is_opened_where_that_is_asked_for(tmp_path: Path) -> None:
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {tmp_path}/opened\n')
    browser.chmod(0o755)
    ended = run(*QUICK, "--calls", "1", "--open", variables={"BROWSER": f"{browser} %s"})
    url = ended.stdout.splitlines()[0].removeprefix(READY)
    assert ended.returncode == 0
    assert (tmp_path / "opened").read_text() == f"{url}/_mock/ui"


def test_a_server_that_others_reach_tells_its_token_and_is_called_on_loopback() -> None:
    ended = run(*QUICK, "--calls", "1", "--host", "0.0.0.0")  # noqa: S104 - that is what is tested
    assert ended.returncode == 0
    assert re.match(r"mock-isales: /_mock asks for Authorization: Bearer \S{20,}\n", ended.stderr)
    assert "The page is at http://127.0.0.1:" in ended.stdout
    assert "0200000" in ended.stdout


def test_the_environment_does_not_lead_it_to_a_database_or_to_signatures(tmp_path: Path) -> None:
    database = tmp_path / "isales.db"
    variables = {"MOCK_ISALES_STORE": f"sqlite:///{database}", "MOCK_ISALES_AUTH": "c2", "MOCK_ISALES_TLS": "true"}
    ended = run(*QUICK, "--calls", "2", variables=variables)
    assert ended.returncode == 0
    assert ended.stdout.startswith(f"{READY}https://")
    assert ended.stdout.count("0200000") == 2
    assert not database.exists()


@pytest.mark.parametrize(
    ("flags", "told"),
    [
        (("--rate", "-1"), "--rate"),
        (("--rate", "fast"), "--rate"),
        (("--calls", "0"), "--calls"),
        (("--seed-number", "x"), "--seed-number"),
        (("--seednumber", "1"), "--seed-number"),
        (("--log-level", "inf"), "did you mean info?"),
    ],
)
def test_a_wrong_flag_is_answered_with_what_is_right(flags: tuple[str, ...], told: str) -> None:
    ended = run(*QUICK, *flags)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert told in " ".join(ended.stderr.split())
    assert "Traceback" not in ended.stderr


def test_a_port_in_use_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
        ended = run("demo", "--port", str(port))
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == (
        f"mock-isales: cannot listen at 127.0.0.1 port {port}: the port is in use; --port 0 takes a free one\n"
    )


def test_its_help_teaches() -> None:
    text = " ".join(run("demo", "--help").stdout.split())
    for each in ("--port", "--host", "--rate", "--calls", "--seed-number", "--open", "/_mock/ui", "Ctrl-C"):
        assert each in text
