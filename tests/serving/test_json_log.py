"""A server that logs as JSON: whatever it says, from its start to its end, every line can be parsed."""

import json
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from mock_isales.testing import Control
from tests.serving.processes import Server, run, serving

CALL_DATA = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
CALLER_NO = "/rest/isales/v1/openapi/campaigns/1/callerNo/1"
HEADERS = {"Authorization": "x", "Content-Type": "application/json"}
GOOD = {"callDataList": [{"called": [{"calledNo": "1"}]}]}
JSON = ("--log-format", "json", "--setting", "pace_interval=0", "--max-body", "1000")
FAULTS: tuple[dict[str, Any], ...] = (
    {"code": "any thing", "off_contract": True},
    {"status": 503},
    {"latency": 0.01},
    {"cut": 3},
    {"connection": "reset"},
)
BUG = """\
from mock_isales.engine.worlds import World
async def bug(*_): raise ZeroDivisionError("two\\nlines")
World.decide = bug
from mock_isales.cli import main
main()
"""


def parsed(log: str) -> list[Any]:
    """The lines of a log, each of which says when, how bad, by whom and what."""
    lines = [json.loads(line) for line in log.splitlines()]
    for line in lines:
        assert {"timestamp", "level", "logger", "process", "message"} <= line.keys()
        assert line["timestamp"].endswith("Z")
    return lines


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client(trust_env=False, headers=HEADERS, timeout=30) as client:
        yield client


def calls_of_all_kinds(server: Server, client: httpx.Client) -> None:
    """Calls that are accepted, refused by each part of the double, struck by faults, broken off, and none at all."""
    on = server.url + CALL_DATA
    client.post(on, json=GOOD)
    for number in ("1x", "1\n\ud800x"):
        client.post(on, content=json.dumps({"callDataList": [{"called": [{"calledNo": number}]}]}))
    client.post(server.url + CALLER_NO, json={"callerNo": [{"accessCode": "x" * 500, "priority": 1}]})
    client.post(on, json=GOOD, headers={"Authorization": ""})
    client.post(on, content=b"x" * 2000)
    client.post(f"{server.url}/rest/isales/v2/openapi/campaigns/%1b%0a/calldata/%ff", json=GOOD)
    client.get(on)
    client.get(f"{server.url}/nowhere%0a")
    client.post(on, json=GOOD, headers={"X-Mock-World": "w1"})
    client.post(f"{server.url}/w/no world{CALL_DATA}", json=GOOD)
    with Control(server.url) as control:
        faults = control.world().faults
        for fault in FAULTS:
            faults.add(first=1, **fault)
            try:
                client.post(on, json=GOOD)
            except httpx.TransportError:
                assert fault.keys() & {"cut", "connection"}
            faults.clear()
    client.get(f"{server.url}/_mock/nowhere")
    with socket.create_connection(server.address, 30) as connection:
        connection.sendall(b"\x00\xff\r\n\r\n")
        assert connection.recv(1)


@pytest.mark.parametrize("level", ["debug", "info", "error"])
def test_every_line_is_json_whatever_is_called(tmp_path: Path, client: httpx.Client, level: str) -> None:
    with serving(tmp_path, *JSON, "--log-level", level, variables={"MOCK_ISALES_PROT": "1"}) as server:
        calls_of_all_kinds(server, client)
        assert server.end() == 0
        assert server.process.stdout is not None
        assert server.process.stdout.read() == ""
    lines = parsed(server.log)
    loggers = {line["logger"] for line in lines}
    if level == "error":
        assert lines == []
    else:
        assert any("MOCK_ISALES_PROT is not known" in line["message"] for line in lines)
        clauses = {line.get("clause") for line in lines}
        assert {"ON-CALLEDNO-CHARACTERS", "ON-AUTHORIZATION", "ON-VDNID-TYPE"} - clauses == set()
        assert [line for line in lines if line["message"].startswith("ending; ")]
    assert ({"uvicorn.access", "uvicorn.error"} <= loggers) is (level == "debug")


def test_a_call_is_told_with_its_id_its_world_and_its_clause(tmp_path: Path, client: httpx.Client) -> None:
    with serving(tmp_path, *JSON, "--log-level", "debug") as server:
        refused = client.post(server.url + CALL_DATA, json={}, headers={"X-Mock-World": "w1"})
        accepted = client.post(server.url + CALL_DATA, json=GOOD)
        assert server.end() == 0
    first, second = (line for line in parsed(server.log) if line["logger"] == "mock_isales.calls")
    assert str(first["request_id"]) == refused.headers["X-Mock-Request"]
    assert (first["world"], first["operation"], first["vdn"], first["campaign"]) == (
        "w1",
        "add_outbound_numbers",
        "1",
        "1",
    )
    assert (first["level"], first["code"], first["field"]) == ("info", refused.json()["resultCode"], "callDataList")
    assert first["clause"].startswith("ON-CALLDATALIST-")
    assert 0 < first["duration"] < 30
    assert str(second["request_id"]) == accepted.headers["X-Mock-Request"]
    assert (second["level"], second["world"], second["code"]) == ("debug", "default", "0200000")
    assert "clause" not in second


def test_a_bug_is_told_with_its_traceback(tmp_path: Path, client: httpx.Client) -> None:
    with serving(tmp_path, *JSON, program=("-c", BUG)) as server:
        assert client.post(server.url + CALL_DATA, json=GOOD).status_code == 500
        assert server.end() == 0
    ours, uvicorns = (line for line in parsed(server.log) if line["level"] == "error")
    assert ours["message"] == f"POST {CALL_DATA} failed: ZeroDivisionError: two\nlines"
    assert uvicorns["logger"] == "uvicorn.error"
    assert uvicorns["exception"].endswith("ZeroDivisionError: two\nlines")


def test_a_token_that_was_made_is_told_whatever_the_level(tmp_path: Path) -> None:
    with serving(tmp_path, *JSON, "--host", "0.0.0.0", "--log-level", "error") as server:  # noqa: S104 - it asks for it
        assert server.end() == 0
    (line,) = parsed(server.log)
    assert line["message"].startswith("/_mock asks for Authorization: Bearer ")


@pytest.mark.parametrize(
    ("flags", "message"),
    [
        (("--log-format", "json", "--edition", "2025"), "--edition 2025: must be 2025-11 or 2025-03; did you mean"),
        (("--log-format=json", "--reading", "x"), "--reading x: must be NAME=VALUE"),
        (("--log-format=json", "--seed", "/nowhere/s.yaml"), "/nowhere/s.yaml: no such file or directory"),
        (("--log-format=json", "--host", ""), "cannot listen at '': "),
    ],
)
def test_why_it_does_not_start_is_told_as_json_too(flags: tuple[str, ...], message: str) -> None:
    ended = run("serve", "--port", "0", *flags)
    assert (ended.returncode, ended.stdout) == (2, "")
    (line,) = parsed(ended.stderr)
    assert line["level"] == "error"
    assert line["message"].startswith(message)


def test_the_variable_is_heard_before_the_others_are_judged() -> None:
    ended = run("serve", variables={"MOCK_ISALES_LOG_FORMAT": "json", "MOCK_ISALES_PORT": "x"})
    assert parsed(ended.stderr)[0]["message"].startswith("MOCK_ISALES_PORT=x: must be a whole number")


def test_a_form_that_is_none_is_told_in_text() -> None:
    ended = run("serve", "--log-format", "jsn")
    assert ended.stderr == "mock-isales: --log-format jsn: must be text or json; did you mean json?\n"
