"""Servers in a thread, on each event loop, and what clients send them before TLS is spoken."""

import logging
import socket
import ssl
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from threading import Event

import pytest
from fastapi import FastAPI

from mock_isales.serving.listening import listen
from mock_isales.serving.server import Server
from mock_isales.serving.tls.telling import Tls

SECONDS = 30
LOOPS = [
    "asyncio",
    pytest.param("uvloop", marks=pytest.mark.skipif(find_spec("uvloop") is None, reason="this system has no uvloop")),
]

Address = tuple[str, int]


@contextmanager
def threaded(app: FastAPI, tls: Tls, loop: str) -> Iterator[Address]:
    """A server in a thread; it has ended without an error when the block ends."""
    ready = Event()
    with listen("127.0.0.1", 0) as listener, ThreadPoolExecutor() as threads:
        server = Server(app, ready.set, lambda: 0, tls.context)
        server.config.loop = loop
        ended = threads.submit(server.run, [listener])
        try:
            assert ready.wait(SECONDS)
            yield listener.getsockname()
        finally:
            server.should_exit = True
            ended.result(SECONDS)


def trusting(tls: Tls) -> ssl.SSLContext:
    """A client's context that trusts the server's authority and no other."""
    return ssl.create_default_context(cadata=tls.ca_pem)


@contextmanager
def connected(address: Address, context: ssl.SSLContext, name: str = "localhost") -> Iterator[ssl.SSLSocket]:
    with (
        socket.create_connection(address, SECONDS) as plain,
        context.wrap_socket(plain, server_hostname=name) as connection,
    ):
        yield connection


def answer_to(address: Address, *sent: bytes) -> bytes:
    """What comes back for bytes that are sent as they are, until the server closes the connection."""
    received = b""
    with socket.create_connection(address, SECONDS) as connection, suppress(ConnectionResetError, BrokenPipeError):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        for each in sent:
            connection.sendall(each)
        while more := connection.recv(65536):
            received += more
    return received


def hello(version: int) -> bytes:
    """A TLS greeting of a client that knows one version.

    Args:
        version: 1 is TLS 1.0, 3 is TLS 1.2.
    """
    ciphers = bytes.fromhex("c009c02bc013002f")
    curves_and_signatures = bytes.fromhex("000a00040002 0017000d00060004 04030203")
    body = b"".join(
        [
            bytes([3, version]),
            bytes(32),
            b"\0",
            len(ciphers).to_bytes(2) + ciphers,
            b"\1\0",
            len(curves_and_signatures).to_bytes(2) + curves_and_signatures,
        ]
    )
    handshake = b"\1" + len(body).to_bytes(3) + body
    return b"\x16\3\1" + len(handshake).to_bytes(2) + handshake


def lines(caplog: pytest.LogCaptureFixture) -> list[str]:
    """What was logged while the server ran, at whatever level; none of it has a traceback."""
    ours = [record for record in caplog.records if record.levelno > logging.DEBUG]
    assert [record for record in ours if record.levelno > logging.INFO or record.exc_info] == []
    return [record.getMessage() for record in ours if record.name == "mock_isales"]
