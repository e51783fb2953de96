"""A world's clock: shown, set, advanced."""

from functools import partial

from fastapi import Response

from mock_isales.control.calls import Call, answer
from mock_isales.control.forms.problems import BadPlace
from mock_isales.control.operations import Operation
from mock_isales.control.refusals import bad_request
from mock_isales.engine.clocks import OutOfRange
from mock_isales.engine.views.clocks import ClockAdvance, ClockSetting, ClockView, clock_view, microseconds, set_clock

_TAG = "clock"


async def clock_shown(call: Call) -> Response:
    """Show the clock."""
    return answer(clock_view((await call.world()).clock))


async def clock_set(call: Call) -> Response:
    """Make the clock go another way."""
    world = await call.world()
    setting = await call.said(ClockSetting)
    try:
        await world.change_clock(partial(set_clock, setting=setting))
    except OutOfRange as error:
        place = "now" if setting.offset is None else "offset"
        raise bad_request([BadPlace(place=place, reason=str(error))]) from None
    return answer(clock_view(world.clock))


async def clock_advanced(call: Call) -> Response:
    """Move the clock on."""
    world = await call.world()
    by = microseconds((await call.said(ClockAdvance)).seconds)
    try:
        await world.change_clock(lambda clock: clock.advance(by))
    except OutOfRange as error:
        raise bad_request([BadPlace(place="seconds", reason=str(error))]) from None
    return answer(clock_view(world.clock))


OPERATIONS = (
    Operation(
        method="GET",
        path="/worlds/{world}/clock",
        name="get_clock",
        tag=_TAG,
        summary="Look at the clock",
        description="What time it is in the world, and how its clock goes.",
        does=clock_shown,
        answers={200: ClockView},
    ),
    Operation(
        method="PUT",
        path="/worlds/{world}/clock",
        name="set_clock",
        tag=_TAG,
        summary="Set the clock",
        description="real: the host's time. offset: as fast, and so much ahead of it or behind. frozen: it stands "
        "still. manual: as frozen, and each call of a documented interface moves it on by `step` seconds.",
        does=clock_set,
        answers={200: ClockView},
        body=ClockSetting,
        examples={
            "Frozen at a time": {"mode": "frozen", "now": "2026-11-21T10:00:00Z"},
            "A day ahead of the host": {"mode": "offset", "offset": 86400},
            "A second a call": {"mode": "manual", "now": "2026-11-21T10:00:00Z", "step": 1},
            "As the host's": {"mode": "real"},
        },
    ),
    Operation(
        method="POST",
        path="/worlds/{world}/clock/advance",
        name="advance_clock",
        tag=_TAG,
        summary="Move the clock on",
        description="In every mode; a real clock becomes an offset one.",
        does=clock_advanced,
        answers={200: ClockView},
        body=ClockAdvance,
        examples={"One and a half seconds": {"seconds": 1.5}},
    ),
)
