"""A world's clock: by default the host's time, and whatever else a test makes of it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from enum import StrEnum

from mock_isales.engine.identifiers import EARLIEST_US, LATEST_US

US_PER_SECOND = 1_000_000

HostTime = Callable[[], int]
"""Tells the host's time, in microseconds since the epoch."""


class ClockMode(StrEnum):
    """How a clock goes."""

    REAL = "real"  # as the host's
    OFFSET = "offset"  # as fast as the host's, and so much ahead of it or behind
    FROZEN = "frozen"  # it stands still until it is advanced or set
    MANUAL = "manual"  # as frozen, and each call of a documented interface moves it on by a step


_STANDING = frozenset({ClockMode.FROZEN, ClockMode.MANUAL})


class OutOfRange(ValueError):  # noqa: N818 - it reads as what it says
    """A time at which data ids would not have 19 digits; the message names the nearest one that is possible."""


class Lent(Exception):  # noqa: N818
    """Somebody else has the clock."""


@dataclass(frozen=True, slots=True)
class ClockState:
    """What a clock goes by.

    Attributes:
        mode: How it goes.
        offset: OFFSET: how much it is ahead of the host's, in microseconds.
        standing: FROZEN and MANUAL: where it stands, in microseconds since the epoch.
        step: MANUAL: by how much a call moves it on, in microseconds.
    """

    mode: ClockMode = ClockMode.REAL
    offset: int = 0
    standing: int = 0
    step: int = 0


class WorldClock:
    """Tells a world's time, in microseconds since the epoch.

    Args:
        host: The host's time.
        state: What it goes by.
    """

    def __init__(self, host: HostTime, state: ClockState | None = None) -> None:
        self.host = host
        self.state = state or ClockState()
        self._is_lent = False

    def __call__(self) -> int:
        """The time now."""
        return self._at(self.host())

    def set(self, mode: ClockMode, now: int | None = None, step: int = 0) -> None:
        """Make it go another way.

        Args:
            mode: How.
            now: What time it is from now on; where it stands now, if that is left out. REAL takes the host's.
            step: MANUAL: by how much a call moves it on.

        Raises:
            OutOfRange: `now` is too early or too late.
        """
        if mode is ClockMode.REAL:
            self.state = ClockState()
            return
        host = self.host()
        time = _within_range(self._at(host) if now is None else now)
        if mode is ClockMode.OFFSET:
            self.state = ClockState(mode, offset=time - host)
        else:
            self.state = ClockState(mode, standing=time, step=step if mode is ClockMode.MANUAL else 0)

    def go_by(self, state: ClockState) -> None:
        """Make it go as it went, or as another one goes."""
        self.state = state

    def set_offset(self, offset: int) -> None:
        """Make it go as fast as the host's, so many microseconds ahead of it; behind, if less than 0.

        Raises:
            OutOfRange: It would be too early or too late.
        """
        _within_range(self.host() + offset)
        self.state = ClockState(ClockMode.OFFSET, offset=offset)

    def advance(self, by: int) -> None:
        """Move it on, in every mode; a real one becomes an offset one.

        Args:
            by: Microseconds; less than 0 moves it back.

        Raises:
            OutOfRange: It would be too early or too late.
        """
        host = self.host()
        time = _within_range(self._at(host) + by)
        if self.state.mode in _STANDING:
            self.state = replace(self.state, standing=time)
        else:
            self.state = ClockState(ClockMode.OFFSET, offset=time - host)

    def tick(self) -> None:
        """Move a manual clock on by its step, as far as its range goes: a call has been made."""
        if self.state.mode is ClockMode.MANUAL:
            self.state = replace(self.state, standing=_nearest(self.state.standing + self.state.step))

    @contextmanager
    def lent(self) -> Iterator[None]:
        """Let somebody set it, and nobody else borrow it, as long as a block lasts.

        Raises:
            Lent: Somebody else has it.
        """
        if self._is_lent:
            raise Lent
        self._is_lent = True
        try:
            yield
        finally:
            self._is_lent = False

    def _at(self, host: int) -> int:
        """The time when the host's is that. It is read once for a change: between two readings it goes on."""
        if self.state.mode in _STANDING:
            return self.state.standing
        return host if self.state.mode is ClockMode.REAL else _nearest(host + self.state.offset)


def _nearest(time: int) -> int:
    return min(max(time, EARLIEST_US), LATEST_US)


def _within_range(time: int) -> int:
    if EARLIEST_US <= time <= LATEST_US:
        return time
    nearest = "2018-06-01T00:00:00Z" if time < EARLIEST_US else "2080-06-01T00:00:00Z"
    raise OutOfRange(f"data ids have 19 digits from 2018-06 to 2080-06 only; the nearest time is {nearest}")
