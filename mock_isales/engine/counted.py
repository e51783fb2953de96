"""What a process has counted since it started, and what it has at the moment; of several, what they have together."""

import json
from collections.abc import Iterable
from typing import NamedTuple

from mock_isales.engine.journal.tally import Tally


class Counted(NamedTuple):
    """What a process has counted.

    Attributes:
        tally: The calls that it has answered.
        dropped: How many calls its journals had no room for.
        waiting: Who waits for calls or follows them, at the moment.
        journal_bytes: The bytes that its journals take.
        journal_max: The most that they may take.
        worlds: How many worlds it knows.
        entries: How many calls their journals keep, as far as it knows.
    """

    tally: Tally
    dropped: int = 0
    waiting: int = 0
    journal_bytes: int = 0
    journal_max: int = 0
    worlds: int = 0
    entries: int = 0

    @property
    def over(self) -> "Counted":
        """What stays of it when the process has ended."""
        return Counted(self.tally, self.dropped)

    def written(self) -> bytes:
        """It as JSON."""
        tally, *numbers = self
        return json.dumps([tally.rows(), *numbers], separators=(",", ":")).encode()


def counted_from(written: bytes) -> Counted:
    """What was written."""
    rows, *numbers = json.loads(written)
    tally = Tally()
    tally.add(rows)
    return Counted(tally, *numbers)


def summed(several: Iterable[Counted]) -> Counted:
    """What processes have together. Their worlds are the same: of those, what the one has that knows most."""
    tally, dropped, waiting, journal_bytes, journal_max, worlds, entries = Tally(), 0, 0, 0, 0, 0, 0
    for each in several:
        tally.add(each.tally.rows())
        dropped += each.dropped
        waiting += each.waiting
        journal_bytes += each.journal_bytes
        journal_max += each.journal_max
        worlds, entries = max(worlds, each.worlds), max(entries, each.entries)
    return Counted(tally, dropped, waiting, journal_bytes, journal_max, worlds, entries)
