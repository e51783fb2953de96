"""The tally of a server: how many calls there were of which outcome, when it ends and its worlds have long ended."""

from typing import NamedTuple

from mock_isales.engine.journal.entries import Entry


class Outcome(NamedTuple):
    """What calls have in common that are counted together.

    Attributes:
        operation: Which documented operation was called, None if the address is not documented.
        result_code: The code of the answer, None for an answer by HTTP status.
        status: The answer's HTTP status.
    """

    operation: str | None
    result_code: str | None
    status: int


class Tally:
    """Counts the calls of a whole server, whatever its journals drop, and whichever of its worlds end."""

    def __init__(self) -> None:
        self._counts: dict[tuple[str | None, str | None, int], int] = {}

    def count(self, entry: Entry) -> None:
        """A call was answered."""
        decision = entry.decision
        outcome = entry.operation, None if decision is None else decision.result_code, entry.status
        self._counts[outcome] = self._counts.get(outcome, 0) + 1

    def calls(self) -> dict[Outcome, int]:
        """How many calls there were of each outcome."""
        return {Outcome(*outcome): count for outcome, count in self._counts.items()}
