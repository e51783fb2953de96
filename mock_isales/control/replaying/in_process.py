"""A documented call that is made within the process: on the same way as over the wire, but without a socket."""

from contextlib import suppress
from typing import NamedTuple

from starlette.types import ASGIApp, Message

from mock_isales.control.replaying.plans import Plan


class Answer(NamedTuple):
    """What a call was answered.

    Attributes:
        status: The HTTP status.
        body: The body.
    """

    status: int
    body: bytes


async def made(app: ASGIApp, planned: Plan) -> Answer:
    """Make a call; its answer."""
    coming: list[Message] = [{"type": "http.request", "body": planned.body, "more_body": False}]
    sent: list[Message] = []

    async def receive() -> Message:
        return coming.pop() if coming else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    with suppress(Exception):  # the app has answered, and has logged it, before it lets a bug of ours through
        await app(planned.scope, receive, send)
    return Answer(sent[0]["status"], b"".join(message.get("body", b"") for message in sent))
