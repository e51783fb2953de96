"""How TLS connections end: with all that was written, and without waiting for a client that says no goodbye."""

import logging
import socket
import ssl
import time
from collections.abc import Iterator

import pytest
from fastapi import FastAPI, Response

from mock_isales.serving.tls.telling import Tls, tls_of
from mock_isales.settings import Settings
from tests.serving.tls.clients import LOOPS, Address, connected, hello, lines, threaded, trusting

LARGE = 2_000_000
REQUEST = b"GET /large HTTP/1.1\r\nHost: x\r\n\r\n"
LAST_REQUEST = b"GET /large HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"


@pytest.fixture(scope="module")
def tls() -> Tls:
    tls = tls_of(Settings(tls=True))
    assert tls is not None
    return tls


@pytest.fixture
def app() -> FastAPI:
    app = FastAPI()

    @app.get("/large")
    async def large() -> Response:
        return Response(b"x" * LARGE)

    return app


@pytest.fixture(params=LOOPS)
def address(
    app: FastAPI, tls: Tls, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture
) -> Iterator[Address]:
    with caplog.at_level(logging.INFO), threaded(app, tls, request.param) as address:
        yield address
    assert lines(caplog) == []


def read_all(connection: ssl.SSLSocket, size: int = 65536) -> bytes:
    """What comes until the server says goodbye; an end without it is an error."""
    received = bytearray()
    while more := connection.recv(size):
        received += more
    return bytes(received)


def test_an_answer_arrives_whole_before_the_connection_is_closed(address: Address, tls: Tls) -> None:
    with connected(address, trusting(tls)) as connection:
        connection.sendall(LAST_REQUEST)
        assert len(read_all(connection).partition(b"\r\n\r\n")[2]) == LARGE


@pytest.mark.parametrize("loop", LOOPS)
def test_answers_arrive_whole_that_nobody_has_read_yet_when_more_is_asked(app: FastAPI, tls: Tls, loop: str) -> None:
    with threaded(app, tls, loop) as address, socket.create_connection(address, 30) as plain:
        plain.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 65536)
        with trusting(tls).wrap_socket(plain, server_hostname="localhost") as connection:
            connection.sendall(REQUEST * 2 + LAST_REQUEST)
            assert read_all(connection).count(b"x") == 3 * LARGE


def test_a_client_that_says_no_goodbye_is_not_waited_for(address: Address, tls: Tls) -> None:
    with socket.create_connection(address, 30) as plain:
        incoming, outgoing = ssl.MemoryBIO(), ssl.MemoryBIO()
        connection = trusting(tls).wrap_bio(incoming, outgoing, server_hostname="localhost")
        _shake_hands(connection, incoming, outgoing, plain)
        connection.write(b"GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        plain.sendall(outgoing.read())
        began = time.monotonic()
        while plain.recv(65536):
            pass
        assert time.monotonic() - began < 5  # the event loops would wait for 30 s


@pytest.mark.filterwarnings("ignore::ResourceWarning")  # uvloop's, of connections that are half made
@pytest.mark.parametrize("loop", LOOPS)
def test_the_server_ends_with_connections_that_are_open_or_half_made(
    app: FastAPI, tls: Tls, loop: str, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO):
        with threaded(app, tls, loop) as address:
            silent, half = (socket.create_connection(address, 30) for _ in range(2))
            half.sendall(hello(3))
            assert half.recv(1) == b"\x16"
            opened = trusting(tls).wrap_socket(socket.create_connection(address, 30), server_hostname="localhost")
            began = time.monotonic()
        assert time.monotonic() - began < 2
        assert read_all(opened) == b""
    for connection in (silent, half, opened):
        connection.close()
    (told,) = lines(caplog)
    assert told.startswith(
        "ending; waited for: calls under way 0, waiting or following 0; closed: idle connections 1, "
    )


def _shake_hands(
    connection: ssl.SSLObject, incoming: ssl.MemoryBIO, outgoing: ssl.MemoryBIO, plain: socket.socket
) -> None:
    while True:
        try:
            connection.do_handshake()
        except ssl.SSLWantReadError:
            plain.sendall(outgoing.read())
            incoming.write(plain.recv(65536))
        else:
            plain.sendall(outgoing.read())
            return
