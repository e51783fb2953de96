"""Whether the double lives, is ready, and which one it is."""

from fastapi import Response

from mock_isales import __version__
from mock_isales.control.calls import Call, answer
from mock_isales.control.forms.probes import Live, Ready, Version
from mock_isales.control.operations import Operation
from mock_isales.control.refusals import draining
from mock_isales.engine.worlds import DEFAULT_WORLD

_TAG = "probes"


async def live(_: Call) -> Response:
    """Say that the process answers."""
    return answer(Live())


async def ready(call: Call) -> Response:
    """Say that the store answers, by asking it."""
    double = call.double
    if double.ending.is_set():
        raise draining("It takes no more calls.")
    world = await double.worlds.enter(DEFAULT_WORLD)
    await double.store.administer(world.name, world.clock, lambda kept: kept.exists)
    kind = double.settings.store.partition(":")[0]
    return answer(Ready(worlds=len(double.worlds.names()), store=kind))


async def version(call: Call) -> Response:
    """Say which double this is."""
    terms = (await call.double.worlds.enter(DEFAULT_WORLD)).terms
    edition = call.double.settings.edition
    return answer(Version(version=__version__, edition=edition, readings=terms.readings, settings=terms.service))


OPERATIONS = (
    Operation(
        method="GET",
        path="/live",
        name="live",
        tag=_TAG,
        summary="Whether the process answers",
        description="For liveness probes. Anyone may ask, from anywhere.",
        does=live,
        answers={200: Live},
        is_open=True,
    ),
    Operation(
        method="GET",
        path="/ready",
        name="ready",
        tag=_TAG,
        summary="Whether the double can do its work",
        description="For readiness probes: asks the store, too. Anyone may ask, from anywhere.",
        does=ready,
        answers={200: Ready},
        problems={503: "The store fails, or the server ends."},
        is_open=True,
    ),
    Operation(
        method="GET",
        path="/version",
        name="version",
        tag=_TAG,
        summary="Which double this is",
        description="Its version, the edition of the documents, and the readings and settings of the default world.",
        does=version,
        answers={200: Version},
    ),
)
