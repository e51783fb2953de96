"""What arrives on a connection that is not a plain HTTP/1.1 request."""

import json
import socket
from collections.abc import Iterator
from contextlib import closing
from http.client import HTTPResponse, parse_headers
from typing import Any

import pytest

from tests.serving.processes import Server, serving

PATH = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
USUAL = "Host: x\r\nAuthorization: x\r\nContent-Type: application/json\r\nlocale: en_US\r\n"
CHUNKED = f"POST {PATH} HTTP/1.1\r\n{USUAL}Transfer-Encoding: chunked\r\n\r\n"
EMPTY_LIST = b'{"callDataList": []}'
NOT_A_LIST = b'{"callDataList": ""}'


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with serving(tmp_path_factory.mktemp("server")) as server:
        yield server
        assert server.end() == 0


@pytest.fixture
def connection(server: Server) -> Iterator[socket.socket]:
    with closing(socket.create_connection(server.address, 30)) as connection:
        yield connection


def head(*lines: str, method: str = "POST", target: str = PATH, length: int = len(EMPTY_LIST)) -> bytes:
    more = "".join(f"{line}\r\n" for line in lines)
    return f"{method} {target} HTTP/1.1\r\n{USUAL}{more}Content-Length: {length}\r\n\r\n".encode()


def call(body: bytes, *lines: str) -> bytes:
    return head(*lines, length=len(body)) + body


class Answers:
    """The answers on a connection, one after the other."""

    def __init__(self, connection: socket.socket) -> None:
        self._file = connection.makefile("rb")

    def next(self) -> tuple[int, dict[str, Any]]:
        status = int(self._file.readline().split()[1])
        headers = parse_headers(self._file)
        return status, json.loads(self._file.read(int(headers["Content-Length"])))

    def code(self) -> str:
        status, content = self.next()
        assert status == 200
        return str(content["resultCode"])

    def ended(self) -> bool:
        return self._file.read() == b""


MALFORMED = {
    "type": "urn:mock-isales:problem:malformed-request",
    "title": "Bad Request",
    "status": 400,
    "detail": "What arrived is not an HTTP/1.1 request, or not one that this server can read.",
}


@pytest.mark.parametrize(
    "sent",
    [
        b"\0\1\2\r\n\r\n",
        b"hello\r\n\r\n",
        f"GET / x HTTP/1.1\r\n{USUAL}\r\n".encode(),
        f"CONNECT a:1 HTTP/1.1\r\n{USUAL}\r\n".encode(),
        f"GET http://[ HTTP/1.1\r\n{USUAL}\r\n".encode(),
        f"{CHUNKED}zz\r\n".encode(),
        head("Content-Length: 7"),
    ],
    ids=["control characters", "a word", "a space", "CONNECT", "a bad address", "a bad chunk", "two lengths"],
)
def test_what_cannot_be_parsed_gets_a_problem(connection: socket.socket, sent: bytes) -> None:
    connection.sendall(sent)
    answers = Answers(connection)
    assert answers.next() == (400, MALFORMED)
    assert answers.ended()


def test_the_problem_has_its_media_type(connection: socket.socket) -> None:
    connection.sendall(b"hello\r\n\r\n")
    response = HTTPResponse(connection)
    response.begin()
    assert (response.headers["Content-Type"], response.headers["Connection"]) == ("application/problem+json", "close")
    response.close()


@pytest.mark.parametrize(("length", "status"), [(8192, 404), (8193, 414)])
def test_a_target_has_at_most_8192_bytes(connection: socket.socket, length: int, status: int) -> None:
    connection.sendall(head(target="/" + "a" * (length - 1), length=0))
    answered, content = Answers(connection).next()
    assert answered == content["status"] == status


def test_a_target_that_is_too_long_is_not_waited_for(connection: socket.socket) -> None:
    connection.sendall(b"GET /" + b"a" * 6000)
    connection.sendall(b"a" * 3000)
    answers = Answers(connection)
    status, content = answers.next()
    assert (status, content["type"]) == (414, "urn:mock-isales:problem:uri-too-long")
    assert content["detail"] == "The request target is longer than 8192 bytes."
    assert answers.ended()


