"""Reading a request's body, no further than the limit."""

from starlette.requests import ClientDisconnect
from starlette.types import Receive


class BodyTooLarge(Exception):  # noqa: N818 - it reads as what it says
    """The body is larger than the server takes; the rest of it was not read."""


async def read_body(receive: Receive, announced: str, limit: int) -> bytes:
    """The whole body; arguments and errors are those of `read_pieces`."""
    pieces = await read_pieces(receive, announced, limit)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)


async def read_pieces(receive: Receive, announced: str, limit: int) -> list[bytes]:
    """The whole body in the pieces in which it came, one at least: to join them takes long if there are many.

    Args:
        receive: Brings its pieces.
        announced: The header Content-Length; empty without it.
        limit: The most bytes that are read.

    Raises:
        BodyTooLarge: The body is announced or turns out to be larger.
        ClientDisconnect: The client hung up half way.
    """
    if announced.isdecimal() and _is_more(announced, limit):
        raise BodyTooLarge
    pieces: list[bytes] = []
    room = limit
    while True:
        message = await receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        piece: bytes = message.get("body", b"")
        room -= len(piece)
        if room < 0:
            raise BodyTooLarge
        pieces.append(piece)
        if not message.get("more_body", False):
            return pieces


def _is_more(digits: str, limit: int) -> bool:
    """Whether a number is over a limit; Python reads no more than 4,300 digits."""
    digits = digits.lstrip("0") or "0"
    return len(digits) > len(str(limit)) or int(digits) > limit
