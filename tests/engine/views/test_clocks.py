"""A world's clock is shown, set and restored."""

from typing import Any

import pytest
from pydantic import ValidationError

from mock_isales.engine.clocks import OutOfRange, WorldClock
from mock_isales.engine.views.clocks import ClockSetting, ClockView, clock_view, restore_clock, set_clock
from tests.clocks import ManualClock

TEN = "2026-11-21T10:00:00.000000Z"
TEN_US = 1_795_255_200_000_000
SECOND = 1_000_000


@pytest.fixture
def host() -> ManualClock:
    return ManualClock(TEN_US)


@pytest.fixture
def clock(host: ManualClock) -> WorldClock:
    return WorldClock(host)


def told(**setting: Any) -> ClockSetting:  # noqa: ANN401 - whatever a client says
    return ClockSetting.model_validate(setting)


def shown(clock: WorldClock) -> dict[str, Any]:
    return clock_view(clock).model_dump(mode="json")


def test_it_is_shown_as_it_goes(clock: WorldClock) -> None:
    assert shown(clock) == {"mode": "real", "now": TEN, "offset": 0.0, "step": 0.0}


@pytest.mark.parametrize(
    ("setting", "expected"),
    [
        ({"mode": "frozen"}, {"mode": "frozen", "now": TEN, "offset": 0.0, "step": 0.0}),
        (
            {"mode": "frozen", "now": "2026-11-21T12:00:00.5+01:00"},
            {"mode": "frozen", "now": "2026-11-21T11:00:00.500000Z", "offset": 0.0, "step": 0.0},
        ),
        ({"mode": "manual", "step": 1.5}, {"mode": "manual", "now": TEN, "offset": 0.0, "step": 1.5}),
        (
            {"mode": "offset", "offset": -3600},
            {"mode": "offset", "now": "2026-11-21T09:00:00.000000Z", "offset": -3600.0, "step": 0.0},
        ),
        (
            {"mode": "offset", "now": "2026-11-21T10:00:00.000001Z"},
            {"mode": "offset", "now": "2026-11-21T10:00:00.000001Z", "offset": 0.000001, "step": 0.0},
        ),
    ],
)
def test_it_goes_as_it_is_told(clock: WorldClock, setting: dict[str, Any], expected: dict[str, Any]) -> None:
    set_clock(clock, told(**setting))
    assert shown(clock) == expected
    set_clock(clock, told(mode="real"))
    assert shown(clock) == {"mode": "real", "now": TEN, "offset": 0.0, "step": 0.0}


@pytest.mark.parametrize(
    "setting",
    [
        {},
        {"mode": "stopped"},
        {"mode": "frozen", "now": "2026-11-21T10:00:00"},
        {"mode": "frozen", "now": 1_795_255_200},
        {"mode": "frozen", "now": "9999-12-31T23:59:59-14:00"},
        {"mode": "frozen", "step": 1},
        {"mode": "manual", "step": -1},
        {"mode": "manual", "offset": 1},
        {"mode": "real", "now": TEN},
        {"mode": "offset", "now": TEN, "offset": 1},
        {"mode": "offset", "offset": "1"},
        {"mode": "offset", "offset": float("nan")},
        {"mode": "frozen", "time": TEN},
    ],
)
def test_what_makes_no_sense_is_refused(setting: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        told(**setting)


@pytest.mark.parametrize(
    ("setting", "nearest"),
    [
        ({"mode": "frozen", "now": "2018-05-31T23:59:59Z"}, "2018-06-01"),
        ({"mode": "offset", "now": "2080-06-01T00:00:01Z"}, "2080-06-01"),
        ({"mode": "offset", "offset": -300_000_000}, "2018-06-01"),
    ],
)
def test_a_time_that_no_world_has_is_told_the_nearest(clock: WorldClock, setting: dict[str, Any], nearest: str) -> None:
    with pytest.raises(OutOfRange, match=nearest):
        set_clock(clock, told(**setting))
    assert shown(clock)["mode"] == "real"


@pytest.mark.parametrize(
    "setting",
    [
        {"mode": "real"},
        {"mode": "offset", "offset": 12.345678},
        {"mode": "frozen", "now": "2026-01-01T00:00:00Z"},
        {"mode": "manual", "now": "2026-01-01T00:00:00Z", "step": 0.25},
    ],
)
def test_it_is_restored_as_it_was_shown(host: ManualClock, clock: WorldClock, setting: dict[str, Any]) -> None:
    set_clock(clock, told(**setting))
    view = ClockView.model_validate_json(clock_view(clock).model_dump_json())
    other = WorldClock(host)
    host.advance(5 * SECOND)
    restore_clock(other, view)
    assert other.state == clock.state
