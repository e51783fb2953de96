"""Snapshots: the whole state of a world, out and in again."""

import asyncio
from collections.abc import Sequence

from fastapi import Response
from fastapi.responses import StreamingResponse

from mock_isales.control.bodies import form_of
from mock_isales.control.calls import Call, answer
from mock_isales.control.forms.problems import BadPlace
from mock_isales.control.forms.worlds import WorldView
from mock_isales.control.json_pieces import NotPlain
from mock_isales.control.operations import Operation
from mock_isales.control.plain_snapshots import plain_snapshot
from mock_isales.control.refusals import Refused, bad_request
from mock_isales.control.routes.worlds import world_view
from mock_isales.control.streams import in_turns
from mock_isales.engine.slices import in_slices
from mock_isales.engine.views.long_lists import LongLists
from mock_isales.engine.views.restoring import Impossible, restore
from mock_isales.engine.views.snapshots import Snapshot, snapshot_of

_TAG = "snapshots"
_EXAMPLE = {
    "format": 1,
    "seed": {"vdns": [{"id": 1, "campaigns": [{"id": 1}]}]},
    "vdns": [{"id": 1, "campaigns": [{"id": 1, "state": "paused", "pending": 10}]}],
    "clock": {"mode": "frozen", "now": "2026-11-21T10:00:00Z"},
}


async def snapshot_taken(call: Call) -> Response:
    """Show the whole state of a world; what was left unsaid is left out."""
    return StreamingResponse(in_turns(await snapshot_of(await call.world())), media_type="application/json")


async def snapshot_restored(call: Call) -> Response:
    """Make a world what a snapshot says; a world that is not there yet is made."""
    snapshot, lists = await _said(await call.pieces())
    try:
        world, is_new = await restore(call.double.worlds, call.name("world"), snapshot, lists)
    except Impossible as error:
        raise bad_request([BadPlace(place=place, reason=reason) for place, reason in error.problems]) from None
    return answer(await world_view(world), 201 if is_new else 200)


async def _said(body: Sequence[bytes]) -> tuple[Snapshot, LongLists | None]:
    """What a body says: its long lists on their own if it is plainly good, else all of it judged as every body is.

    Raises:
        Refused: It is not JSON, or not of that form.
    """
    try:
        rest, lists = await in_slices(plain_snapshot(body))
        return await asyncio.to_thread(form_of, rest, Snapshot), lists
    except (NotPlain, Refused):
        return await asyncio.to_thread(form_of, b"".join(body), Snapshot), None


OPERATIONS = (
    Operation(
        method="GET",
        path="/worlds/{world}/snapshot",
        name="get_snapshot",
        tag=_TAG,
        summary="Take a snapshot of a world",
        description="The whole state: seed, settings, readings, campaigns with their records, blocklists, clock, "
        "faults and journal. Secrets are left out: the SK of an access key is shown as `***`.",
        does=snapshot_taken,
        answers={200: Snapshot},
    ),
    Operation(
        method="PUT",
        path="/worlds/{world}/snapshot",
        name="put_snapshot",
        tag=_TAG,
        summary="Put a snapshot into a world",
        description="The world becomes what the snapshot says, whole or not at all; it is made if it is not there. "
        "Where an access key's SK is `***`, it is the one that the world knows by that name or, if it is made, the "
        "server.",
        does=snapshot_restored,
        answers={200: WorldView, 201: WorldView},
        body=Snapshot,
        problems={503: "There are as many worlds as there may be, or the store fails."},
        examples={"A paused campaign on a frozen clock": _EXAMPLE},
    ),
)
