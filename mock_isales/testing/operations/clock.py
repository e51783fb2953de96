"""Operations on a world's clock."""

from mock_isales.engine.forms import Instant
from mock_isales.engine.views.clocks import ClockSetting, ClockView
from mock_isales.testing.sent import Sent, a, body_of, of_world


def get(world: str) -> Sent[ClockView]:
    """What it shows."""
    return Sent("GET", of_world(world, "clock"), a(ClockView))


def put(world: str, setting: ClockSetting) -> Sent[ClockView]:
    """Make it go as a setting says."""
    return _put(world, setting)


def real(world: str) -> Sent[ClockView]:
    """As the host's."""
    return _put(world, {"mode": "real"})


def offset(world: str, seconds: float) -> Sent[ClockView]:
    """As fast as the host's, and so much ahead of it."""
    return _put(world, {"mode": "offset", "offset": seconds})


def freeze(world: str, now: Instant | None) -> Sent[ClockView]:
    """It stands still, at a time or where it is."""
    return _put(world, {"mode": "frozen", "now": now})


def manual(world: str, step: float, now: Instant | None) -> Sent[ClockView]:
    """It stands still, and each call moves it on by a step."""
    return _put(world, {"mode": "manual", "step": step, "now": now})


def advance(world: str, seconds: float) -> Sent[ClockView]:
    """Move it on."""
    return Sent("POST", of_world(world, "clock", "advance"), a(ClockView), body_of({"seconds": seconds}))


def _put(world: str, setting: object) -> Sent[ClockView]:
    return Sent("PUT", of_world(world, "clock"), a(ClockView), body_of(setting))
