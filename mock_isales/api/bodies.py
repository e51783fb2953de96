"""Reading a request's body, no further than the limit."""

from fastapi import Request
from starlette.requests import ClientDisconnect


class BodyTooLarge(Exception):  # noqa: N818 - it reads as what it says
    """The body is larger than the server takes; the rest of it was not read."""


async def read_body(request: Request, limit: int) -> bytes:
    """The whole body.

    Args:
        request: The request.
        limit: The most bytes that are read.

    Raises:
        BodyTooLarge: The body is announced or turns out to be larger.
        ClientDisconnect: The client hung up half way.
    """
    announced = request.headers.get("content-length", "")
    if announced.isdecimal() and len(announced.lstrip("0")) > len(str(limit)):
        raise BodyTooLarge
    if announced.isdecimal() and int(announced) > limit:
        raise BodyTooLarge
    chunks: list[bytes] = []
    room = limit
    while True:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        chunk: bytes = message.get("body", b"")
        room -= len(chunk)
        if room < 0:
            raise BodyTooLarge
        chunks.append(chunk)
        if not message.get("more_body", False):
            return chunks[0] if len(chunks) == 1 else b"".join(chunks)
