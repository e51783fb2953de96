"""What processes that serve at one place have counted together: it stands in memory that they share."""

import asyncio
import mmap
import struct
from collections.abc import Callable

from mock_isales.engine.counted import Counted, counted_from, summed
from mock_isales.engine.journal.tally import Tally

_PAGE_BYTES = 8 * 1024 * 1024
"""What a process has counted takes some kilobytes; memory that nobody has written takes none."""
_TURNS = 256
_HEAD = struct.Struct("<I")
_EVERY_SECONDS = 0.5


class SharedCounts:
    """What each of some processes has counted, as it was told last. It is made before they are, and outlives them.

    Each has a place with two pages. It writes the one that nobody reads, and then turns to it.

    Args:
        places: How many processes there are at a time.
    """

    def __init__(self, places: int) -> None:
        self._turns = mmap.mmap(-1, places)
        self._pages = mmap.mmap(-1, places * 2 * _PAGE_BYTES)

    def told(self, place: int) -> Counted:
        """What was told last at a place, perhaps by a process that has died since; nothing at first."""
        written, turn = b"", None
        while turn != self._turns[place]:  # else it has been told anew while it was read
            turn = self._turns[place]
            at = self._page(place, turn)
            (length,) = _HEAD.unpack_from(self._pages, at)
            written = self._pages[at + _HEAD.size : at + _HEAD.size + length]
        return counted_from(written) if written else Counted(Tally())

    def tell(self, place: int, counted: Counted) -> None:
        """Tell what the process at a place has counted; what has no room is told no more."""
        written = counted.written()
        if len(written) > _PAGE_BYTES - _HEAD.size:
            return
        turn = (self._turns[place] + 1) % _TURNS
        at = self._page(place, turn)
        self._pages[at : at + _HEAD.size + len(written)] = _HEAD.pack(len(written)) + written
        self._turns[place] = turn

    def together(self) -> Counted:
        """What all have counted together."""
        return summed(self.told(place) for place in range(len(self._turns)))

    @staticmethod
    def _page(place: int, turn: int) -> int:
        return (2 * place + turn % 2) * _PAGE_BYTES


class Telling:
    """Tells what one process counts, in the place of those that were there before and have died.

    Args:
        shared: Where it tells that.
        place: Its place there.
    """

    def __init__(self, shared: SharedCounts, place: int) -> None:
        self._shared = shared
        self._place = place
        self._before = shared.told(place).over

    def adds_up(self, counted: Counted) -> Counted:
        """Tell what this one has counted; what all have together. What was told once never becomes less."""
        self._tell(counted)
        return self._shared.together()

    async def go_on(self, counted: Callable[[], Counted]) -> None:
        """Tell it again and again, and once more at the end: of one that is killed, half a second is lost."""
        try:
            while True:
                self._tell(counted())
                await asyncio.sleep(_EVERY_SECONDS)
        finally:
            self._tell(counted())

    def _tell(self, counted: Counted) -> None:
        self._shared.tell(self._place, summed((self._before, counted)))
