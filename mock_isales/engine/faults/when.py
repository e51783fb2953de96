"""Which of the calls that a fault matches it strikes. A new kind is a field of `When` and a line of `_KINDS`."""

from collections.abc import Callable, Mapping
from typing import Annotated, Self

from pydantic import ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from mock_isales.engine.chance import draw
from mock_isales.engine.faults.places import wrong_at
from mock_isales.engine.forms import Form

MAX_COUNT = 1_000_000_000
MAX_SEED = (1 << 63) - 1

Count = Annotated[int, Field(ge=1, le=MAX_COUNT)]
SeedNumber = Annotated[int, Field(ge=0, le=MAX_SEED)]

Rule = Callable[[int], bool]
"""Tells whether the n-th matching call is struck, counted from 1."""

_Kind = Callable[[float, int, int], bool]
"""Tells it of what was said, n, and the seed number."""

_KINDS: Mapping[str, _Kind] = {
    "first": lambda said, seen, _: seen <= said,
    "nth": lambda said, seen, _: seen == said,
    "every": lambda said, seen, _: seen % said == 0,
    "after": lambda said, seen, _: seen > said,
    "probability": lambda said, seen, seed: draw(seed, seen) < said,
}


class When(Form):
    """Which of the matching calls are struck: at most one kind is said, and all are without any."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{}, {"first": 2}, {"nth": 3}, {"every": 5}, {"after": 10}, {"probability": 0.25, "seed": 7}]
        }
    )

    first: Count | None = Field(None, description="The first n matching calls.")
    nth: Count | None = Field(None, description="The n-th matching call alone.")
    every: Count | None = Field(None, description="Every n-th matching call: n, 2n, 3n…")
    after: Annotated[int, Field(ge=0, le=MAX_COUNT)] | None = Field(
        None, description="Every matching call after the first n."
    )
    probability: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)] | None = Field(
        None, description="Each matching call with this probability, 0 to 1; needs a seed."
    )
    seed: SeedNumber | None = Field(
        None, description="With probability: which row of chances, so that a run can be repeated."
    )

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        said = self._said()
        if len(said) > 1:
            raise PydanticCustomError("fault", f"{' and '.join(said)} exclude each other: say one of {_in_words()}")
        if self.probability is not None and self.seed is None:
            sentence = "probability needs a seed number, so that a run can be repeated; for example seed: 1"
            raise wrong_at(("seed",), None, sentence)
        if self.probability is None and self.seed is not None:
            raise wrong_at(("seed",), self.seed, "a seed number is for probability alone: say that too, or no seed")
        return self

    def rule(self) -> Rule:
        """Which calls are struck."""
        kinds = self._said()
        if not kinds:
            return lambda _: True
        strikes, said, seed = _KINDS[kinds[0]], getattr(self, kinds[0]), self.seed or 0
        return lambda seen: strikes(said, seen, seed)

    @property
    def last(self) -> int | None:
        """The last matching call that may be struck, counted from 1; None if there always is a next one."""
        return self.nth if self.first is None else self.first

    def _said(self) -> list[str]:
        return [kind for kind in _KINDS if getattr(self, kind) is not None]


def _in_words() -> str:
    *others, last = _KINDS
    return f"{', '.join(others)} and {last}, or none for every matching call"
