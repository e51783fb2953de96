"""Answers that take their time: they end with their client, and with what they wait for."""

import asyncio
from collections.abc import AsyncIterator, Coroutine, Iterator
from contextlib import aclosing
from typing import Any, TypeVar

from fastapi import Request, Response
from starlette.types import Receive, Scope, Send

T = TypeVar("T")

KEEP_ALIVE_SECONDS = 15
"""After so long a silent stream says that it is still there."""

_PARTS_AT_ONCE = 50
_BYTES_AT_ONCE = 64 * 1024
"""So many parts of an answer are made in one turn, or as many as have so many bytes."""


async def until_gone(request: Request, waiting: Coroutine[Any, Any, T]) -> T | None:
    """What a coroutine returns; None, if the client goes first."""
    task = asyncio.ensure_future(waiting)
    await _first_of(task, asyncio.ensure_future(_gone(request.receive)))
    return None if task.cancelled() else task.result()


async def in_turns(parts: Iterator[bytes]) -> AsyncIterator[bytes]:
    """Some parts of an answer, made one after the other; every few of them somebody else has a turn."""
    some = bytearray()
    for number, part in enumerate(parts, 1):
        some += part
        if number % _PARTS_AT_ONCE == 0 or len(some) >= _BYTES_AT_ONCE:
            yield bytes(some)
            some.clear()
            await asyncio.sleep(0)
    yield bytes(some)


class EventStream(Response):
    """Server-sent events, one text each.

    Args:
        events: Gives them; closed at the end, whatever ends the stream.
        keep_alive: After how many seconds of real time a comment follows the last one.
    """

    media_type = "text/event-stream"

    def __init__(self, events: AsyncIterator[str], keep_alive: float = KEEP_ALIVE_SECONDS) -> None:
        super().__init__(headers={"Cache-Control": "no-store", "X-Accel-Buffering": "no"})
        del self.headers["content-length"]
        self._events = events
        self._keep_alive = keep_alive

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the events until there are no more, or until the client goes."""
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        if scope["method"] != "HEAD":
            parts = [self._tell(send), self._stay(send), _gone(receive)]
            await _first_of(*(asyncio.ensure_future(part) for part in parts))
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    async def _tell(self, send: Send) -> None:
        async with aclosing(self._events) as events:  # type: ignore[type-var]
            async for event in events:
                await _send(send, event)

    async def _stay(self, send: Send) -> None:
        await _send(send, ": connected\n\n")
        while True:
            await asyncio.sleep(self._keep_alive)
            await _send(send, ": still here\n\n")


async def _send(send: Send, text: str) -> None:
    await send({"type": "http.response.body", "body": text.encode(), "more_body": True})


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


async def _first_of(*tasks: asyncio.Future[Any]) -> None:
    """Wait until one is done and end the others; nothing of them is left behind, also if this is cancelled."""
    try:
        done, _ = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
    for task in done:
        task.result()
