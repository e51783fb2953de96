"""Worlds: listed, made, looked at, reset and ended."""

from contextlib import suppress

from fastapi import Response

from mock_isales.control.bodies import seed_of
from mock_isales.control.calls import Call, answer, nothing
from mock_isales.control.forms.worlds import JournalSizes, Reset, WorldList, WorldView
from mock_isales.control.operations import Operation
from mock_isales.engine.clocks import US_PER_SECOND
from mock_isales.engine.resets import reset
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.administration import Administration
from mock_isales.engine.views.clocks import clock_view
from mock_isales.engine.worlds import World

_TAG = "worlds"
_SEED = {
    "settings": {"calldata_max": 100},
    "vdns": [{"id": 1, "blocklist": ["13900000000"], "campaigns": [{"id": 1, "name": "Spring", "pending": 10}]}],
}


async def world_list(call: Call) -> Response:
    """List the worlds."""
    worlds = call.double.worlds
    views = []
    for world in await worlds.listed():
        with suppress(LookupError):  # another process may have ended it
            views.append(await world_view(world))
    limits = worlds.limits
    return answer(WorldList(total=len(views), limit=limits.worlds, idle_seconds=limits.idle, worlds=views))


async def world_made(call: Call) -> Response:
    """Make a world, or start over with it."""
    body = await call.body()
    seed = seed_of(body) if body.strip() else None
    world, is_new = await call.double.worlds.make(call.name("world"), seed)
    return answer(await world_view(world), 201 if is_new else 200)


async def world_shown(call: Call) -> Response:
    """Show a world."""
    return answer(await world_view(await call.world()))


async def world_ended(call: Call) -> Response:
    """End a world."""
    if not await call.double.worlds.end(call.name("world")):
        raise call.no_such_world()
    return nothing()


async def world_reset(call: Call) -> Response:
    """Bring a world, or parts of it, back to its seed."""
    world = await call.world()
    said = await call.said(Reset) if (await call.body()).strip() else Reset()
    await reset(world, call.double.worlds.terms_of, said.only if "only" in said.model_fields_set else None)
    return answer(await world_view(world))


async def world_view(world: World) -> WorldView:
    """A world as it is shown."""

    def step(kept: Administration) -> tuple[int, bool]:
        return len(kept.campaigns()), kept.said().own

    campaigns, own = await world.store.administer(world.name, world.clock, step)
    journal = world.journal
    return WorldView(
        name=world.name,
        own_seed=own,
        clock=clock_view(world.clock),
        campaigns=campaigns,
        faults=len(world.faults.listed(world.clock())),
        journal=JournalSizes(
            entries=len(journal.entries()), bytes=journal.size, limit_bytes=journal.limit, dropped=journal.dropped
        ),
        waiting=world.waiting,
        idle_for=max(0, world.clock.host() - world.last_used) / US_PER_SECOND,
    )


OPERATIONS = (
    Operation(
        method="GET",
        path="/worlds",
        name="list_worlds",
        tag=_TAG,
        summary="List the worlds",
        description="Each with its clock, and how much it holds.",
        does=world_list,
        answers={200: WorldList},
    ),
    Operation(
        method="PUT",
        path="/worlds/{world}",
        name="make_world",
        tag=_TAG,
        summary="Make a world, or start over with it",
        description="The body is a seed in the form of a seed file, as JSON; without a body it is the server's seed. "
        "What a seed of its own says of settings and readings wins over what the server was told. A world that is "
        "there starts over: its clock, its faults and its journal too.",
        does=world_made,
        answers={201: WorldView, 200: WorldView},
        body=Seed,
        body_needed=False,
        problems={503: "There are as many worlds as there may be, or the store fails."},
        examples={"A seed of its own": _SEED, "An empty contact centre": {}},
    ),
    Operation(
        method="GET",
        path="/worlds/{world}",
        name="get_world",
        tag=_TAG,
        summary="Look at a world",
        description="Its clock, and how much it holds. Looking does not make a world.",
        does=world_shown,
        answers={200: WorldView},
    ),
    Operation(
        method="DELETE",
        path="/worlds/{world}",
        name="end_world",
        tag=_TAG,
        summary="End a world",
        description="All that it holds is forgotten. The next documented call in it makes it anew from the server's "
        "seed.",
        does=world_ended,
        answers={204: None},
    ),
    Operation(
        method="POST",
        path="/worlds/{world}/reset",
        name="reset_world",
        tag=_TAG,
        summary="Reset a world to its seed",
        description="All of it, its clock, faults and journal too; or the parts that `only` names.",
        does=world_reset,
        answers={200: WorldView},
        body=Reset,
        body_needed=False,
        examples={"Some parts": {"only": ["journal", "faults", "records"]}, "All of it": {}},
    ),
)
