"""What arrives when the client is broken or gone: the server answers in its own words and goes on."""

import pytest

from tests.conformance.answers import check_any, check_code, check_problem, envelope
from tests.conformance.build import valid
from tests.conformance.case import HEADERS, without
from tests.conformance.conversation import send
from tests.conformance.interfaces import BOTH, Interface
from tests.conformance.sentences import SUCCESS
from tests.conformance.servers import Double
from tests.conformance.sockets import answer, call, connection, exchange, head

pytestmark = pytest.mark.parametrize("to", BOTH, ids=lambda to: to.name)

GARBAGE = (
    b"\x00\x01\x02\x03\r\n\r\n",
    b"\xff" * 100 + b"\r\n\r\n",
    b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\r\n\r\n",  # a TLS greeting
    b"hello\r\n\r\n",
    b"{}\r\n\r\n",
    b"POST\r\n\r\n",
    b"POST / HTTP/x.y\r\n\r\n",
)
WRONG_HEADERS = (
    "Content-Length: x",
    "Content-Length: -1",
    "Content-Length: 1\r\nContent-Length: 2",
    "Content-Length: " + "9" * 100,
    "no colon",
    "X-Nul: a\x00b",
    ": no name",
    "Transfer-Encoding: chunked\r\n\r\nzz",
)


def goes_on(double: Double, to: Interface) -> None:
    check_code(to, send(double, to, valid(to)), SUCCESS)


@pytest.mark.parametrize("sent", GARBAGE)
def test_garbage_gets_a_problem(double: Double, to: Interface, sent: bytes) -> None:
    check_problem(exchange(double, sent), 400)
    goes_on(double, to)


@pytest.mark.parametrize("line", WRONG_HEADERS, ids=lambda line: ascii(line[:40]))
def test_a_head_that_is_no_http_gets_a_problem(double: Double, to: Interface, line: str) -> None:
    check_problem(exchange(double, head(double, to, line)), 400)
    goes_on(double, to)


def test_a_blank_authorization_is_none(double: Double, to: Interface) -> None:
    anonymous = without("Authorization")
    blank = head(double, to, "Authorization:    ", "Content-Length: 2", headers=anonymous)
    check_problem(exchange(double, blank + b"{}"), 401)


def test_authorization_is_asked_for_before_the_body_arrives(double: Double, to: Interface) -> None:
    without_body = head(double, to, "Content-Length: 1000", headers=without("Authorization"))
    check_problem(exchange(double, without_body), 401)


def test_a_body_announced_too_large_is_refused_before_it_arrives(double: Double, to: Interface) -> None:
    check_problem(exchange(double, head(double, to, f"Content-Length: {8 * 1024 * 1024 + 1}")), 413)


def test_a_client_that_hangs_up_half_way_changes_nothing(double: Double, to: Interface) -> None:
    whole = call(double, to)
    for end in range(0, len(whole), 29):
        with connection(double) as connected:
            connected.sendall(whole[:end])
    goes_on(double, to)


def test_a_client_that_does_not_wait_for_its_answer_changes_nothing(double: Double, to: Interface) -> None:
    for _ in range(10):
        with connection(double) as connected:
            connected.sendall(call(double, to))
    goes_on(double, to)


def test_a_content_length_below_the_body_cuts_it(double: Double, to: Interface) -> None:
    body = valid(to)
    with connection(double) as connected:
        connected.sendall(head(double, to, f"Content-Length: {len(body) - 10}") + body)
        check_code(to, answer(connected), "02000008")
    goes_on(double, to)


def test_garbage_after_a_call_does_not_take_its_answer(double: Double, to: Interface) -> None:
    with connection(double) as connected:
        connected.sendall(call(double, to) + b"hello\r\n\r\n")
        check_code(to, answer(connected), SUCCESS)


def test_two_calls_in_one_packet_get_two_answers(double: Double, to: Interface) -> None:
    received = b""
    with connection(double) as connected:
        connected.sendall(call(double, to) + call(double, to))
        while received.count(b"returnDesc") < 2:
            received += (part := connected.recv(4096))
            assert part
    assert received.count(b"HTTP/1.1 200 ") == 2
    assert received.count(to.success_text.encode()) == 4


def test_a_body_that_waits_for_a_word_gets_it(double: Double, to: Interface) -> None:
    body = valid(to)
    with connection(double) as connected:
        connected.sendall(head(double, to, f"Content-Length: {len(body)}", "Expect: 100-continue"))
        assert connected.recv(25).startswith(b"HTTP/1.1 100 ")
        connected.sendall(body)
        check_code(to, answer(connected), SUCCESS)


def test_a_header_of_a_megabyte_is_refused(double: Double, to: Interface) -> None:
    with connection(double) as connected:
        try:
            connected.sendall(head(double, to, "X-Long: " + "a" * 1024 * 1024, "Content-Length: 2") + b"{}")
        except OSError:
            return  # hung up on, which says no as well
        check_any(to, answer(connected))
    goes_on(double, to)


def test_a_websocket_is_not_on_offer(double: Double, to: Interface) -> None:
    lines = (
        "Upgrade: websocket",
        "Connection: Upgrade",
        "Sec-WebSocket-Version: 13",
        "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
    )
    handshake = head(double, to, *lines).replace(b"POST", b"GET", 1)
    check_problem(exchange(double, handshake, "GET"), 405)


@pytest.mark.parametrize(
    "path", ["/rest/ x", "/rest/\xe9", "/rest/\x7f", "http://127.0.0.1/rest", "*", "rest", "/rest/%", "/rest/%zz"]
)
def test_an_odd_request_target_gets_a_problem(double: Double, to: Interface, path: str) -> None:
    response = exchange(double, head(double, to, "Content-Length: 0", path=path))
    assert response.status_code in {400, 404}
    check_any(to, response)


def test_names_are_read_whatever_their_case(double: Double, to: Interface) -> None:
    body = valid(to)
    upper = tuple((name.upper(), value) for name, value in HEADERS)
    check_code(to, exchange(double, head(double, to, f"CONTENT-LENGTH: {len(body)}", headers=upper) + body), SUCCESS)


def test_a_locale_beyond_ascii_is_an_unknown_one(double: Double, to: Interface) -> None:
    response = exchange(double, head(double, to, "locale: \xe9\xff", "Content-Length: 0"))
    check_code(to, response, "02000001")
    assert envelope(response)["resultDesc"] == "参数值为空"
