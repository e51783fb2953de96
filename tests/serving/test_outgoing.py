"""How an answer leaves: whole, and in as few pieces as can be."""

import asyncio
import socket
from collections.abc import Callable
from pathlib import Path

from mock_isales.serving.outgoing import Outgoing
from tests.serving.processes import serving

HEAD, BODY, MORE = b"HTTP/1.1 200 OK\r\n\r\n", b"body", b"more"


class Connection(asyncio.Transport, asyncio.Protocol):
    """Remembers what is written. It is its own protocol."""

    def __init__(self) -> None:
        super().__init__()
        self.written: list[bytes] = []
        self.closed = False

    def write(self, data: object) -> None:
        assert isinstance(data, bytes)
        self.written.append(data)

    def get_protocol(self) -> asyncio.BaseProtocol:
        return self

    def is_closing(self) -> bool:
        return self.closed

    def close(self) -> None:
        self.closed = True


def answered(answer: Callable[[Outgoing, Connection], None]) -> list[bytes]:
    """What has been written when an answer was given and the loop has turned; the pieces before the turn, a mark."""
    connection = Connection()

    async def give() -> None:
        answer(Outgoing(connection, asyncio.get_running_loop().call_soon), connection)
        connection.written.append(b"-")
        await asyncio.sleep(0)

    asyncio.run(give())
    return connection.written


def test_head_and_body_leave_together() -> None:
    def whole(outgoing: Outgoing, _: Connection) -> None:
        outgoing.write(HEAD)
        outgoing.write(BODY)
        outgoing.write(MORE)

    assert answered(whole) == [HEAD + BODY, MORE, b"-"]


def test_a_head_alone_waits_for_no_body() -> None:
    assert answered(lambda outgoing, _: outgoing.write(HEAD)) == [b"-", HEAD]


def test_a_head_alone_leaves_before_the_connection_is_closed() -> None:
    def closing(outgoing: Outgoing, connection: Connection) -> None:
        outgoing.write(HEAD)
        outgoing.close()
        assert connection.closed
        assert outgoing.is_closing()

    assert answered(closing) == [HEAD, b"-"]


def test_nothing_is_written_to_a_connection_that_is_gone() -> None:
    def gone(outgoing: Outgoing, connection: Connection) -> None:
        outgoing.write(HEAD)
        connection.close()

    assert answered(gone) == [b"-"]


def test_a_client_is_told_to_go_on_with_its_body(tmp_path: Path) -> None:
    body = b'{"callerNo": []}'
    head = (
        "POST /rest/isales/v1/openapi/campaigns/1/callerNo/1 HTTP/1.1\r\nHost: x\r\nAuthorization: x\r\n"
        f"Content-Type: application/json\r\nExpect: 100-continue\r\nContent-Length: {len(body)}\r\n\r\n"
    )
    with serving(tmp_path) as server:
        with socket.create_connection(server.address, 30) as connection, connection.makefile("rb") as answers:
            connection.sendall(head.encode())
            assert [answers.readline(), answers.readline()] == [b"HTTP/1.1 100 Continue\r\n", b"\r\n"]
            connection.sendall(body)
            assert answers.readline() == b"HTTP/1.1 200 OK\r\n"
        assert server.end() == 0
