"""A server that ends with connections open: what is under way finishes, nothing keeps it, and the log says what was."""

import re
import signal
import socket
import threading
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from mock_isales.testing import Control
from tests.serving.faults.clients import BODY, HEADERS, PATH
from tests.serving.processes import Server, run, serving

MOST_SECONDS = 2
HEAD = f"POST {PATH} HTTP/1.1\r\nHost: x\r\n"
CALL = "".join(
    [HEAD, *(f"{name}: {value}\r\n" for name, value in HEADERS.items()), f"Content-Length: {len(BODY)}\r\n\r\n"]
)
WAIT = "/_mock/worlds/default/journal/wait"
STREAM = "/_mock/worlds/default/journal/stream"
READY = "GET /_mock/ready HTTP/1.1\r\nHost: localhost\r\n\r\n"
SLOW = """\
import asyncio, os, sys
from mock_isales.engine.worlds import World
decide = World.decide
async def slowly(*told):
    print("under way", file=sys.stderr, flush=True)
    while not os.path.exists({done!r}): await asyncio.sleep(0.005)
    return await decide(*told)
World.decide = slowly
from mock_isales.cli import main
main()
"""


@contextmanager
def connected(server: Server, sent: str) -> Iterator[socket.socket]:
    """A connection on which something was sent."""
    with socket.create_connection(server.address, 30) as connection:
        connection.sendall(sent.encode())
        yield connection


def until(happened: Callable[[], object]) -> None:
    """Wait until something has happened, for a bounded time."""
    patience = time.monotonic() + 30
    while not happened():
        assert time.monotonic() < patience
        time.sleep(0.005)


def received(connection: socket.socket) -> str:
    """All that still comes on a connection."""
    told = bytearray()
    while more := connection.recv(65536):
        told += more
    return told.decode()


def end(server: Server, *signals: signal.Signals) -> float:
    """End a server; how many seconds it takes."""
    began = time.monotonic()
    for each in signals or (signal.SIGTERM,):
        server.process.send_signal(each)
    assert server.process.wait(30) == 0
    return time.monotonic() - began


def ending(server: Server) -> dict[str, int]:
    """What the log says of what was waited for and what was closed, where there was any."""
    (line,) = [line for line in server.log.splitlines() if "ending; waited for: " in line]
    found = re.findall(
        r"(?:[;,:] |: )?([a-z][a-z -]+) (\d+)", line.partition("waited for: ")[2].replace("closed: ", "")
    )
    return {what: int(count) for what, count in found if count != "0"}


def is_fast(seconds: float) -> bool:
    return seconds < MOST_SECONDS


def test_idle_connections_are_closed(tmp_path: Path) -> None:
    with serving(tmp_path) as server, connected(server, "") as silent, connected(server, READY) as kept:
        assert kept.recv(65536).startswith(b"HTTP/1.1 200 ")
        assert is_fast(end(server))
        assert received(silent) == received(kept) == ""
    assert ending(server) == {"idle connections": 2}
    assert "warning" not in server.log


@pytest.mark.parametrize("half", [HEAD, HEAD[:5], CALL, f"{CALL}{BODY[:-1]}"])
def test_requests_that_are_half_sent_are_not_waited_for(tmp_path: Path, half: str) -> None:
    with serving(tmp_path) as server, connected(server, half) as connection:
        with httpx.Client(trust_env=False) as client:
            assert client.get(f"{server.url}/_mock/ready").status_code == 200  # what was sent before has arrived
        assert is_fast(end(server))
        assert received(connection) == ""
    assert ending(server)["half-sent requests"] == 1
    assert "warning" not in server.log


@pytest.mark.parametrize("fault", [{"latency": 600}, {"drip": {"bytes": 1, "seconds": 600}}])
def test_answers_that_a_fault_holds_up_are_not_waited_for(tmp_path: Path, fault: dict[str, object]) -> None:
    with serving(tmp_path) as server, Control(server.url) as control:
        world = control.world()
        world.faults.add(**fault)  # type: ignore[arg-type] # said by keywords
        with connected(server, CALL + BODY):
            until(lambda: world.faults.list()[0].hits)
            assert is_fast(end(server))
    told = ending(server)
    assert (told["answers held up"], told.get("calls under way")) == (1, None)
    assert "warning" not in server.log


