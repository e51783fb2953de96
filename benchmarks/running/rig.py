"""What every measure is given: where the peers are, how often and how long to measure, and who is told how it goes."""

import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path

from benchmarks.progress import Progress

HERE = Path(__file__).parent.parent


@dataclass(frozen=True, slots=True)
class Cores:
    """Where a server and what loads it run.

    Attributes:
        name: What that is called in the results.
        server: The core of the server; None leaves all to it.
        load: The core of the load; None likewise.
    """

    name: str
    server: int | None
    load: int | None


@dataclass(frozen=True, slots=True)
class Rig:
    """What every measure is given.

    Attributes:
        peers: Where the peers are installed.
        folder: A folder for what is to be forgotten afterwards.
        rounds: How many rounds there are.
        seconds: How long a slice of load lasts.
        warm_up: For how long a server is loaded at most before it is measured, in seconds.
        progress: Is told how it goes.
        runs: A number of its own for each run of load: no two send the same bodies.
    """

    peers: Path
    folder: Path
    rounds: int
    seconds: int
    warm_up: int
    progress: Progress
    runs: Iterator[int] = field(default_factory=lambda: count(1))


def placements() -> tuple[Cores, ...]:
    """One core for the server and another for the load; and all cores for both. A single core has one placement."""
    usable = sorted(os.sched_getaffinity(0))
    free = Cores("all cores", None, None)
    return (Cores("one core", usable[0], usable[-1]), free) if len(usable) > 1 else (free,)


def on_core(core: int | None, command: list[str]) -> list[str]:
    """A command that runs on one core."""
    return command if core is None else ["taskset", "-c", str(core), *command]
