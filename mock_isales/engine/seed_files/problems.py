"""What is wrong with a seed file, and where."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing that is wrong.

    Attributes:
        line: Where, counted from 1; 0 where no line can be told.
        place: The key it stands under, as `vdns[0].campaigns[1].state`; empty for the file as a whole.
        what: What is wrong.
        hint: What to write instead; empty where nothing sensible can be said.
    """

    line: int
    place: str
    what: str
    hint: str = ""

    def told(self, name: str) -> str:
        """The problem in one line, as editors and CI logs can link it.

        Args:
            name: What the file is called.
        """
        spot = f"{name}:{self.line}" if self.line else name
        parts = [part for part in (spot, self.place, self.what) if part]
        return ": ".join(parts) + (f"; {self.hint}" if self.hint else "")


class Malformed(Exception):  # noqa: N818 - it reads as what it says
    """A text that cannot be read on from here."""

    def __init__(self, line: int, what: str, hint: str = "", *, column: int | None = None) -> None:
        place = "" if column is None else f"column {column}"
        self.problem = Problem(line, place, what, hint)
        super().__init__(what)


class SeedError(Exception):
    """A seed file cannot be used. The message has one line for each problem, in the order of the file."""

    def __init__(self, name: str, problems: Iterable[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(problem.told(name) for problem in self.problems))
