"""The bytes that all journals of a server may take together."""

from collections import OrderedDict
from typing import Protocol


class Shedding(Protocol):
    """A journal, as the budget sees it."""

    size: int

    def shed(self) -> None:
        """Drop the oldest entry, and release its bytes."""


class Budget:
    """Keeps all journals of a server under a number of bytes.

    When they have more, the oldest entries go of the journal that has not been added to for the longest time.

    Attributes:
        total_bytes: The bytes that they may take.
        used: The bytes that they take.
        dropped: How many entries have gone to make room, or were too large to be kept, since the server started.
    """

    def __init__(self, total_bytes: int) -> None:
        self.total_bytes = total_bytes
        self.used = 0
        self.dropped = 0
        self._by_last_use: OrderedDict[Shedding, None] = OrderedDict()

    def charge(self, journal: Shedding, size: int) -> None:
        """A journal has kept an entry of that size, not larger than all that there is."""
        self.used += size
        self._by_last_use[journal] = None
        self._by_last_use.move_to_end(journal)
        while self.used > self.total_bytes:
            next(iter(self._by_last_use)).shed()

    def release(self, journal: Shedding, size: int) -> None:
        """A journal has let go of that many bytes; one that has none left is forgotten."""
        self.used -= size
        if not journal.size:
            self._by_last_use.pop(journal, None)
