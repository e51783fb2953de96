"""The tally of a server: how many calls there were of which outcome, when it ends and its worlds have long ended."""

from typing import Protocol

from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.journal.outcomes import Outcome


class Counts(Protocol):
    """Counts calls in its own way."""

    def count(self, entry: Entry) -> None:
        """A call was answered."""


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
