"""A world's clock as it is shown and set. Seconds are decimal, to the microsecond."""

from typing import Annotated, Self

from pydantic import Field, model_validator

from mock_isales.engine.clocks import US_PER_SECOND, ClockMode, WorldClock
from mock_isales.engine.faults.places import wrong_at
from mock_isales.engine.forms import Form, Time, microseconds_of, time_of

_LONGEST = 62 * 366 * 24 * 60 * 60
"""Seconds: more than a clock's whole range."""

Seconds = Annotated[float, Field(ge=-_LONGEST, le=_LONGEST, allow_inf_nan=False)]
Mode = Annotated[ClockMode, Field(strict=False, title="How it goes: real, offset, frozen or manual.")]


class ClockView(Form):
    """What a world's clock shows."""

    mode: Mode
    now: Time = Field(title="What time it is in the world.")
    offset: Seconds = Field(0.0, title="offset: by how many seconds it is ahead of the host's; behind, if less than 0.")
    step: Seconds = Field(0.0, title="manual: by how many seconds each call moves it on.")


class ClockSetting(Form):
    """How a world's clock is to go."""

    mode: Mode
    now: Time | None = Field(
        None, title="What time it is from now on; left out, it goes on from where it is. real takes the host's."
    )
    offset: Seconds | None = Field(None, title="offset: by how many seconds it is to be ahead of the host's.")
    step: Annotated[float, Field(ge=0, le=86_400, allow_inf_nan=False)] | None = Field(
        None, title="manual: by how many seconds each call of a documented interface moves it on; 0 if left out."
    )

    @model_validator(mode="after")
    def _only_what_the_mode_knows(self) -> Self:
        if self.mode is ClockMode.REAL and self.now is not None:
            raise wrong_at(("now",), self.now, "a real clock shows the host's time: leave it out, or say another mode")
        if self.offset is not None and self.mode is not ClockMode.OFFSET:
            raise wrong_at(("offset",), self.offset, "only the mode offset has an offset")
        if self.offset is not None and self.now is not None:
            raise wrong_at(("offset",), self.offset, "now and offset say the same: leave out one of them")
        if self.step is not None and self.mode is not ClockMode.MANUAL:
            raise wrong_at(("step",), self.step, "only the mode manual has a step")
        return self


class ClockAdvance(Form):
    """By how much a world's clock is to be moved on."""

    seconds: Seconds = Field(title="How far; less than 0 moves it back.")


def clock_view(clock: WorldClock) -> ClockView:
    """What a clock shows."""
    state = clock.state
    return ClockView(
        mode=state.mode,
        now=time_of(clock()),
        offset=state.offset / US_PER_SECOND,
        step=state.step / US_PER_SECOND,
    )


def set_clock(clock: WorldClock, setting: ClockSetting) -> None:
    """Make a clock go as it is told.

    Raises:
        OutOfRange: It would show a time that no world has.
    """
    if setting.offset is not None:
        clock.set_offset(microseconds(setting.offset))
        return
    now = None if setting.now is None else microseconds_of(setting.now)
    clock.set(setting.mode, now, microseconds(setting.step or 0))


def restore_clock(clock: WorldClock, view: ClockView) -> None:
    """Make a clock go as another one did when it was shown.

    Raises:
        OutOfRange: It would show a time that no world has.
    """
    if view.mode is ClockMode.OFFSET:
        clock.set_offset(microseconds(view.offset))
    else:
        clock.set(view.mode, microseconds_of(view.now), microseconds(view.step))


def microseconds(seconds: float) -> int:
    """Seconds in whole microseconds."""
    return round(seconds * US_PER_SECOND)
