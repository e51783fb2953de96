"""How far trials have come: a bar on a terminal, a line each elsewhere."""

import sys
from types import TracebackType
from typing import Self

import typer

from mock_isales.cli.trials import Tried


class TrialProgress:
    """Tells on standard error how far trials have come, while a block lasts.

    Args:
        total: How many there are.
        fails: What is said of one whose command fails.
        passes: What is said of the others.
    """

    def __init__(self, total: int, fails: str, passes: str) -> None:
        self._total = total
        self._fails = fails
        self._passes = passes
        self._told = 0
        self._bar = (
            typer.progressbar(length=total, file=sys.stderr, item_show_func=lambda last: last, show_pos=True)
            if sys.stderr.isatty()
            else None
        )

    def __enter__(self) -> Self:
        if self._bar is not None:
            self._bar.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bar is not None:
            self._bar.__exit__(kind, error, trace)

    def tell(self, tried: Tried) -> None:
        """One has ended."""
        self._told += 1
        how = self._passes if tried.passed else self._fails
        what = f"{tried.trial.name} {how}"
        if self._bar is None:
            line = f"mock-isales: {self._told}/{self._total} {what} ({tried.seconds:.1f} s)"
            print(line, file=sys.stderr, flush=True)  # noqa: T201
        else:
            self._bar.current_item = what
            self._bar.update(1)