@pytest.mark.parametrize(("target", "status"), [(PATH, 405), ("/rest", 404)])
@pytest.mark.parametrize("more", ["", "Connection: close\r\n"])
def test_a_tunnel_is_not_on_offer(connection: socket.socket, target: str, status: int, more: str) -> None:
    connection.sendall(f"CONNECT {target} HTTP/1.1\r\n{USUAL}{more}\r\n".encode() + call(EMPTY_LIST))
    answers = Answers(connection)
    assert answers.next()[0] == status
    assert answers.ended()


def test_answers_to_what_came_before_go_first(connection: socket.socket) -> None:
    connection.sendall(call(EMPTY_LIST) + call(NOT_A_LIST) + b"hello\r\n\r\n")
    answers = Answers(connection)
    assert (answers.code(), answers.code()) == ("02000001", "02000006")
    assert answers.next() == (400, MALFORMED)
    assert answers.ended()


def test_a_request_that_has_its_answer_gets_no_other(connection: socket.socket) -> None:
    connection.sendall(CHUNKED.replace("Authorization: x\r\n", "").encode())
    answers = Answers(connection)
    assert answers.next()[0] == 401
    connection.sendall(b"zz\r\n")
    assert answers.ended()


@pytest.mark.parametrize("target", [PATH, "/nowhere"])
def test_a_request_that_is_refused_as_no_http_gets_no_other_answer(connection: socket.socket, target: str) -> None:
    sent = CHUNKED.replace("Authorization: x\r\n", "").replace(PATH, target) + "zz\r\n"
    connection.sendall(sent.encode())
    answers = Answers(connection)
    assert answers.next() == (400, MALFORMED)
    assert answers.ended()


H2C = ("Connection: Upgrade, HTTP2-Settings", "Upgrade: h2c", "HTTP2-Settings: AAEAAEAA")


@pytest.mark.parametrize(
    "offer",
    [H2C, ("connection: keep-alive, upgrade", "UPGRADE: websocket"), ("Upgrade: TLS/1.0", "Connection: upgrade")],
    ids=["HTTP/2", "a web socket", "TLS"],
)
@pytest.mark.parametrize("times", [1, 3])
def test_an_offer_of_another_protocol_is_not_taken_and_costs_nothing(
    connection: socket.socket, offer: tuple[str, ...], times: int
) -> None:
    connection.sendall(call(NOT_A_LIST, *offer) * times + call(EMPTY_LIST))
    answers = Answers(connection)
    assert [answers.code() for _ in range(times)] == ["02000006"] * times
    assert answers.code() == "02000001"


def test_the_body_of_a_request_with_an_offer_may_come_later(connection: socket.socket) -> None:
    connection.sendall(head("Expect: 100-continue", *H2C))
    assert connection.recv(25) == b"HTTP/1.1 100 Continue\r\n\r\n"
    connection.sendall(NOT_A_LIST)
    assert Answers(connection).code() == "02000006"


def test_an_offer_without_a_body_is_answered_too(connection: socket.socket) -> None:
    connection.sendall(head(*H2C, method="GET", target="/x", length=0))
    assert Answers(connection).next()[0] == 404


def test_a_client_that_offers_and_wants_to_close_is_left(connection: socket.socket) -> None:
    connection.sendall(call(NOT_A_LIST, "Connection: close, Upgrade", "Upgrade: h2c"))
    answers = Answers(connection)
    assert answers.code() == "02000006"
    assert answers.ended()


def test_what_is_wrong_after_an_offer_gets_a_problem(connection: socket.socket) -> None:
    connection.sendall(head(*H2C, "Transfer-Encoding: chunked").replace(b"Content-Length: 20\r\n", b"") + b"zz\r\n")
    assert Answers(connection).next() == (400, MALFORMED)


def test_none_of_this_is_more_than_a_line_of_the_log(server: Server) -> None:
    assert [line for line in server.log.splitlines() if not line.startswith("mock-isales: ")] == []
    assert "error" not in server.log
