"""Commands that go on until they are ended, as `sweep` and `mutate` of a suite that takes long, and their ends."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.serving.processes import SECONDS, environment

LONG = """
import os, pathlib, subprocess, sys
runs = pathlib.Path({folder!r}, "runs")
count = len(runs.read_text()) if runs.exists() else 0
runs.write_text("x" * (count + 1))
if count >= {quick}:
    child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(600)"])
    told = pathlib.Path({folder!r}, "child.new")
    told.write_text(str(child.pid))
    told.rename({folder!r} + "/child")
    child.wait()
"""
TRIES = ("3", "9", "27")
"""Seconds: how long a run may take. Where the machine is busy, even one that does nothing may take longer."""


def beside(folder: Path, quick: int) -> tuple[str, ...]:
    """A command that goes on for long, with a child of its own, after it has been run so many times."""
    return "--", sys.executable, "-c", LONG.format(folder=str(folder), quick=quick)


def only_quick_at_first(folder: Path) -> str:
    """Python that does nothing, but goes on for long from the second time on."""
    first = str(folder / "first")
    return f"import pathlib, time; p = pathlib.Path({first!r}); p.exists() and time.sleep(600); p.touch()"


def in_time(command: Callable[[str], subprocess.CompletedProcess[str]]) -> subprocess.CompletedProcess[str]:
    """How a command ends that limits its runs to so many seconds, where its first run was not too slow for that."""
    ended = command(TRIES[0])
    for seconds in TRIES[1:]:
        if "takes longer than" not in ended.stderr:
            break
        ended = command(seconds)
    return ended


@contextmanager
def going_on(*arguments: str, variables: Mapping[str, str] | None = None) -> Iterator[subprocess.Popen[str]]:
    """A command of mock-isales that has begun; it is killed at the end of the block, if it is still there."""
    with subprocess.Popen(
        [sys.executable, "-m", "mock_isales", *arguments],
        env=environment(variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            process.kill()


def began(folder: Path) -> int:
    """Wait for the child of a command that goes on for long; its process id."""
    file, until = folder / "child", time.monotonic() + SECONDS
    while not file.exists():
        assert time.monotonic() < until
        time.sleep(0.01)
    return int(file.read_text(encoding="utf-8"))


def ends(process: int) -> bool:
    """Whether a process that is not ours ends soon."""
    until = time.monotonic() + SECONDS
    while time.monotonic() < until:
        try:
            os.kill(process, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.01)
    return False
