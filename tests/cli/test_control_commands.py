"""`mock-isales worlds`, `reset`, `clock` and `fault`."""

import socket

import pytest

from mock_isales.cli.world_commands import PARTS
from mock_isales.engine.resets import Part
from mock_isales.testing import World
from tests.cli.control import Shell


def test_worlds_are_listed_in_a_table(shell: Shell, world: World) -> None:
    world.clock.freeze("2026-11-21T10:00:00Z")
    world.faults.add(code="0200001")
    head, *rows = shell.run("worlds").splitlines()
    assert head.split() == ["WORLD", "CLOCK", "CAMPAIGNS", "CALLS", "DROPPED", "FAULTS", "IDLE"]
    row = next(row for row in rows if row.startswith(world.name))
    *told, idle, unit = row.split()
    assert told == [world.name, "2026-11-21T10:00:00.000000Z", "frozen", "1", "0", "0", "1"]
    assert (idle.isdecimal(), unit) == (True, "s")  # on a busy machine it may be more than 0
    assert row.index("2026") == head.index("CLOCK")


def test_a_world_is_reset_whole_or_in_parts(shell: Shell, world: World) -> None:
    world.faults.add(code="0200001")
    assert shell.run("reset", "journal", "--world", world.name) == f"{world.name}: journal as the seed says\n"
    assert len(world.faults.list()) == 1
    assert shell.run("reset", "--world", world.name) == f"{world.name}: all as the seed says\n"
    assert world.faults.list() == []


def test_a_part_that_is_not_known_is_answered_with_what_was_meant(shell: Shell, world: World) -> None:
    line = shell.told("reset", "journl", "--world", world.name)
    assert line.startswith("mock-isales: only[0]: ")
    assert "did you mean journal?" in line


def test_help_names_the_parts_that_there_are() -> None:
    assert PARTS.split(", ") == [part.value for part in Part]


def test_a_clock_goes_every_way(shell: Shell, world: World) -> None:
    def clock(*arguments: str) -> str:
        return shell.run("clock", *arguments, "--world", world.name)

    assert clock().endswith("Z  real\n")
    assert clock("freeze", "2026-11-21T10:00:00Z") == "2026-11-21T10:00:00.000000Z  frozen\n"
    assert clock("freeze") == "2026-11-21T10:00:00.000000Z  frozen\n"
    assert clock("advance", "1.5") == "2026-11-21T10:00:01.500000Z  frozen\n"
    assert clock("advance", "-2") == "2026-11-21T09:59:59.500000Z  frozen\n"
    assert clock("manual", "0.25") == "2026-11-21T09:59:59.500000Z  manual, 0.25 s a call\n"
    assert clock("offset", "-3600").endswith("Z  offset by -3600 s\n")
    assert clock("real").endswith("Z  real\n")


@pytest.mark.parametrize(
    ("arguments", "line"),
    [
        (("advance",), "clock advance: must be a number of seconds, as in clock advance 1.5"),
        (("offset", "x"), "clock offset x: must be a number of seconds, as in clock offset 1.5"),
        (("real", "5"), "clock real 5: a real clock shows the host's time; offset and freeze take a value"),
        (("freze",), "clock freze: must be one of freeze, advance, offset, manual, real; did you mean freeze?"),
        (("xxx",), "clock xxx: must be one of freeze, advance, offset, manual, real"),
    ],
)
def test_a_slip_of_the_clock_is_told(shell: Shell, arguments: tuple[str, ...], line: str) -> None:
    assert shell.told("clock", *arguments) == f"mock-isales: {line}\n"


@pytest.mark.parametrize(
    ("arguments", "start"),
    [(("freeze", "yesterday"), "now: "), (("advance", "1e10"), "seconds: "), (("advance", "nan"), "")],
)
def test_what_the_server_refuses_is_told(shell: Shell, arguments: tuple[str, ...], start: str) -> None:
    line = shell.told("clock", *arguments)
    assert line.startswith(f"mock-isales: {start}")
    assert line.count("\n") == 1


def test_faults_are_set_listed_and_taken_away(shell: Shell, world: World) -> None:
    def fault(*arguments: str) -> str:
        return shell.run("fault", *arguments, "--world", world.name)

    first = "1  add_outbound_numbers  campaign=1  first=2  answer code=0200006  seen 0  hits 0\n"
    assert fault("add", "--operation", "add_outbound_numbers", "--campaign=1", "--first=2", "--code=0200006") == first
    second = "2  any operation  answer status=503  until hits=3  seen 0  hits 0\n"
    assert fault("add", "--status", "503", "--until-hits", "3") == second
    assert fault("list") == first + second
    assert fault("clear", "1") == ""
    assert fault("list") == second
    assert fault("clear") == fault("list") == ""


