"""`mock-isales export`."""

import json
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from mock_isales.control.forms.hars import Har
from mock_isales.testing import World
from tests.cli.control import Shell
from tests.serving.processes import SECONDS, environment

CALL_DATA = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
EVIL = "\x1b[2J\x9b\u202e\x7f\n中"


def add(world: World, number: str = "88888888", session: str = "s") -> None:
    body = {"callDataList": [{"sessionId": session, "called": [{"calledNo": number}]}]}
    headers = {"Authorization": "x", "Content-Type": "application/json"}
    content = json.dumps(body, ensure_ascii=False)
    httpx.post(f"{world.url}{CALL_DATA}", content=content.encode(), headers=headers, trust_env=False)


def test_calls_are_printed_as_har(shell: Shell, world: World) -> None:
    add(world, session=EVIL)
    add(world, "x")
    text = shell.run("export", "har", "--world", world.name)
    assert (text.count("\n"), text.isascii(), "\x7f" in text) == (1, True, False)
    assert json.loads(text) == world.journal.har()
    assert [each.response.status for each in Har.model_validate_json(text).log.entries] == [200, 200]


def test_calls_are_filtered(shell: Shell, world: World) -> None:
    add(world, "1", "a")
    add(world, "x", "b")
    for flags in [
        ("--code", "02000002"),
        ("--clause", "ON-CALLEDNO-CHARACTERS"),
        ("--session", "b", "--status", "200", "--vdn", "1", "--campaign", "1", "--operation", "add_outbound_numbers"),
        ("--called-number", "x", "--since", "2020-01-01T00:00:00Z", "--until", "2079-01-01T00:00:00Z"),
    ]:
        (entry,) = json.loads(shell.run("export", "har", *flags, "--world", world.name))["log"]["entries"]
        assert entry["_id"] == 2
    assert json.loads(shell.run("export", "har", "--fault", "1", "--world", world.name))["log"]["entries"] == []


def test_har_is_written_to_a_file(shell: Shell, world: World, tmp_path: Path) -> None:
    add(world)
    file = tmp_path / "calls.har"
    assert shell.run("export", "har", "--out", str(file), "--world", world.name) == ""
    assert json.loads(file.read_text()) == world.journal.har()


def test_a_file_that_cannot_be_written_is_told(shell: Shell, world: World, tmp_path: Path) -> None:
    told = shell.told("export", "har", "--out", str(tmp_path), "--world", world.name)
    assert told == f"mock-isales: {tmp_path} cannot be written: Is a directory\n"


@pytest.mark.parametrize("kind", ["curl", "pytest"])
def test_a_call_is_printed_as_something_to_run(shell: Shell, world: World, kind: str) -> None:
    add(world, session="中")
    told = {"curl": world.journal.as_curl, "pytest": world.journal.as_pytest}[kind](1)
    assert shell.run("export", kind, "1", "--world", world.name) == told
    assert "中" in told


@pytest.mark.parametrize("kind", ["curl", "pytest"])
def test_what_is_printed_is_utf_8_and_steers_no_terminal(world: World, kind: str) -> None:
    add(world, session=f"中{EVIL}")
    command = [sys.executable, "-m", "mock_isales", "export", kind, "1", "--world", world.name]
    url = world.url.partition("/w/")[0]
    variables = environment({"MOCK_ISALES_URL": url, "PYTHONIOENCODING": "ascii"})
    done = subprocess.run(command, env=variables, capture_output=True, timeout=SECONDS, check=True)
    assert done.stderr == b""
    assert all(each.isprintable() or each == "\n" for each in done.stdout.decode())


@pytest.mark.parametrize("kind", ["curl", "pytest"])
def test_a_call_that_is_not_kept_is_told(shell: Shell, world: World, kind: str) -> None:
    told = shell.told("export", kind, "7", "--world", world.name)
    assert told.startswith("mock-isales: The journal has no call 7. It keeps none")
