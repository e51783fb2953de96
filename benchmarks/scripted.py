"""A scripted set of calls, made within the process, without sockets: what `benchmarks.instructions` counts.

    python -m benchmarks.scripted PART

Each part makes some calls of one kind; `nothing` makes none, so that what the others cost can be told from what the
start costs. Every answer is looked at.
"""

import asyncio
import gc
import sys
from collections.abc import Callable
from typing import NamedTuple

from starlette.types import ASGIApp, Message, Scope

from benchmarks.running.callers import on_body
from benchmarks.running.targets import CN_BODY, CONFIGURATIONS
from mock_isales.app import create_app
from mock_isales.settings import Settings

WARM_UP = 40
"""Calls of each kind that every part begins with: what is made at its first use is made there."""

ON_PATH = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
CN_PATH = "/rest/isales/v1/openapi/campaigns/1/callerNo/1"
HEADERS = [
    (b"host", b"127.0.0.1:28080"),
    (b"accept", b"*/*"),
    (b"accept-encoding", b"gzip, deflate"),
    (b"connection", b"keep-alive"),
    (b"user-agent", b"python-httpx/0.28.1"),
    (b"authorization", b"any"),
    (b"content-type", b"application/json; charset=UTF-8"),
]


class Part(NamedTuple):
    """Calls of one kind.

    Attributes:
        what: What they are.
        path: Where they go.
        body: The body of the n-th.
        code: What each is answered with.
        calls: How many are made: more of those that cost little, as the start's own count moves by some millions.
    """

    what: str
    path: str
    body: Callable[[int], bytes]
    code: bytes
    calls: int


PARTS = {
    "on": Part("ON call, 20 records", ON_PATH, lambda number: on_body(number * 20), b"0200000", 400),
    "cn": Part("CN call", CN_PATH, lambda _: CN_BODY, b"0200000", 2000),
    "refused": Part(
        "ON call refused at its last number",
        ON_PATH,
        lambda number: on_body(number * 20).replace(b'9","delayTime"', b'x","delayTime"'),
        b"02000002",
        400,
    ),
}


async def call(app: ASGIApp, part: Part, number: int) -> None:
    """Make the n-th call of a part."""
    body = part.body(number)
    answered = bytearray()

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        answered.extend(message.get("body", b""))

    await app(_scope(part.path, body), receive, send)
    if b'"resultCode":"' + part.code + b'"' not in answered:
        sys.exit(f"{part.what} is answered {answered.decode()[:200]}")


def _scope(path: str, body: bytes) -> Scope:
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": "POST",
        "scheme": "http",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [*HEADERS, (b"content-length", str(len(body)).encode())],
        "client": ("127.0.0.1", 50_000),
        "server": ("127.0.0.1", 28_080),
        "state": {},
    }


async def run(name: str) -> None:
    """Make the calls of a part."""
    app = create_app(Settings(seed=CONFIGURATIONS / "seed.yaml"))
    for each in PARTS.values():
        for number in range(WARM_UP):
            await call(app, each, number)
    gc.collect()
    gc.freeze()
    part = PARTS.get(name)
    if part is not None:
        for number in range(WARM_UP, WARM_UP + part.calls):
            await call(app, part, number)


if __name__ == "__main__":
    asyncio.run(run(sys.argv[1]))
