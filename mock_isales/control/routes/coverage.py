"""Coverage of the contract: shown, of the server and of a world, and forgotten."""

from http import HTTPStatus

from fastapi import Response

from mock_isales.control.calls import Call, answer, nothing
from mock_isales.control.operations import Operation
from mock_isales.control.refusals import Refused
from mock_isales.engine.coverage.coverage import Coverage
from mock_isales.engine.coverage.views import CoverageView

_TAG = "coverage"
_OFF = {409: "The server was started without --cov."}


async def coverage_shown(call: Call) -> Response:
    """Show what all worlds have covered."""
    return answer(_counted(await call.double.worlds.covered()).view())


async def coverage_cleared(call: Call) -> Response:
    """Forget what was covered, of the server and of all worlds."""
    worlds = call.double.worlds
    _counted(worlds.coverage)
    await worlds.forget_covered()
    return nothing()


async def world_coverage_shown(call: Call) -> Response:
    """Show what a world has covered."""
    return answer(_counted(await (await call.world()).covered()).view())


def _counted(coverage: Coverage | None) -> Coverage:
    """The coverage, if it is counted.

    Raises:
        Refused: It is not.
    """
    if coverage is None:
        detail = "This server does not count coverage: start it with --cov, or MOCK_ISALES_COVERAGE=true."
        raise Refused("coverage-off", HTTPStatus.CONFLICT, detail)
    return coverage


OPERATIONS = (
    Operation(
        method="GET",
        path="/coverage",
        name="get_coverage",
        tag=_TAG,
        summary="Look at what of the contract was covered",
        description="Which outcomes, clauses and boundaries the calls of all worlds have met since the start, also of "
        "worlds that have ended and of calls that journals have dropped; and what faults have answered, which meets "
        "none. Such answers of several servers can be merged: `mock-isales cov merge`.",
        does=coverage_shown,
        answers={200: CoverageView},
        problems=_OFF,
    ),
    Operation(
        method="DELETE",
        path="/coverage",
        name="clear_coverage",
        tag=_TAG,
        summary="Forget what was covered",
        description="Of the server, and of all its worlds.",
        does=coverage_cleared,
        answers={204: None},
        problems=_OFF,
    ),
    Operation(
        method="GET",
        path="/worlds/{world}/coverage",
        name="get_world_coverage",
        tag=_TAG,
        summary="Look at what of the contract a world has covered",
        description="Since the world was made, or made anew; a reset forgets nothing of it.",
        does=world_coverage_shown,
        answers={200: CoverageView},
        problems=_OFF,
    ),
)
