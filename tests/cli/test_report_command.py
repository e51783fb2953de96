"""`mock-isales report`."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import httpx
import pytest
from typer.testing import CliRunner

from mock_isales.cli.commands import app
from mock_isales.testing import World
from tests.cli.control import Shell

CALL_DATA = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
DOCUMENTED = "application/json; charset=UTF-8"
CLEAN = "made of 1 call\nnothing was found\n"


def add(world: World, number: str, content_type: str = DOCUMENTED, **others: object) -> None:
    body = json.dumps({"callDataList": [{"called": [{"calledNo": number}]}], **others})
    headers = {"Authorization": "x", "Content-Type": content_type}
    httpx.post(f"{world.url}{CALL_DATA}", content=body, headers=headers, trust_env=False)


def failing(shell: Shell, world: World, *flags: str) -> str:
    """What the command prints whose exit status says that something is wrong with the client."""
    arguments = ["report", "--world", world.name, "--url", shell.url, *flags]
    ended = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert (ended.exit_code, ended.stderr) == (1, ""), ended.output
    return ended.stdout


def test_a_client_that_does_nothing_wrong_has_an_empty_report_and_status_0(shell: Shell, world: World) -> None:
    add(world, "1")
    assert shell.run("report", "--world", world.name) == f"{world.name}: {CLEAN}"


def test_a_note_does_not_fail_a_client(shell: Shell, world: World) -> None:
    add(world, "1", zzz=1)
    assert "note unknown_field  zzz\n" in shell.run("report", "--world", world.name)


def test_what_is_wrong_is_told_and_the_status_is_1(shell: Shell, world: World) -> None:
    add(world, "1", "application/json")
    lines = failing(shell, world).splitlines()
    assert lines[:2] == [f"{world.name}: made of 1 call", "warning missing_charset  Content-Type"]
    assert "Content-Type缺少charset" in failing(shell, world, "--language", "zh")


def test_the_status_is_0_if_that_is_asked_for(shell: Shell, world: World) -> None:
    add(world, "1", "application/json")
    assert "missing_charset" in shell.run("report", "--exit-zero", "--world", world.name)


def test_it_is_printed_in_each_format(shell: Shell, world: World) -> None:
    add(world, "1", "application/json")
    assert json.loads(failing(shell, world, "--format", "json")) == world.report().model_dump(mode="json")
    assert json.loads(failing(shell, world, "--format", "sarif"))["version"] == "2.1.0"
    assert ET.fromstring(failing(shell, world, "--format", "junit")).get("failures") == "1"  # noqa: S314 - our own


def test_it_is_written_to_a_file(shell: Shell, world: World, tmp_path: Path) -> None:
    add(world, "1", "application/json")
    file = tmp_path / "report.xml"
    arguments = ["report", "--world", world.name, "--url", shell.url, "--format", "junit", "--out", str(file)]
    ended = CliRunner().invoke(app, arguments, catch_exceptions=False)
    assert (ended.exit_code, ended.stdout) == (1, "")
    assert ended.stderr == f"mock-isales: findings: 1, in {file}\n"
    assert file.read_text(encoding="utf-8").startswith("<?xml")


@pytest.mark.parametrize(
    ("flags", "line"),
    [
        (("--format", "sariff"), "--format sariff: must be one of json, text, sarif, junit; did you mean sarif?"),
        (("--format", "?"), "--format ?: must be one of json, text, sarif, junit"),
        (("--language", "de"), "--language de: must be one of en, zh"),
        (("--out", "/nowhere/x"), "--out /nowhere/x: No such file or directory"),
    ],
)
def test_what_cannot_be_done_is_told(shell: Shell, flags: tuple[str, ...], line: str) -> None:
    assert shell.told("report", *flags) == f"mock-isales: {line}\n"


def test_a_world_that_is_not_there_is_told(shell: Shell) -> None:
    assert shell.told("report", "--world", "no such").startswith("mock-isales: There is no world")
