"""`mock-isales journal` and `mock-isales why`."""

import json
import signal

import httpx
import pytest
from typer.testing import CliRunner

from mock_isales.cli.commands import app
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.testing import World
from tests.cli.control import Shell
from tests.cli.trying import going_on
from tests.served import served
from tests.serving.processes import SECONDS

CALL_DATA = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
EVIL = "\x1b[2J\x9b\u202e\x7f\n\u2028"


def add(world: World, number: str = "88888888", **others: object) -> None:
    """Add a record, without a charset."""
    body = {"callDataList": [{"called": [{"calledNo": number}], **others}]}
    headers = {"Authorization": "x", "Content-Type": "application/json"}
    httpx.post(f"{world.url}{CALL_DATA}", content=json.dumps(body), headers=headers, trust_env=False)


def test_the_newest_calls_are_shown_the_oldest_of_them_first(shell: Shell, world: World) -> None:
    for number in ("1", "2", "x"):
        add(world, number, sesionId="1")
    first, second = shell.run("journal", "--limit", "2", "--world", world.name).splitlines()
    assert (first[:3], second[:3]) == ("2  ", "3  ")
    assert "  0200000 Success.  " in first
    assert '  ON-CALLEDNO-CHARACTERS: callDataList[0].called[0].calledNo = "x"  ' in second
    assert second.endswith(
        " ms  ! Content-Type: no charset  ! callDataList[0].sesionId: unknown (did you mean sessionId?)"
    )


def test_calls_are_filtered(shell: Shell, world: World) -> None:
    add(world, "1", sessionId="a")
    add(world, "x", sessionId="b")
    flags = [
        ("--code", "02000002"),
        ("--clause", "ON-CALLEDNO-CHARACTERS"),
        ("--session", "b"),
        ("--called-number", "x"),
        ("--operation", "add_outbound_numbers", "--vdn", "1", "--campaign", "1", "--session", "b"),
        ("--status", "200", "--session", "b", "--since", "2020-01-01T00:00:00Z", "--until", "2079-01-01T00:00:00Z"),
    ]
    for each in flags:
        assert [line[:3] for line in shell.run("journal", *each, "--world", world.name).splitlines()] == ["2  "]
    assert shell.run("journal", "--fault", "1", "--world", world.name) == ""


def test_calls_are_shown_as_json(shell: Shell, world: World) -> None:
    add(world, EVIL)
    line = shell.run("journal", "--json", "--world", world.name)
    assert line.count("\n") == 1
    assert JournalEntry.model_validate_json(line) == world.journal.get(1)


@pytest.mark.parametrize(
    ("flags", "start"),
    [(("--operation", "x"), "operation: "), (("--since", "x"), "since: "), (("--world", "x y"), "There")],
)
def test_a_wrong_filter_is_told(shell: Shell, flags: tuple[str, ...], start: str) -> None:
    assert shell.told("journal", *flags).startswith(f"mock-isales: {start}")


def test_what_the_journal_had_no_room_for_is_noted() -> None:
    with served("--journal-max", "0") as url:
        httpx.get(f"{url}/nowhere", trust_env=False)
        ended = CliRunner().invoke(app, ["journal", "--url", url])
    assert (ended.exit_code, ended.stdout) == (0, "")
    assert ended.stderr == "mock-isales: the journal of 0 bytes had no room for 1 of the calls\n"


@pytest.mark.parametrize(
    ("end", "status", "note"), [(signal.SIGINT, 130, ""), (None, 0, "mock-isales: the world {} has ended\n")]
)
def test_calls_are_followed_until_ctrl_c_or_the_world_ends(
    world: World, end: signal.Signals | None, status: int, note: str
) -> None:
    add(world, "1")
    variables = {"MOCK_ISALES_URL": world.url.partition("/w/")[0]}
    with going_on("journal", "--follow", "--world", world.name, variables=variables) as process:
        assert process.stdout is not None
        assert process.stdout.readline().startswith("1  ")
        add(world, "2")
        assert process.stdout.readline().startswith("2  ")
        if end is None:
            world.end()
        else:
            process.send_signal(end)
        out, err = process.communicate(timeout=SECONDS)
    assert (process.returncode, out, err) == (status, "", note.format(world.name))
    if end is None:
        add(world)


def test_the_newest_refused_call_is_explained(shell: Shell, world: World) -> None:
    add(world, "+1")
    add(world, "2")
    text = shell.run("why", "--world", world.name)
    assert text.startswith("Call 1: POST /w/")
    assert "\nRefused by ON-CALLEDNO-CHARACTERS; nothing was stored.\n" in text
    assert '\n  => "1"\n' in text
    assert shell.run("why", "last", "--world", world.name) == text
    assert shell.run("why", "1", "--world", world.name) == text
    assert shell.run("why", "1", "--language", "zh", "--world", world.name).startswith("调用1：POST /w/")
    assert shell.run("why", "2", "--world", world.name).splitlines()[2].startswith("Accepted: 1 record ")


def test_an_explanation_is_shown_as_json(shell: Shell, world: World) -> None:
    add(world, EVIL)
    told = json.loads(shell.run("why", "--json", "--world", world.name))
    assert (told["id"], told["outcome"], told["clause"]["id"]) == (1, "refused", "ON-CALLEDNO-CHARACTERS")


def test_an_explanation_does_not_steer_the_terminal(shell: Shell, world: World) -> None:
    add(world, EVIL, **{EVIL: 1})
    text = shell.run("why", "--world", world.name)
    assert all(each.isprintable() for each in text.replace("\n", ""))


@pytest.mark.parametrize(
    ("call", "says"),
    [
        ("x", "the id of a call is a number, or last"),
        ("7", "The journal has no call 7"),
        ("last", "None of the 0 calls"),
    ],
)
def test_what_cannot_be_explained_is_told(shell: Shell, world: World, call: str, says: str) -> None:
    assert says in shell.told("why", call, "--world", world.name)