def test_who_waits_for_calls_or_follows_them_is_told(tmp_path: Path) -> None:
    with (
        serving(tmp_path) as server,
        httpx.Client(base_url=server.url, trust_env=False, timeout=20) as client,
        client.stream("GET", STREAM) as stream,
        ThreadPoolExecutor() as waiting,
    ):
        lines = stream.iter_lines()
        assert next(lines) == ": connected"
        answer = waiting.submit(client.post, WAIT, json={"count": 9, "timeout": 600})
        until(lambda: client.get("/_mock/worlds").json()["worlds"][0]["waiting"] == 2)
        assert is_fast(end(server))
        assert [line for line in lines if line] == ["event: ended", 'data: {"what":"server"}']
        told = answer.result()
    assert (told.status_code, told.json()["type"]) == (503, "urn:mock-isales:problem:draining")
    assert told.json()["detail"] == "The server is ending. No more calls will come that could be waited for."
    assert told.headers["connection"] == "close"
    assert ending(server) == {"waiting or following": 2, "idle connections": 1}


@contextmanager
def slow_call(folder: Path) -> Iterator[tuple[Server, socket.socket, Path]]:
    """A server with a call under way, which is decided once a file is there; `/_mock/ready` is asked behind it."""
    done = folder / "done"
    with (
        serving(folder, program=("-c", SLOW.format(done=str(done)))) as server,
        connected(server, CALL + BODY + READY) as connection,
    ):
        until(lambda: "under way" in server.log)
        yield server, connection, done


def test_calls_under_way_finish_and_readiness_says_that_it_ends(tmp_path: Path) -> None:
    with slow_call(tmp_path) as (server, connection, done):
        began = time.monotonic()
        server.process.send_signal(signal.SIGTERM)
        until(lambda: "ending; " in server.log)
        with pytest.raises(ConnectionRefusedError):
            socket.create_connection(server.address, 30)
        done.touch()
        first, second = received(connection).split("HTTP/1.1 ")[1:]
        assert server.process.wait(30) == 0
        assert is_fast(time.monotonic() - began)
    assert first.startswith("200 OK")
    assert '"resultCode":"0200000"' in first
    assert second.startswith("503 Service Unavailable")
    assert "connection: close" in second
    assert "urn:mock-isales:problem:draining" in second
    assert ending(server) == {"calls under way": 1}
    assert "warning" not in server.log


def test_what_is_asked_while_it_ends_is_answered_and_closes_the_connection(tmp_path: Path) -> None:
    with slow_call(tmp_path) as (server, connection, done):
        server.process.send_signal(signal.SIGTERM)
        until(lambda: "ending; " in server.log)
        connection.sendall(READY.encode() * 3)
        done.touch()
        assert received(connection).count("HTTP/1.1 503 ") == 1
        assert server.process.wait(30) == 0


def test_calls_that_do_not_finish_are_broken_off_and_told_of(tmp_path: Path) -> None:
    with slow_call(tmp_path) as (server, _, _):
        assert is_fast(end(server))
    assert "warning: ending; after 1 s no longer waited for: calls 1, connections 1" in server.log


@pytest.mark.parametrize("second", [signal.SIGTERM, signal.SIGINT])
def test_a_second_signal_waits_for_nothing(tmp_path: Path, second: signal.Signals) -> None:
    with slow_call(tmp_path) as (server, _, _):
        server.process.send_signal(signal.SIGTERM)
        until(lambda: "ending; " in server.log)
        assert end(server, second) < 1
    assert "warning: ending at once; not waited for: calls 1, connections 1" in server.log


def test_a_client_that_reads_nothing_does_not_keep_it(tmp_path: Path) -> None:
    with serving(tmp_path) as server, socket.socket() as connection:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.settimeout(30)
        connection.connect(server.address)
        asking = "GET /_mock/openapi.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
        sending = threading.Thread(target=_send_all, args=(connection, asking.encode() * 200), daemon=True)
        sending.start()
        assert connection.recv(1) == b"H"
        assert is_fast(end(server))
        connection.close()
        sending.join(30)


def _send_all(connection: socket.socket, content: bytes) -> None:
    try:
        connection.sendall(content)
    except OSError:
        return


def test_a_server_with_nobody_connected_says_nothing_at_its_end(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        assert is_fast(end(server))
    assert "ending" not in server.log


def test_a_command_that_has_ended_leaves_no_line_of_it() -> None:
    ended = run("run", "--quiet", "--", "true")
    assert (ended.returncode, ended.stderr) == (0, "")
