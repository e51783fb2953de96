"""An answer that comes before the whole request: it reaches a client that sends on, as a load balancer may."""

import asyncio
import json
import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import httpx
import pytest

from mock_isales.serving.lingering import AT_MOST_SECONDS, IDLE_SECONDS, Lingering
from tests.serving.processes import Server, serving

CALL = b"POST /rest/isales/v2/openapi/campaigns/1/calldata/1 HTTP/1.1\r\nHost: x\r\n"
LENGTH = 32 * 1024 * 1024
"""More than is taken, and than the buffers of a connection hold."""
LARGE = f"Authorization: x\r\nContent-Length: {LENGTH}\r\n\r\n".encode()

Connect = Callable[[], socket.socket]


@pytest.fixture(scope="module", params=["plain", "tls"])
def connect(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Connect]:
    folder = tmp_path_factory.mktemp("server")
    with serving(folder, *(() if request.param == "plain" else ("--tls", "--tls-dir", str(folder)))) as server:
        yield lambda: connected(server)
        assert server.end() == 0
        assert "error" not in server.log


def connected(server: Server) -> socket.socket:
    connection = socket.create_connection(server.address, 30)
    if server.url.startswith("http:"):
        return connection
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context.wrap_socket(connection)


@pytest.mark.parametrize(
    ("head", "status"),
    [
        pytest.param(CALL + LARGE, 413, id="too large"),
        pytest.param(CALL + b"Connection: close\r\n" + LARGE.replace(b"Authorization: x\r\n", b""), 401, id="nobody's"),
        pytest.param(CALL.replace(b"v2", b"v9") + b"Connection: close\r\n" + LARGE, 404, id="nowhere"),
        pytest.param(b"GET /" + b"a" * 10_000, 414, id="too long"),
        pytest.param(b"hello\r\n\r\n", 400, id="malformed"),
    ],
)
def test_the_answer_arrives_although_the_client_sends_all_of_its_request_first(
    connect: Connect, head: bytes, status: int
) -> None:
    with closing(connect()) as connection, connection.makefile("rb") as answer:
        connection.sendall(head)
        connection.sendall(b"a" * LENGTH)
        assert int(answer.readline().split()[1]) == status
        headers = dict(line.rstrip().split(b": ", 1) for line in iter(answer.readline, b"\r\n"))
        assert headers[b"connection"] == b"close"
        assert json.loads(answer.read(int(headers[b"content-length"])))["status"] == status


def test_what_follows_such_a_request_is_not_taken(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        with closing(connected(server)) as connection, connection.makefile("rb") as answer:
            connection.sendall(CALL + LARGE)
            connection.sendall(bytes(LENGTH) + CALL + b"Authorization: x\r\n\r\n")
            assert answer.read().count(b"HTTP/1.1 ") == 1
        entries = httpx.get(f"{server.url}/_mock/worlds/default/journal", trust_env=False).json()["entries"]
        assert [entry["status"] for entry in entries] == [413]
        assert server.end() == 0


def test_a_server_that_ends_does_not_wait_for_it(tmp_path: Path) -> None:
    with serving(tmp_path) as server, closing(connected(server)) as connection:
        connection.sendall(CALL + LARGE)
        assert connection.recv(12) == b"HTTP/1.1 413"
        connection.sendall(b"a")
        assert server.end() == 0
        assert "no longer waited for" not in server.log


class Connection(asyncio.Transport):
    """Closed or not; time passes on command."""

    def __init__(self) -> None:
        super().__init__()
        self.closed = self.half_closed = False
        self._look: Callable[[], None] | None = None

    def can_write_eof(self) -> bool:
        return True

    def write_eof(self) -> None:
        self.half_closed = True

    def close(self) -> None:
        self.closed = True

    def call_later(self, seconds: float, look: Callable[[], None]) -> None:
        assert seconds == IDLE_SECONDS
        self._look = look

    def idle_seconds_pass(self) -> None:
        assert self._look is not None
        self._look()


def test_a_client_that_sends_nothing_more_is_not_waited_for() -> None:
    connection = Connection()
    lingering = Lingering(connection, connection.call_later)
    assert (connection.half_closed, connection.closed) == (True, False)
    lingering.data_received()
    connection.idle_seconds_pass()
    assert not connection.closed
    connection.idle_seconds_pass()
    assert connection.closed


def test_a_client_that_never_stops_is_left() -> None:
    connection = Connection()
    lingering = Lingering(connection, connection.call_later)
    for seconds in range(0, AT_MOST_SECONDS, IDLE_SECONDS):
        assert not connection.closed, seconds
        lingering.data_received()
        connection.idle_seconds_pass()
    assert connection.closed