@pytest.mark.parametrize(
    ("flags", "line"),
    [
        (("--vdn=1", "--nth=2", "--code=0200001"), "vdn=1  nth=2  answer code=0200001"),
        (("--session=s", "--every=2", "--code=0200006"), "session=s  every=2  answer code=0200006"),
        (("--called-number=1", "--after=2", "--latency=1"), "called_number=1  after=2  answer latency=1.0"),
        (("--probability=0.5", "--seed=7", "--latency=0.5"), "probability=0.5 seed=7  answer latency=0.5"),
        (("--latency-uniform", "1", "2"), 'answer latency={"uniform": [1.0, 2.0], "seed": 0}'),
        (
            ("--latency-log-normal", "1", "2", "--latency-seed=4"),
            'answer latency={"log_normal": {"median": 1.0, "sigma": 2.0}, "seed": 4}',
        ),
        (("--connection=reset", "--applied"), "answer connection=reset applied=true"),
        (("--connection=empty",), "answer connection=empty"),
        (("--cut=40", "--status=503"), "answer status=503 cut=40"),
        (("--drip-bytes=8",), 'answer drip={"bytes": 8, "seconds": 0.05}'),
        (("--drip-seconds=1",), 'answer drip={"bytes": 1, "seconds": 1.0}'),
        (("--code=0200001", "--counts-for-pace"), "answer code=0200001  counts_for_pace"),
        (("--code=9", "--off-contract", "--until-seconds=5"), "answer code=9  off_contract  until seconds=5.0"),
        (
            ("--code=0200001", "--until-time=2030-01-01T00:00:00Z"),
            "answer code=0200001  until time=2030-01-01T00:00:00.000000Z",
        ),
    ],
)
def test_every_kind_of_fault_has_its_flags(shell: Shell, world: World, flags: tuple[str, ...], line: str) -> None:
    added = shell.run("fault", "add", *flags, "--world", world.name)
    assert added == f"1  any operation  {line}  seen 0  hits 0\n"
    assert shell.run("fault", "list", "--world", world.name) == added


def test_a_fault_that_cannot_be_is_told(shell: Shell, world: World) -> None:
    told = [
        shell.told("fault", "add", *flags, "--world", world.name)
        for flags in [
            ("--code", "0200066"),
            ("--latency-uniform", "2", "1"),
            ("--first=1", "--nth=1", "--status=500"),
            ("--connection", "rest"),
            ("--cut=1", "--applied"),
            (),
        ]
    ]
    starts = [
        "answer.code: ",
        "answer.latency.uniform: ",
        "when: first and nth exclude each other",
        "answer.connection: ",
        "answer.applied: ",
        "answer: ",
    ]
    for line, start in zip(told, starts, strict=True):
        assert line.startswith(f"mock-isales: {start}")
    assert shell.told("fault", "clear", "9", "--world", world.name).startswith("mock-isales: There is no fault 9.")


COMMANDS = [("worlds",), ("reset",), ("clock",), ("journal",), ("clauses",), ("fault", "list")]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_server_that_is_not_there_is_told(command: tuple[str, ...]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        url = f"http://127.0.0.1:{taken.getsockname()[1]}"
        assert Shell(url).told(*command) == (
            f"mock-isales: nothing answers at {url} (connection refused): start one with `mock-isales serve`, or name "
            "it with --url\n"
        )


@pytest.mark.parametrize("command", COMMANDS)
def test_help_names_the_flags_that_all_have(command: tuple[str, ...]) -> None:
    text = " ".join(Shell("").run(*command, "--help").split())
    assert "[MOCK_ISALES_URL; default: http://127.0.0.1:28080]" in text
    assert "[MOCK_ISALES_CONTROL_TOKEN]" in text
    assert "--world WORLD" in text or command == ("worlds",)


def test_wrong_addresses_and_tokens_are_told() -> None:
    told = Shell("nowhere").told("worlds")
    assert told == "mock-isales: 'nowhere' is no address of a server: it must be like http://127.0.0.1:28080\n"
    assert Shell("http://x").told("worlds", "--token", "a b") == (
        "mock-isales: the token must be printable ASCII, without spaces\n"
    )


def test_a_world_that_is_not_there_is_told(shell: Shell) -> None:
    assert shell.told("clock", "--world", "nowhere").startswith("mock-isales: There is no world nowhere.")
