"""Replays a recording, call by call, in the world that is meant."""

import asyncio
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from pydantic import TypeAdapter, ValidationError
from pydantic_core import to_json

from mock_isales.api.application import Application
from mock_isales.api.routes import RawRoute, routes_of
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


class Done:
    """What became of the calls of a recording.

    Attributes:
        counts: How many there are of each outcome.
    """

    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()
        self._told: list[bytes] = []

    def add(self, replayed: Replayed) -> None:
        """A call was made, or skipped."""
        self.counts[replayed.outcome] += 1
        self._told.append(replayed.model_dump_json().encode())

    def json(self) -> Iterator[bytes]:
        """The JSON of a `Replay`, part by part."""
        counts = {outcome: self.counts[outcome] for outcome in ("same", "different", "skipped")}
        yield to_json(counts)[:-1] + b',"entries":['
        for index, told in enumerate(self._told):
            yield (b"," if index else b"") + told
        yield b"]}"


class Replaying:
    """Makes the calls of a recording in a world.

    Args:
        double: Whose documented wire they go through, as calls from outside do.
        world: The world.
    """

    def __init__(self, double: Double, world: World) -> None:
        self._world = world
        self._signed = double.settings.auth == "c2"
        documented = routes_of(double.settings, double.worlds.served.interfaces)
        self._routes = [route for route in documented.routes if isinstance(route, RawRoute)]
        self._app = Application(documented, double.worlds, openapi_url=None)

    async def replay(self, entries: deque[HarEntry], times: Sequence[int] | None) -> Done:
        """Make the calls one after the other; others have their turn in between.

        Args:
            entries: The calls. Each is taken out when it is made: to let go of all at the end takes long.
            times: When the world's clock stands at each, in microseconds; None leaves it as it is.

        Raises:
            Lent: The world's clock is in the hands of another replay.
        """
        if times is None:
            with self._world.used():
                return await self._replay_all(entries)
        before = self._world.clock.state
        with self._world.used(), self._world.clock.lent():
            try:
                return await self._replay_all(entries, times)
            finally:
                await self._world.change_clock(lambda clock: clock.go_by(before))

    async def _replay_all(self, entries: deque[HarEntry], times: Sequence[int] | None = None) -> Done:
        done = Done()
        for index in range(len(entries)):
            if times is not None:
                await self._world.change_clock(partial(WorldClock.set, mode=ClockMode.FROZEN, now=times[index]))
            done.add(await self._replayed(index, entries.popleft()))
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
                "answered": at_a_glance(answer.status, answer.body),
                "differences": found,
                "reason": f"a fault let no answer come ({answer.lost})" if answer.lost else None,
            }
        )


def times_of(entries: Iterable[HarEntry], clock: WorldClock) -> Slices[list[int]]:
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
