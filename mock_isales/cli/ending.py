"""Ends a command that serves and does something besides, at Ctrl-C or SIGTERM, between two things that it does.

No exception is raised wherever the process happens to be: some libraries would take it for a mistake of theirs.
"""

import os
import signal
from collections.abc import Callable
from contextlib import suppress
from select import select
from socket import socketpair
from types import FrameType, TracebackType
from typing import Self

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


def end_at_once() -> None:
    """Let a signal end the process with status 0, whatever it does: there is nothing yet to be put away."""
    for each in _SIGNALS:
        signal.signal(each, _exit)


class Ending:
    """Hears the first signal while a block lasts; a second one ends the process at once, and none does after the block.

    Args:
        at_signal: Called at the first one, so that nothing is waited for that would take long. It interrupts whatever
            the main thread does.
    """

    def __init__(self, at_signal: Callable[[], None]) -> None:
        self._at_signal = at_signal
        self._hears, self._tells = socketpair()
        self._tells.settimeout(0)

    def __enter__(self) -> Self:
        for each in _SIGNALS:
            signal.signal(each, self._take)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for each in _SIGNALS:
            signal.signal(each, signal.SIG_IGN)
        self._hears.close()
        self._tells.close()

    def comes_within(self, seconds: float) -> bool:
        """Wait for a signal, at most so long; whether one has come, now or before."""
        heard, _, _ = select([self._hears], [], [], seconds)
        return bool(heard)

    def _take(self, _number: int, _frame: FrameType | None) -> None:
        end_at_once()
        with suppress(OSError):
            self._tells.send(b"!")
        self._at_signal()


def _exit(_number: int, _frame: FrameType | None) -> None:
    os._exit(0)
