"""The host's clock, as the world that the server starts with takes its time from it."""

from collections.abc import Callable
from time import monotonic_ns, time_ns

from mock_isales.engine.identifiers import EARLIEST_US, LATEST_US


class HostClock:
    """Tells the time in microseconds since the epoch, and never goes back.

    It reads the wall clock once and goes on by the monotonic one: setting the host's time back does not stretch the
    pace. It stays between June 2018 and June 2080, where data ids have 19 digits.
    """

    def __init__(self, wall: Callable[[], int] = time_ns, monotonic: Callable[[], int] = monotonic_ns) -> None:
        self._monotonic = monotonic
        self._offset = wall() - monotonic()

    def __call__(self) -> int:
        """The time now."""
        now = (self._offset + self._monotonic()) // 1000
        return now if EARLIEST_US <= now <= LATEST_US else min(max(now, EARLIEST_US), LATEST_US)
