"""Injections: what a fault does to one call."""

from dataclasses import dataclass
from typing import Literal

MAGIC = "magic"
"""The id of the fault that magic values stand for; no fault that is set has it."""

Ending = Literal["reset", "empty", "garbage"]
"""What happens to a connection instead of an answer."""

Transport = Literal["reset", "empty", "garbage", "cut", "drip"]
"""What happens to an answer on its way."""


@dataclass(frozen=True, slots=True)
class Injection:
    """What is done to a call.

    Attributes:
        fault: The id of the fault that does it.
        code: The result code it is answered with; None leaves the answer to the contract or to `status`.
        status: The HTTP status it is answered with.
        delay: By how many seconds of real time the answer comes later.
        counts_for_pace: Whether a call that is not applied counts for the pace.
        connection: What happens to the connection instead of an answer.
        applied: With `connection`: whether the call is done all the same, and only its answer is lost.
        cut: After how many bytes of its body the answer breaks off; None lets it come whole.
        drip: How many bytes of its body come at a time, and the seconds between; None lets them come at once.
    """

    fault: str
    code: str | None = None
    status: int | None = None
    delay: float = 0.0
    counts_for_pace: bool = False
    connection: Ending | None = None
    applied: bool = False
    cut: int | None = None
    drip: tuple[int, float] | None = None

    @property
    def replaces(self) -> bool:
        """Whether the call gets another answer or none, and nothing of what it asks for is done."""
        unanswered = self.connection is not None and not self.applied
        return unanswered or self.code is not None or self.status is not None

    @property
    def transport(self) -> Transport | None:
        """What happens to the answer on its way; None: nothing."""
        if self.connection is not None:
            return self.connection
        if self.cut is not None:
            return "cut"
        return None if self.drip is None else "drip"
