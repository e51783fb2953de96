"""Answers that a fault keeps from arriving whole: it takes the connection to do that, which ASGI does not show."""

import asyncio
from typing import Any, Protocol, cast

from fastapi import Response
from starlette.types import Receive, Scope, Send

from mock_isales.engine.faults.injections import Ending, Injection, Transport

EXTENSION = "mock_isales.connection"
"""Among the extensions of a call's scope: the connection, where the server lets an answer have it."""

GARBAGE = b"\x00\xff\x00 this is not HTTP \xff\x00\r\n\r\n"
NOT_ANSWERED = 0
"""The status of an answer that is none."""


class Connection(Protocol):
    """What carries one answer."""

    def write(self, piece: bytes) -> None:
        """Write to the client."""

    def close(self) -> None:
        """Close it, once all has been written."""

    def reset(self) -> None:
        """Reset it, whatever has been written."""


class ConnectionBroken(Exception):  # noqa: N818 - it reads as what it says
    """There is no connection that could be broken: whoever called has to act as if it were.

    Attributes:
        transport: What is to have happened to the answer.
    """

    def __init__(self, transport: Transport) -> None:
        super().__init__(f"a fault keeps the answer from arriving: {transport}")
        self.transport = transport


def without_answer() -> Response:
    """What stands for the answer of a call that gets none."""
    answer = Response(status_code=NOT_ANSWERED)
    answer.raw_headers = []
    return answer


def on_its_way(answer: Response, injection: Injection) -> Response:
    """An answer to which that happens on its way which a fault does to it."""
    if injection.connection is not None:
        return _Lost(answer, injection.connection)
    if injection.cut is not None:
        return _CutOff(answer, injection.cut)
    return answer if injection.drip is None else _Dripping(answer, *injection.drip)


class _OnItsWay(Response):
    """An answer that is kept as another one was made, and arrives otherwise."""

    def __init__(self, answer: Response) -> None:
        self.status_code = answer.status_code
        self.body = answer.body
        self.raw_headers = answer.raw_headers
        self.background = None

    async def _begin(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})


class _Lost(_OnItsWay):
    """An answer in whose place something happens to the connection."""

    def __init__(self, answer: Response, ending: Ending) -> None:
        super().__init__(answer)
        self._ending = ending

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del send
        connection = _connection_of(scope, self._ending)
        if self._ending == "reset":
            connection.reset()
        else:
            if self._ending == "garbage":
                connection.write(GARBAGE)
            connection.close()
        await _gone(receive)


class _CutOff(_OnItsWay):
    """An answer that breaks off within its body."""

    def __init__(self, answer: Response, count: int) -> None:
        super().__init__(answer)
        self._count = min(count, max(len(self.body) - 1, 0))

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = _connection_of(scope, "cut")
        await self._begin(send)
        await send({"type": "http.response.body", "body": bytes(self.body[: self._count]), "more_body": True})
        connection.close()
        await _gone(receive)


class _Dripping(_OnItsWay):
    """An answer whose body comes in small pieces."""

    def __init__(self, answer: Response, count: int, seconds: float) -> None:
        super().__init__(answer)
        self._count = count
        self._seconds = seconds

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        del scope, receive
        await self._begin(send)
        for start in range(0, len(self.body), self._count):
            piece = bytes(self.body[start : start + self._count])
            await send({"type": "http.response.body", "body": piece, "more_body": True})
            await asyncio.sleep(self._seconds)
        await send({"type": "http.response.body", "body": b""})


def _connection_of(scope: Scope, transport: Transport) -> Connection:
    """The connection of a call.

    Raises:
        ConnectionBroken: The server does not show it.
    """
    extensions: dict[str, Any] = scope.get("extensions", {})
    if EXTENSION not in extensions:
        raise ConnectionBroken(transport)
    return cast("Connection", extensions[EXTENSION])


async def _gone(receive: Receive) -> None:
    """Wait until the connection is gone: the server would say of an answer that does not come that it is missing."""
    while (await receive())["type"] != "http.disconnect":
        pass
