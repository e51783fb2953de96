"""Answers that a fault keeps from arriving whole: it takes the connection to do that, which ASGI does not show."""

import asyncio
from contextlib import suppress
from http import HTTPStatus
from typing import Protocol, cast

from fastapi import Request, Response
from starlette.types import Receive, Scope, Send

from mock_isales.api.problems import problem
from mock_isales.engine.faults.injections import Ending, Injection, Transport

EXTENSION = "mock_isales.connection"
"""Among the extensions of a call's scope: the connection, where the server lets an answer have it."""

GARBAGE = b"\x00\xff\x00 this is not HTTP \xff\x00\r\n\r\n"
NOT_ANSWERED = 0
"""The status of an answer that is none."""


class Connection(Protocol):
    """What carries one answer.

    Attributes:
        is_held: Whether a fault holds the answer up: a server that ends does not wait for it.
    """

    is_held: bool

    def write(self, piece: bytes) -> None:
        """Write to the client."""

    def close(self) -> None:
        """Close it, once all has been written."""

    def reset(self) -> None:
        """Reset it, whatever has been written."""


class NoConnection:
    """Stands for the connection of a call that is made within the process: what would break it is raised."""


class ConnectionBroken(Exception):  # noqa: N818 - it reads as what it says
    """There is no connection that could be broken: whoever called has to act as if it were.

    Attributes:
        transport: What is to have happened to the answer.
    """

    def __init__(self, transport: Transport) -> None:
        super().__init__(f"a fault keeps the answer from arriving: {transport}")
        self.transport = transport


async def hold_up(request: Request, seconds: float) -> None:
    """Hold an answer up for a while, unless the client goes away meanwhile, or the server ends."""
    connection = request.scope.get("extensions", {}).get(EXTENSION)
    if connection is None or isinstance(connection, NoConnection):
        await asyncio.sleep(seconds)
        return
    connection.is_held = True
    await _gone_within(request.receive, seconds)
    connection.is_held = False


def without_answer() -> Response:
    """What stands for the answer of a call that gets none."""
    answer = Response(status_code=NOT_ANSWERED)
    answer.raw_headers = []
    return answer


def on_its_way(answer: Response, injection: Injection) -> Response:
    """An answer to which that happens on its way which a fault does to it."""
    if injection.connection is not None:
        return _Lost(answer, injection.connection, injection.fault)
    if injection.cut is not None:
        return _CutOff(answer, injection.cut, injection.fault)
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

    def __init__(self, answer: Response, ending: Ending, fault: str) -> None:
        super().__init__(answer)
        self._ending = ending
        self._fault = fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = _connection_of(scope, self._ending)
        if connection is None:
            await _cannot_break(self._fault, self._ending)(scope, receive, send)
            return
        if self._ending == "reset":
            connection.reset()
        else:
            if self._ending == "garbage":
                connection.write(GARBAGE)
            connection.close()
        await _gone(receive)


class _CutOff(_OnItsWay):
    """An answer that breaks off within its body."""

    def __init__(self, answer: Response, count: int, fault: str) -> None:
        super().__init__(answer)
        self._count = min(count, max(len(self.body) - 1, 0))
        self._fault = fault

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        connection = _connection_of(scope, "cut")
        if connection is None:
            await _cannot_break(self._fault, "cut")(scope, receive, send)
            return
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
        await self._begin(send)
        body = bytes(self.body)
        connection = scope.get("extensions", {}).get(EXTENSION)
        is_hurried = isinstance(connection, NoConnection)
        if connection is not None and not is_hurried:
            connection.is_held = True
        for start in range(0, len(body), self._count):
            if start and not is_hurried and await _gone_within(receive, self._seconds):
                return
            await send({"type": "http.response.body", "body": body[start : start + self._count], "more_body": True})
        await send({"type": "http.response.body", "body": b""})


def _connection_of(scope: Scope, transport: Transport) -> Connection | None:
    """The connection of a call; None if the server, which is not ours then, does not show it.

    Raises:
        ConnectionBroken: There is none.
    """
    connection = scope.get("extensions", {}).get(EXTENSION)
    if isinstance(connection, NoConnection):
        raise ConnectionBroken(transport)
    return cast("Connection | None", connection)


def _cannot_break(fault: str, transport: Transport) -> Response:
    detail = f"Fault {fault} of this world was to break the connection ({transport}); this server does not let it."
    return problem("not-broken", HTTPStatus.NOT_IMPLEMENTED, detail)


async def _gone(receive: Receive) -> None:
    """Wait until the connection is gone: the server would say of an answer that does not come that it is missing."""
    while (await receive())["type"] != "http.disconnect":
        pass


async def _gone_within(receive: Receive, seconds: float) -> bool:
    """Wait for a while; whether the connection is gone by then."""
    with suppress(TimeoutError):
        async with asyncio.timeout(seconds):
            await _gone(receive)
            return True
    return False
