"""Clients that go away from faulty answers leave nothing behind, and nothing is said of them."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest

from mock_isales.testing import Control
from tests.serving.faults.clients import BODY, PATH
from tests.serving.processes import Server, serving

HEAD = f"Host: x\r\nAuthorization: x\r\nContent-Type: application/json\r\nContent-Length: {len(BODY)}\r\n\r\n"
CALL = f"POST {PATH} HTTP/1.1\r\n{HEAD}{BODY}".encode()


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with serving(tmp_path, "--setting", "pace_interval=0", "--log-level", "warning") as server:
        yield server


def send(server: Server, *calls: bytes, answered: bool) -> None:
    """Send calls on a connection, and leave; once the first byte of an answer has come, if one will."""
    with socket.create_connection(server.address, 30) as connection:
        connection.sendall(b"".join(calls))
        try:
            assert bool(connection.recv(1)) is answered
        except ConnectionResetError:
            assert not answered


def end_quietly(server: Server) -> None:
    """End it; where an answer kept it waiting until its grace was over, its log would say so."""
    assert server.end() == 0
    assert server.log == ""


@pytest.mark.parametrize("fault", [{"connection": "reset"}, {"connection": "empty"}, {"cut": 5}])
def test_requests_that_are_pipelined_behind_a_broken_answer(server: Server, fault: dict[str, object]) -> None:
    with Control(server.url) as control:
        world = control.world()
        world.faults.add(first=3, **fault)  # type: ignore[arg-type] # said by keywords
        for _ in range(3):
            send(server, CALL, CALL, answered="cut" in fault)
        assert world.journal.count() == 3
    end_quietly(server)


@pytest.mark.parametrize(
    "fault", [{"latency": 600}, {"latency": 600, "connection": "reset"}, {"drip": {"seconds": 600}}]
)
def test_a_server_that_ends_waits_for_no_answer_that_is_held_up(server: Server, fault: dict[str, object]) -> None:
    with Control(server.url) as control:
        control.world().faults.add(**fault)  # type: ignore[arg-type] # said by keywords
    with socket.create_connection(server.address, 30) as one, socket.create_connection(server.address, 30) as other:
        for connection in (one, other):
            connection.sendall(CALL)
        with Control(server.url) as control:
            while control.world().faults.list()[0].hits < 2:
                pass
        end_quietly(server)


def test_an_answer_that_drips_for_hours(server: Server) -> None:
    with Control(server.url) as control:
        world = control.world()
        world.faults.add(drip={"bytes": 1, "seconds": 600})
        for _ in range(3):
            send(server, CALL, CALL, answered=True)
        assert world.journal.count() == 3
    end_quietly(server)
