"""Injections: what a fault does to one call."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Injection:
    """What is done to a call.

    Attributes:
        fault: The id of the fault that does it.
        code: The result code it is answered with; None leaves the answer to the contract or to `status`.
        status: The HTTP status it is answered with.
        delay: By how many seconds of real time the answer comes later.
        counts_for_pace: Whether a call that is answered with `code` or `status` counts for the pace.
    """

    fault: str
    code: str | None = None
    status: int | None = None
    delay: float = 0.0
    counts_for_pace: bool = False

    @property
    def replaces(self) -> bool:
        """Whether the call gets another answer, and nothing of what it asks for is done."""
        return self.code is not None or self.status is not None
