"""Bytes on a socket, for what no HTTP client would send."""

import socket
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPResponse

import httpx

from tests.conformance.build import valid
from tests.conformance.case import HEADERS
from tests.conformance.conversation import address
from tests.conformance.interfaces import Interface
from tests.conformance.servers import Double

SECONDS = 20


@contextmanager
def connection(double: Double) -> Iterator[socket.socket]:
    with closing(socket.create_connection((double.url.host, double.url.port or 80), SECONDS)) as connected:
        yield connected


def answer(connected: socket.socket, method: str = "POST") -> httpx.Response:
    """The next answer on the connection, read by the standard library's own reader."""
    with closing(HTTPResponse(connected, method=method)) as response:
        response.begin()
        content = response.read()
        request = httpx.Request(method, "http://raw/")
        return httpx.Response(response.status, headers=response.getheaders(), content=content, request=request)


def exchange(double: Double, sent: bytes, method: str = "POST") -> httpx.Response:
    with connection(double) as connected:
        connected.sendall(sent)
        return answer(connected, method)


def head(
    double: Double, to: Interface, *lines: str, path: str = "", headers: tuple[tuple[str, str], ...] = HEADERS
) -> bytes:
    """A request's head for a fresh campaign, with more header lines after the usual ones."""
    target = double.url.path.rstrip("/") + (path or address(double, to))
    host = f"Host: {double.url.host}:{double.url.port}"
    usual = [f"{name}: {value}" for name, value in headers]
    return "\r\n".join([f"POST {target} HTTP/1.1", host, *usual, *lines, "", ""]).encode("latin-1")


def call(double: Double, to: Interface) -> bytes:
    """A whole sound call."""
    body = valid(to)
    return head(double, to, f"Content-Length: {len(body)}") + body
