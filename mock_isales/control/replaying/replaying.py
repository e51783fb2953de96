"""Replays a recording, call by call, in the world that is meant."""

import asyncio
from collections.abc import Sequence
from contextlib import nullcontext

from pydantic import TypeAdapter, ValidationError

from mock_isales.api.application import Application
from mock_isales.api.routes import RawRoute, documented_routes, told_by
from mock_isales.control.forms.hars import HarEntry
from mock_isales.control.forms.problems import BadPlace
from mock_isales.control.forms.replays import Replayed
from mock_isales.control.refusals import bad_request
from mock_isales.control.replaying.comparing import at_a_glance, differences, recorded_body
from mock_isales.control.replaying.in_process import made
from mock_isales.control.replaying.plans import NotReplayed, plan, target_of
from mock_isales.control.wrong_values import shown
from mock_isales.double import Double
from mock_isales.engine.clocks import ClockMode, OutOfRange, WorldClock
from mock_isales.engine.forms import Time, microseconds_of
from mock_isales.engine.slices import Slices
from mock_isales.engine.worlds import World

_TIME: TypeAdapter[Time] = TypeAdapter(Time)
_TIMES_AT_ONCE = 100


class Replaying:
    """Makes the calls of a recording in a world.

    Args:
        double: Whose documented wire they go through, as calls from outside do.
        world: The world.
    """

    def __init__(self, double: Double, world: World) -> None:
        self._world = world
        self._signed = double.settings.auth == "c2"
        documented = documented_routes(told_by(double.settings))
        self._routes = [route for route in documented.routes if isinstance(route, RawRoute)]
        self._app = Application(documented, double.worlds, openapi_url=None)

    async def replay(self, entries: Sequence[HarEntry], times: Sequence[int] | None) -> list[Replayed]:
        """Make the calls one after the other; others have their turn in between.

        Args:
            entries: The calls.
            times: When the world's clock stands at each, in microseconds; None leaves it as it is.

        Raises:
            Lent: The world's clock is in the hands of another replay.
        """
        clock = self._world.clock
        done = []
        with self._world.used(), nullcontext() if times is None else clock.lent():
            for index, entry in enumerate(entries):
                if times is not None:
                    clock.set(ClockMode.FROZEN, times[index])
                done.append(await self._replayed(index, entry))
                await asyncio.sleep(0)
        return done

    async def _replayed(self, index: int, entry: HarEntry) -> Replayed:
        request, response = entry.request, entry.response
        told = Replayed(
            index=index,
            method=request.method,
            target=target_of(request.url),
            outcome="skipped",
            recorded=at_a_glance(response.status, recorded_body(response)),
        )
        try:
            planned = plan(entry, self._world.name, self._routes, signed=self._signed)
        except NotReplayed as error:
            return told.model_copy(update={"reason": str(error)})
        answer = await made(self._app, planned)
        found = list(differences(response, answer))
        return told.model_copy(
            update={
                "operation": planned.operation,
                "outcome": "different" if found else "same",
                "answered": at_a_glance(*answer),
                "differences": found,
            }
        )


def times_of(entries: Sequence[HarEntry], clock: WorldClock) -> Slices[list[int]]:
    """When each call was made, in microseconds.

    Raises:
        Refused: Of one of them that is not said, or it is no time that a world's clock can show.
    """
    scratch = WorldClock(clock.host)
    times = []
    for index, entry in enumerate(entries):
        place = f"log.entries[{index}].startedDateTime"
        try:
            times.append(microseconds_of(_TIME.validate_python(entry.started)))
            scratch.set(ClockMode.FROZEN, times[-1])
        except ValidationError:
            reason = f"must be a time with its zone, as 2026-11-21T10:00:00Z, not {shown(entry.started)}"
            raise bad_request([BadPlace(place=place, reason=reason)]) from None
        except OutOfRange as error:
            raise bad_request([BadPlace(place=place, reason=str(error))]) from None
        if index % _TIMES_AT_ONCE == 0:
            yield
    return times
