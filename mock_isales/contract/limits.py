"""Limits of campaigns: the numbers that a rule judges, declared so that it can be told how near a call came to one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text

Request = TypeVar("Request")
Facts = TypeVar("Facts")


@dataclass(frozen=True, slots=True)
class Limit(Generic[Request, Facts]):
    """A number that a rule judges.

    Attributes:
        setting: The setting of the imitated server that it is.
        measured: The number, where there is a campaign; None if there is nothing to measure.
        bound: The last number that passes; None where the terms lift the limit.
        is_least: Whether that is the least number that passes, not the most.
        meaning: What the number is, with its unit.
        grain: What is beyond the bound by no more than this is just beyond it.
    """

    setting: str
    measured: Callable[[Request, Facts, Terms], int | None]
    bound: Callable[[Terms], int | None]
    meaning: Text
    is_least: bool = False
    grain: int = 1

    @property
    def beyond(self) -> str:
        """On which side of the bound a number is refused."""
        return "under" if self.is_least else "over"

    def is_just_beyond(self, number: int, bound: int) -> bool:
        """Whether a number is refused, and hardly so."""
        distance = bound - number if self.is_least else number - bound
        return 0 < distance <= self.grain
