"""A documented call that is made within the process: on the same way as over the wire, but without a socket."""

from typing import NamedTuple

from starlette.types import ASGIApp, Message

from mock_isales.api.breaking import EXTENSION, NOT_ANSWERED, ConnectionBroken, NoConnection
from mock_isales.control.replaying.plans import Plan
from mock_isales.engine.faults.injections import Transport


class Answer(NamedTuple):
    """What a call was answered.

    Attributes:
        status: The HTTP status; 0 if a fault let no answer come.
        body: The body.
        lost: What the fault did to it then; None if it came.
    """

    status: int
    body: bytes
    lost: Transport | None = None


async def made(app: ASGIApp, planned: Plan) -> Answer:
    """Make a call; its answer."""
    coming: list[Message] = [{"type": "http.request", "body": planned.body, "more_body": False}]
    sent: list[Message] = []

    async def receive() -> Message:
        return coming.pop() if coming else {"type": "http.disconnect"}

    async def send(message: Message) -> None:
        sent.append(message)

    try:
        await app({**planned.scope, "extensions": {EXTENSION: NoConnection()}}, receive, send)
    except ConnectionBroken as broken:
        return Answer(NOT_ANSWERED, b"", broken.transport)
    except Exception:
        if not sent:  # else the app has answered, and has logged it, before it lets a bug of ours through
            raise
    return Answer(sent[0]["status"], b"".join(message.get("body", b"") for message in sent))
