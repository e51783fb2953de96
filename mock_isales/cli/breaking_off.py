"""Work that takes long, and that a signal breaks off: what is known so far is told then."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

_BY_SIGNAL = 128
"""What a shell adds to a signal's number for the exit status."""

_SIGNALS = [each for each in signal.Signals if each.name in {"SIGINT", "SIGTERM", "SIGHUP"}]


class BrokenOff(KeyboardInterrupt):
    """A signal has come.

    Attributes:
        status: The exit status that a shell has for it.
    """

    def __init__(self, number: int) -> None:
        super().__init__()
        self.status = _BY_SIGNAL + number


@contextmanager
def can_be_broken_off() -> Iterator[None]:
    """Let the first of Ctrl-C, SIGTERM and SIGHUP raise; those that follow, and what was ignored before, do nothing.

    It stays so after the block, as what is known is told then.

    Raises:
        BrokenOff: One has come.
    """
    heard = [each for each in _SIGNALS if signal.getsignal(each) is not signal.SIG_IGN]

    def take(number: int, _: FrameType | None) -> None:
        ignore()
        raise BrokenOff(number)

    def ignore() -> None:
        for each in heard:
            signal.signal(each, signal.SIG_IGN)

    for each in heard:
        signal.signal(each, take)
    yield
    ignore()
