"""Commands that are run apart from this process' terminal, and are ended with all that they have started."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import IO

Process = subprocess.Popen[bytes]

_ENDING_SECONDS = 5


def begin(words: Sequence[str], output: IO[bytes]) -> Process:
    """Begin a command. It hears no Ctrl-C of a terminal, and reads nothing.

    Args:
        words: The command.
        output: Where to both of its outputs go.
    """
    return subprocess.Popen(  # noqa: S603 - it is what the user asks for
        words, stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT, start_new_session=True
    )


def end(processes: Iterable[Process]) -> None:
    """End commands, with all that they have started; together they are given a moment for that."""
    some = list(processes)
    for each in some:
        _send(each, signal.SIGTERM)
    until = time.monotonic() + _ENDING_SECONDS
    for each in some:
        with suppress(subprocess.TimeoutExpired):
            each.wait(max(0.0, until - time.monotonic()))
    for each in some:
        _kill(each)
        each.wait()


def _send(process: Process, number: signal.Signals) -> None:
    if sys.platform == "win32":
        process.terminate()
        return
    with suppress(OSError):  # all of them have ended
        os.killpg(process.pid, number)


def _kill(process: Process) -> None:
    if sys.platform == "win32":
        process.kill()
        return
    _send(process, signal.SIGKILL)
