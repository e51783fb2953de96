"""Replay: the calls of a recording, made once more."""

import asyncio
from codecs import BOM_UTF8
from collections import deque
from collections.abc import Sequence
from http import HTTPStatus

from fastapi import Response
from fastapi.responses import StreamingResponse

from mock_isales.control.bodies import form_of
from mock_isales.control.calls import Call, nothing
from mock_isales.control.forms.hars import Har, HarEntry, ReplayQuery
from mock_isales.control.forms.replays import Replay
from mock_isales.control.json_pieces import NotPlain
from mock_isales.control.operations import Operation
from mock_isales.control.plain_hars import plain_har
from mock_isales.control.refusals import Refused
from mock_isales.control.replaying.replaying import Replaying, times_of
from mock_isales.control.streams import in_turns, until_gone
from mock_isales.engine.clocks import Lent
from mock_isales.engine.slices import in_slices

_EXAMPLE = {
    "log": {
        "version": "1.2",
        "creator": {"name": "a browser", "version": "1"},
        "entries": [
            {
                "startedDateTime": "2026-11-21T10:00:00Z",
                "request": {
                    "method": "POST",
                    "url": "https://localhost/rest/isales/v2/openapi/campaigns/1/calldata/1",
                    "headers": [{"name": "Content-Type", "value": "application/json; charset=UTF-8"}],
                    "postData": {
                        "mimeType": "application/json; charset=UTF-8",
                        "text": '{"callDataList": [{"called": [{"calledNo": "88888888"}]}]}',
                    },
                },
                "response": {"status": 200, "content": {"text": '{"resultCode": "0200000"}'}},
            }
        ],
    }
}


async def replayed(call: Call) -> Response:
    """Make the calls of a recording once more."""
    asked = call.asked(ReplayQuery)
    world = await call.world()
    entries = deque(await _entries(_without_mark(await call.pieces())))
    times = await in_slices(times_of(entries, world.clock)) if asked.clock == "recorded" else None
    replaying = Replaying(call.double, world)
    try:
        done = await until_gone(call.request, replaying.replay(entries, times))
    except Lent:
        detail = f"The clock of world {world.name} is in the hands of another replay: wait for its end."
        raise Refused("clock-lent", HTTPStatus.CONFLICT, detail) from None
    return nothing() if done is None else StreamingResponse(in_turns(done.json()), media_type="application/json")


def _without_mark(body: Sequence[bytes]) -> list[bytes]:
    """A recording without the byte-order mark that some tools begin it with, as HAR lets them."""
    return [body[0].removeprefix(BOM_UTF8), *body[1:]]


async def _entries(body: Sequence[bytes]) -> list[HarEntry]:
    """The calls that a body holds: one after the other if it is plainly good, else judged as every body is.

    Raises:
        Refused: It is not JSON, or not HAR.
    """
    try:
        rest, entries = await in_slices(plain_har(body))
        await asyncio.to_thread(form_of, rest, Har)
    except (NotPlain, Refused):
        whole = await asyncio.to_thread(form_of, b"".join(body), Har)
        return whole.log.entries
    return entries


OPERATIONS = (
    Operation(
        method="POST",
        path="/worlds/{world}/replay",
        name="replay_calls",
        tag="replay",
        summary="Replay recorded calls",
        description="The body is a HAR file (1.2), of this double, a browser or a proxy. Its documented calls are made "
        "in this world one after the other, as if they came over the wire, and each answer is held to the recorded "
        "one: its status, `resultCode`, `resultDesc`, `totalSize` and the number of data ids; of an answer without "
        "a recorded body, the status alone. Entries that are no documented calls are skipped, and it is said why. "
        "Recordings do not show `Authorization`: any is sent, and where the server verifies it, such calls are "
        "skipped. With `clock=recorded` the world's clock stands at each call's `startedDateTime`, so that the pace "
        "is the recorded one, and then goes on as before.",
        does=replayed,
        answers={200: Replay},
        body=Har,
        query=ReplayQuery,
        asked={"clock": "recorded"},
        problems={409: "The clock is in the hands of another replay."},
        examples={"A call as a browser records it": _EXAMPLE},
    ),
)
