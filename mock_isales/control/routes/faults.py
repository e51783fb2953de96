"""Faults: listed, set and taken away."""

from fastapi import Response

from mock_isales.control.calls import Call, answer, nothing
from mock_isales.control.forms.faults import FaultList
from mock_isales.control.operations import Operation
from mock_isales.control.refusals import no_such
from mock_isales.engine.faults.forms import Fault, SetFault

_TAG = "faults"


async def fault_list(call: Call) -> Response:
    """List the faults."""
    world = await call.world()
    faults = world.faults.listed(world.clock())
    return answer(FaultList(total=len(faults), faults=faults))


async def fault_set(call: Call) -> Response:
    """Set a fault."""
    world = await call.world()
    fault = await call.said(Fault)
    return answer(await world.change_faults(lambda faults, now: faults.put(fault, now)), 201)


async def faults_cleared(call: Call) -> Response:
    """Take all faults away."""
    await (await call.world()).change_faults(lambda faults, _: faults.clear())
    return nothing()


async def fault_removed(call: Call) -> Response:
    """Take a fault away."""
    world, name = await call.world(), call.name("id")
    if not await world.change_faults(lambda faults, _: faults.remove(name)):
        known = [each.id for each in world.faults.listed(world.clock())]
        raise no_such("fault", name, known, "POST sets a fault, and its answer says its id.")
    return nothing()


OPERATIONS = (
    Operation(
        method="GET",
        path="/worlds/{world}/faults",
        name="list_faults",
        tag=_TAG,
        summary="List the faults",
        description="In the order they were set, with how many calls they have seen and struck; those that have "
        "ended too.",
        does=fault_list,
        answers={200: FaultList},
    ),
    Operation(
        method="POST",
        path="/worlds/{world}/faults",
        name="set_fault",
        tag=_TAG,
        summary="Set a fault",
        description="It strikes calls that are valid in themselves, before their campaign is looked at. Of several, "
        "the first in the order they were set wins. What it strikes stores nothing, unless it is late only.",
        does=fault_set,
        answers={201: SetFault},
        body=Fault,
        examples={
            "The first two calls for a campaign": {
                "operation": "add_outbound_numbers",
                "match": {"campaign": 1},
                "when": {"first": 2},
                "answer": {"code": "0200006"},
            },
            "One call in four, for half a minute": {
                "when": {"probability": 0.25, "seed": 7},
                "answer": {"status": 503},
                "until": {"seconds": 30},
            },
            "Every third call late": {
                "when": {"every": 3},
                "answer": {"latency": {"log_normal": {"median": 0.2, "sigma": 0.5}, "seed": 7}},
            },
        },
    ),
    Operation(
        method="DELETE",
        path="/worlds/{world}/faults",
        name="clear_faults",
        tag=_TAG,
        summary="Take all faults away",
        description="Their ids are not given again.",
        does=faults_cleared,
        answers={204: None},
    ),
    Operation(
        method="DELETE",
        path="/worlds/{world}/faults/{id}",
        name="remove_fault",
        tag=_TAG,
        summary="Take a fault away",
        description="Its id is not given again.",
        does=fault_removed,
        answers={204: None},
    ),
)
