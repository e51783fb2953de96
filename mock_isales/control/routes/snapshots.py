"""Snapshots: the whole state of a world, out and in again."""

from contextlib import suppress

from fastapi import Response

from mock_isales.control.bodies import form_of
from mock_isales.control.calls import Call, answer
from mock_isales.control.forms.problems import BadPlace
from mock_isales.control.forms.worlds import WorldView
from mock_isales.control.operations import Operation
from mock_isales.control.refusals import bad_request
from mock_isales.control.routes.worlds import world_view
from mock_isales.engine.clocks import OutOfRange, WorldClock
from mock_isales.engine.journal.views import entry_of
from mock_isales.engine.stores.protocol import StoreFailure
from mock_isales.engine.views.clocks import restore_clock
from mock_isales.engine.views.snapshots import Snapshot, restore, snapshot_of
from mock_isales.host_clock import HostClock

_TAG = "snapshots"
_EXAMPLE = {
    "format": 1,
    "seed": {"vdns": [{"id": 1, "campaigns": [{"id": 1}]}]},
    "vdns": [{"id": 1, "campaigns": [{"id": 1, "state": "paused", "pending": 10}]}],
    "clock": {"mode": "frozen", "now": "2026-11-21T10:00:00Z"},
}


async def snapshot_taken(call: Call) -> Response:
    """Show the whole state of a world; what was left unsaid is left out."""
    snapshot = await snapshot_of(await call.world())
    return Response(snapshot.model_dump_json(exclude_unset=True), media_type="application/json")


async def snapshot_restored(call: Call) -> Response:
    """Make a world what a snapshot says; a world that is not there yet is made."""
    snapshot = form_of(await call.body(), Snapshot)
    worlds, name = call.double.worlds, call.name("world")
    known = await worlds.find(name)
    _refuse_impossible(snapshot, WorldClock(known.clock.host if known else HostClock()))
    world = known or await worlds.enter(name)
    try:
        await restore(world, snapshot, worlds.terms_of)
    except StoreFailure:
        if known is None:
            with suppress(StoreFailure):
                await worlds.end(name)
        raise
    return answer(await world_view(world), 200 if known else 201)


def _refuse_impossible(snapshot: Snapshot, clock: WorldClock) -> None:
    """Refuse what no world can have been like, before anything changes."""
    problems = []
    try:
        restore_clock(clock, snapshot.clock)
    except OutOfRange as error:
        problems.append(BadPlace(place="clock", reason=str(error)))
    for index, entry in enumerate(snapshot.journal):
        try:
            entry_of(entry)
        except ValueError:
            reason = "no call looks so: a header has a character that is not in Latin-1, or the Base64 is wrong"
            problems.append(BadPlace(place=f"journal[{index}]", reason=reason))
    if problems:
        raise bad_request(problems)


OPERATIONS = (
    Operation(
        method="GET",
        path="/worlds/{world}/snapshot",
        name="get_snapshot",
        tag=_TAG,
        summary="Take a snapshot of a world",
        description="The whole state: seed, settings, readings, campaigns with their records, blocklists, clock, "
        "faults and journal.",
        does=snapshot_taken,
        answers={200: Snapshot},
    ),
    Operation(
        method="PUT",
        path="/worlds/{world}/snapshot",
        name="put_snapshot",
        tag=_TAG,
        summary="Put a snapshot into a world",
        description="The world becomes what the snapshot says, whole or not at all; it is made if it is not there.",
        does=snapshot_restored,
        answers={200: WorldView, 201: WorldView},
        body=Snapshot,
        problems={503: "There are as many worlds as there may be, or the store fails."},
        examples={"A paused campaign on a frozen clock": _EXAMPLE},
    ),
)
