"""Trials: a command is run again and again, each time beside a double that differs in one thing."""

import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from tempfile import TemporaryFile
from threading import Event
from typing import NamedTuple

from mock_isales.cli.process_groups import Process, begin, end

NEVER_ENDED = 124
"""The exit status of a command that took too long, as timeout(1) has it."""


class Trial(NamedTuple):
    """One way in which the double differs.

    Attributes:
        name: What it is called.
        flags: What `mock-isales run` is told for it.
    """

    name: str
    flags: tuple[str, ...] = ()


class Tried(NamedTuple):
    """How a trial ended.

    Attributes:
        trial: Which one.
        status: The command's exit status.
        seconds: How long it took.
        output: What the command printed, on both outputs.
        took_too_long: Whether it was ended.
    """

    trial: Trial
    status: int
    seconds: float
    output: str
    took_too_long: bool = False

    @property
    def passed(self) -> bool:
        """Whether the command found nothing wrong."""
        return self.status == 0


class Trials:
    """Runs trials, some at a time.

    Args:
        command: What is run.
        flags: What `mock-isales run` is told for each of them.
        jobs: How many at a time.
        timeout: After how many seconds a command is ended; None lets it go on.
    """

    def __init__(self, command: Sequence[str], flags: Sequence[str], jobs: int, timeout: float | None = None) -> None:
        self._command = command
        self._flags = flags
        self._jobs = jobs
        self._timeout = timeout
        self._running: set[Process] = set()
        self._ended = Event()

    def run(self, trials: Sequence[Trial]) -> Iterator[Tried]:
        """Run them; each is told as soon as it has ended.

        Raises:
            KeyboardInterrupt: Ctrl-C; what is still running has been ended.
        """
        with self._pool() as pool:
            waiting: set[Future[Tried | None]] = {pool.submit(self.take, trial) for trial in trials}
            while waiting:
                done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                yield from _results(done)

    def take(self, trial: Trial) -> Tried | None:
        """Take one; None if it was not begun, or broken off."""
        if self._ended.is_set():
            return None
        began = time.monotonic()
        with TemporaryFile() as output:
            words = [sys.executable, "-m", "mock_isales", "run", "--quiet", *self._flags, *trial.flags, "--"]
            process = begin([*words, *self._command], output)
            self._running.add(process)
            if self._ended.is_set():  # meanwhile: whoever ends all has not seen this one
                end([process])
            took_too_long = not self._ends_in_time(process)
            self._running.discard(process)
            output.seek(0)
            said = output.read().decode(errors="replace")
        status = NEVER_ENDED if took_too_long else process.returncode
        return None if self._ended.is_set() else Tried(trial, status, time.monotonic() - began, said, took_too_long)

    def _ends_in_time(self, process: Process) -> bool:
        """Wait for a command, and end it where that takes too long."""
        try:
            process.wait(self._timeout)
        except subprocess.TimeoutExpired:
            end([process])
            return False
        return True

    @contextmanager
    def _pool(self) -> Iterator[ThreadPoolExecutor]:
        pool = ThreadPoolExecutor(self._jobs)
        try:
            yield pool
        except BaseException:
            self._ended.set()
            end(self._running)
            raise
        finally:
            pool.shutdown(cancel_futures=True)


def _results(done: set["Future[Tried | None]"]) -> Iterator[Tried]:
    for future in done:
        result = future.result()
        if result is not None:
            yield result
