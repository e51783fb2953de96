"""Replicas that are killed and started while they are called."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

from tests.serving.processes import Server, serving

Running = tuple[Server, AbstractContextManager[Server]]


@dataclass
class Slots:
    """Places for replicas on one database; each has one, or none at the moment."""

    folder: Path
    arguments: tuple[str, ...]
    running: list[Running | None]
    kills: int = 0
    _started: int = field(default=0)

    @property
    def urls(self) -> list[str]:
        """Where those that run are called."""
        return [running[0].url for running in list(self.running) if running]

    def start(self, slot: int) -> None:
        """Start one, and wait until it is ready."""
        self._started += 1
        folder = self.folder / f"started-{self._started}"
        folder.mkdir()
        context = serving(folder, *self.arguments)
        self.running[slot] = (context.__enter__(), context)

    def kill(self, slot: int) -> None:
        """Kill one, whatever it does."""
        running = self.running[slot]
        if running is not None:
            self.running[slot] = None
            running[1].__exit__(None, None, None)  # which is by SIGKILL

    def stir(self, chance: Random) -> None:
        """Kill one that runs, or start one that does not; one at least goes on."""
        slot = chance.randrange(len(self.running))
        if self.running[slot] is None:
            self.start(slot)
        elif len(self.urls) > 1:
            self.kill(slot)
            self.kills += 1


@contextmanager
def slots(folder: Path, count: int, *arguments: str) -> Iterator[Slots]:
    """So many replicas, which run."""
    made = Slots(folder, arguments, [None] * count)
    try:
        for slot in range(count):
            made.start(slot)
        yield made
    finally:
        for slot in range(count):
            made.kill(slot)
