"""Figures: what was measured, what it was to be, and whether it is."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import NamedTuple

MET, UNMET, OPEN = "✓", "✗", "–"


class Goal(NamedTuple):
    """What a figure is to be.

    Attributes:
        bound: The figure that decides.
        at_most: Whether it is to be that at most, or at least.
    """

    bound: float
    at_most: bool

    def met_by(self, value: float) -> bool:
        """Whether a value is what it is to be."""
        return value <= self.bound if self.at_most else value >= self.bound


def at_least(bound: float) -> Goal:
    """The goal of a figure of which more is better."""
    return Goal(bound, at_most=False)


def at_most(bound: float) -> Goal:
    """The goal of a figure of which less is better."""
    return Goal(bound, at_most=True)


@dataclass(frozen=True, slots=True)
class Figure:
    """Something measured some times, or left out.

    Attributes:
        what: What was measured; where some figures belong together, what they share and a colon come first.
        unit: In what.
        samples: What each time showed; none if it was left out.
        goal: What it is to be; None if it only tells.
        note: What else there is to know, or why it was left out.
    """

    what: str
    unit: str
    samples: Sequence[float] = ()
    goal: Goal | None = None
    note: str = ""

    @property
    def value(self) -> float | None:
        """The median; None if it was left out."""
        return median(self.samples) if self.samples else None

    @property
    def mark(self) -> str:
        """Whether it is what it is to be; a dash if that cannot be told."""
        if self.goal is None or self.value is None:
            return OPEN
        return MET if self.goal.met_by(self.value) else UNMET

    @property
    def group(self) -> str:
        """What it shares with others."""
        return self.what.partition(": ")[0]

    @property
    def label(self) -> str:
        """What it is among them."""
        return self.what.partition(": ")[2]

    def as_json(self) -> dict[str, object]:
        """As it is kept."""
        goal = None if self.goal is None else {"at_most" if self.goal.at_most else "at_least": _short(self.goal.bound)}
        return {
            "what": self.what,
            "unit": self.unit,
            "value": None if self.value is None else _short(self.value),
            "samples": [_short(each) for each in self.samples],
            "goal": goal,
            "met": {MET: True, UNMET: False}.get(self.mark),
            "note": self.note,
        }

    @classmethod
    def of_json(cls, kept: dict[str, object]) -> "Figure":
        """As it was kept."""
        match kept:
            case {"what": str(what), "unit": str(unit), "samples": list(samples), "goal": goal, "note": str(note)}:
                said = goal.popitem() if isinstance(goal, dict) else None
                bound = None if said is None else Goal(said[1], at_most=said[0] == "at_most")
                return cls(what, unit, samples, bound, note)
        raise ValueError(f"not a figure: {kept}")


def shown(value: float) -> str:
    """A value as people read it."""
    return f"{value:,.0f}" if value >= 1000 else f"{value:.3g}"  # noqa: PLR2004 - where three digits are too few


def _short(value: float) -> float:
    """Four digits that tell something: more do not."""
    return float(f"{value:.4g}")
