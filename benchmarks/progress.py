"""A bar on standard error that tells how far the measuring is."""

import sys
from types import TracebackType
from typing import Self

from rich.console import Console
from rich.progress import BarColumn, TaskProgressColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar


class Progress:
    """How far the measuring is: measures of some weight each, in steps.

    Args:
        total: The weight of all measures together.
    """

    def __init__(self, total: float) -> None:
        self._bar = Bar(
            TextColumn("{task.description}"),
            BarColumn(),
            TaskProgressColumn(),
            TimeElapsedColumn(),
            TimeRemainingColumn(),
            console=Console(file=sys.stderr),
            transient=True,
        )
        self._task = self._bar.add_task("", total=total)
        self._name = ""
        self._done = 0.0
        self._end = 0.0
        self._step = 0.0

    def __enter__(self) -> Self:
        self._bar.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._bar.stop()

    def begin(self, name: str, weight: float) -> None:
        """A measure begins; the one before is over."""
        self._name, self._done, self._end, self._step = name, self._end, self._end + weight, 0.0
        self._bar.update(self._task, completed=self._done, description=name)

    def expect(self, steps: int) -> None:
        """It has so many steps."""
        self._step = (self._end - self._done) / max(steps, 1)

    def step(self, doing: str = "") -> None:
        """One of them is done."""
        self._done = min(self._done + self._step, self._end)
        self._bar.update(
            self._task, completed=self._done, description=f"{self._name}: {doing}" if doing else self._name
        )

    def say(self, text: str) -> None:
        """Say something that is to stay, above the bar."""
        self._bar.console.print(text, highlight=False)
