"""Connections that do not become TLS: closed, one line in the log, no traceback."""

import logging
import socket
import ssl
from collections.abc import Iterator

import pytest
from fastapi import FastAPI

from mock_isales.serving.tls.failures import why_no_handshake
from mock_isales.serving.tls.telling import Tls, tls_of
from mock_isales.settings import Settings
from tests.serving.tls.clients import LOOPS, Address, answer_to, connected, hello, lines, threaded, trusting

PLAIN = "plain HTTP was sent to the TLS port, and the connection is closed: the address begins with https://"
NO_TLS = "what is no TLS was sent to the TLS port, and the connection is closed"
OLD = "a TLS handshake failed: the client offers TLS 1.1 or older, and 1.2 is the oldest that is spoken here"


@pytest.fixture(scope="module")
def tls() -> Tls:
    tls = tls_of(Settings(tls=True))
    assert tls is not None
    return tls


@pytest.fixture(params=LOOPS)
def address(tls: Tls, request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[Address]:
    with caplog.at_level(logging.INFO), threaded(FastAPI(), tls, request.param) as address:
        yield address


@pytest.mark.parametrize("method", ["GET", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "HEAD", "CONNECT"])
def test_plain_http_is_closed_and_said_to_be_that(
    address: Address, caplog: pytest.LogCaptureFixture, method: str
) -> None:
    request = f"{method} / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100000\r\n\r\n".encode()
    assert b"HTTP" not in answer_to(address, request + b"x" * 100_000)
    assert lines(caplog) == [PLAIN]


def test_plain_http_that_comes_in_small_pieces_is_recognised(
    address: Address, caplog: pytest.LogCaptureFixture
) -> None:
    assert b"HTTP" not in answer_to(address, *(bytes([byte]) for byte in b"DELETE / HTTP/1.1\r\n\r\n"))
    assert lines(caplog) == [PLAIN]


@pytest.mark.parametrize("sent", [b"\0\1\2\3\4\5\6", b"hello\r\n\r\n", bytes(range(255, -1, -1)) * 1000, b"\r\n" * 10])
def test_garbage_is_closed_and_one_line(address: Address, caplog: pytest.LogCaptureFixture, sent: bytes) -> None:
    answer_to(address, sent)
    assert lines(caplog) == [NO_TLS]


def test_a_greeting_that_is_broken_is_one_line(address: Address, caplog: pytest.LogCaptureFixture) -> None:
    answer_to(address, b"\x16\3\1\0\4zzzz")
    (line,) = lines(caplog)
    assert line.startswith("a TLS handshake failed: ")


@pytest.mark.parametrize("version", [1, 2])
def test_tls_before_1_2_is_refused(address: Address, caplog: pytest.LogCaptureFixture, version: int) -> None:
    assert not answer_to(address, hello(version)).startswith(b"\x16")
    (line,) = lines(caplog)
    assert line.startswith(OLD)


def test_tls_1_2_is_not(address: Address, caplog: pytest.LogCaptureFixture) -> None:
    with socket.create_connection(address, 30) as connection:
        connection.sendall(hello(3))
        assert connection.recv(1) == b"\x16"
    assert lines(caplog) == []


def test_a_client_that_does_not_trust_the_authority_is_told_of(
    address: Address, caplog: pytest.LogCaptureFixture
) -> None:
    with (
        pytest.raises(ssl.SSLCertVerificationError, match="unable to get local issuer"),
        connected(address, ssl.create_default_context(cafile=None, cadata=_another_authority())),
    ):
        pass
    answer_to(address, b"\0\0\0\0\0\0")  # by now the alert has arrived
    assert lines(caplog) == [
        "a TLS handshake failed: the client does not trust the authority of the certificate (tlsv1 alert unknown ca)",
        NO_TLS,
    ]


def test_whoever_only_looks_whether_the_port_is_open_leaves_no_line(
    address: Address, caplog: pytest.LogCaptureFixture
) -> None:
    socket.create_connection(address, 30).close()
    with socket.create_connection(address, 30) as connection:
        connection.sendall(hello(3)[:7])
    answer_to(address, b"\0\0\0\0\0\0")  # by now both have gone
    assert lines(caplog) == [NO_TLS]


def test_the_server_goes_on(address: Address, tls: Tls) -> None:
    for sent in (b"GET / HTTP/1.1\r\n\r\n", b"\0" * 100, hello(2)):
        answer_to(address, sent)
    with connected(address, trusting(tls)) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        assert connection.recv(12) == b"HTTP/1.1 404"


@pytest.mark.parametrize(
    ("reason", "said"),
    [
        ("SSLV3_ALERT_BAD_CERTIFICATE", "the client refuses the certificate: it does not trust its authority, or "),
        ("SSLV3_ALERT_CERTIFICATE_UNKNOWN", "the client refuses the certificate: it does not trust its authority, or "),
        ("TLSV1_ALERT_PROTOCOL_VERSION", "the client speaks no version of TLS that is spoken here"),
        ("NO_SHARED_CIPHER", "no shared cipher"),
    ],
)
def test_a_failure_is_said_in_words(reason: str, said: str) -> None:
    error = ssl.SSLError(1, "text")
    error.reason = reason
    assert why_no_handshake(b"\x16\3\1", error).startswith(f"a TLS handshake failed: {said}")


def test_a_failure_without_a_reason_is_said_as_it_is() -> None:
    assert "what happened" in why_no_handshake(b"\x16", ssl.SSLError(1, "what happened"))


def _another_authority() -> str:
    other = tls_of(Settings(tls=True))
    assert other is not None
    assert other.ca_pem is not None
    return other.ca_pem
