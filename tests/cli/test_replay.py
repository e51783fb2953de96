"""`mock-isales replay`."""

import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from typer.testing import CliRunner, Result

from mock_isales.cli import replaying
from mock_isales.cli.commands import app
from mock_isales.control.forms.replays import Replayed
from mock_isales.testing import Control, World
from tests.cli.control import Shell
from tests.control.recordings import CHROME, entry, har
from tests.serving.processes import SECONDS, environment

TARGET = "POST /rest/isales/v2/openapi/campaigns/1/calldata/1"
EVIL = "\x1b[2J\u202e"

Recorded = Callable[[object], str]


@pytest.fixture
def recorded(tmp_path: Path) -> Recorded:
    """Writes a recording to a file; its name."""

    def write(said: object) -> str:
        file = tmp_path / "calls.har"
        file.write_text(said if isinstance(said, str) else json.dumps(said), encoding="utf-8")
        return str(file)

    return write


def ended(world: World, *arguments: str, stdin: str | None = None) -> Result:
    url = world.url.partition("/w/")[0]
    command = ["replay", *arguments, "--world", world.name, "--url", url]
    return CliRunner().invoke(app, command, input=stdin, catch_exceptions=False)


def told(world: World, file: str, *flags: str) -> str:
    """What the command says that cannot do what it was told."""
    done = ended(world, file, *flags)
    assert (done.exit_code, done.stdout) == (2, "")
    return done.stderr


def test_a_line_tells_what_became_of_each_call(shell: Shell, world: World, recorded: Recorded) -> None:
    assert shell.run("replay", recorded(CHROME), "--world", world.name) == (
        "0  GET /logo.png  skipped: it is no documented call\n"
        "1  OPTIONS /rest/isales/v2/openapi/campaigns/1/calldata/1  skipped: it is no documented call: the method of "
        "add_outbound_numbers is POST\n"
        f"2  {TARGET}  0200000 -> 0200000  same\n"
        "1 same, 0 different, 2 skipped\n"
    )


def test_where_an_answer_differs_the_status_is_1(world: World, recorded: Recorded) -> None:
    done = ended(world, recorded(har(entry(200, {"resultCode": "0200022", "resultDesc": f"快{EVIL}"}))))
    assert done.exit_code == 1
    assert done.stdout == (
        f'0  {TARGET}  0200022 -> 0200000  ! resultCode: "0200022" -> "0200000"  '
        '! resultDesc: "快\\u001b[2J\\u202e" -> "create data succeeded"  '
        "! totalSize: null -> 1  ! dataIds: null -> 1\n"
        "0 same, 1 different, 0 skipped\n"
    )


def test_it_is_told_as_json(world: World, recorded: Recorded) -> None:
    done = ended(world, recorded(har(entry(), entry(201))), "--json")
    found = [Replayed.model_validate_json(line) for line in done.stdout.splitlines()]
    assert [(each.index, each.outcome) for each in found] == [(0, "same"), (1, "different")]
    assert done.exit_code == 1


def test_the_clock_can_be_the_recorded_one(shell: Shell, world: World, recorded: Recorded) -> None:
    shell.run("replay", recorded(CHROME), "--clock", "recorded", "--world", world.name)
    (made,) = world.journal.entries().entries
    assert made.at.isoformat() == "2026-11-21T10:00:00.108000+00:00"


def test_a_recording_comes_by_standard_input_too(world: World) -> None:
    done = ended(world, "-", stdin="\ufeff" + json.dumps(CHROME))
    assert done.stdout.endswith("1 same, 0 different, 2 skipped\n")


def test_a_long_recording_is_sent_in_portions(
    world: World, recorded: Recorded, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(replaying, "_LONGEST", 1000)
    done = ended(world, recorded(har(*[entry()] * 250)))
    assert done.exit_code == 0
    assert [line.split()[0] for line in done.stdout.splitlines()[:-1]] == [str(number) for number in range(250)]
    assert done.stdout.endswith("250 same, 0 different, 0 skipped\n")


def test_what_was_exported_is_replayed(shell: Shell, world: World, tmp_path: Path) -> None:
    world.replay(har(*[entry()] * 3))
    file = tmp_path / "calls.har"
    shell.run("export", "har", "--out", str(file), "--world", world.name)
    world.reset()
    assert shell.run("replay", str(file), "--world", world.name).endswith("3 same, 0 different, 0 skipped\n")


@pytest.mark.parametrize(
    ("said", "line"),
    [
        ("{", "{} is not JSON: Expecting property name enclosed in double quotes: line 1 column 2 (char 1)"),
        (
            "[" * 100_000,
            "{} is not JSON: maximum recursion depth exceeded while decoding a JSON array from a unicode string",
        ),
        ("[]", "{} is not HAR: it must have a list at log.entries"),
        ('{"log": 1}', "{} is not HAR: it must have a list at log.entries"),
        ('{"log": {"entries": {}}}', "{} is not HAR: it must have a list at log.entries"),
        (har({}), "log.entries[0].request: is missing"),
    ],
)
def test_what_is_no_recording_is_told(world: World, recorded: Recorded, said: object, line: str) -> None:
    file = recorded(said)
    assert told(world, file).startswith(f"mock-isales: {line.format(file)}")


def test_a_place_is_told_as_it_is_in_the_whole(world: World, recorded: Recorded) -> None:
    done = ended(world, recorded(har(*[entry()] * 120, {"request": {}})))
    assert done.exit_code == 2
    first, second, *_ = done.stderr.splitlines()
    assert first == "mock-isales: the 100 calls before have been replayed"
    assert second.startswith("mock-isales: log.entries[120].request.method: is missing")
    assert done.stdout.count("\n") == 100


def test_a_file_that_is_not_there_is_told(world: World) -> None:
    assert told(world, "/nowhere.har") == "mock-isales: /nowhere.har cannot be read: No such file or directory\n"


def test_a_world_that_is_not_there_is_made(shell: Shell, recorded: Recorded) -> None:
    name = f"new-{uuid4()}"
    with Control(shell.url) as control:
        shell.run("replay", recorded(har(entry())), "--world", name)
        assert control.world(name).journal.count() == 1
        control.world(name).end()
    assert shell.told("replay", recorded(har()), "--world", "no name").startswith("mock-isales: ")


def test_a_wrong_clock_is_told(world: World, recorded: Recorded) -> None:
    assert "did you mean recorded?" in told(world, recorded(CHROME), "--clock", "recordet")


def test_a_terminal_sees_how_far_it_is(world: World, recorded: Recorded) -> None:
    url = world.url.partition("/w/")[0]
    command = [sys.executable, "-m", "mock_isales", "replay", recorded(CHROME), "--world", world.name]
    ours, theirs = pty.openpty()
    variables: dict[str, Any] = environment({"MOCK_ISALES_URL": url, "TERM": "xterm"})
    try:
        done = subprocess.run(
            command, env=variables, stdout=subprocess.PIPE, stderr=theirs, timeout=SECONDS, check=True, text=True
        )
        shown = os.read(ours, 65_536).decode()
    finally:
        os.close(ours)
        os.close(theirs)
    assert "replaying" in shown
    assert "100%" in shown
    assert done.stdout.endswith("1 same, 0 different, 2 skipped\n")
