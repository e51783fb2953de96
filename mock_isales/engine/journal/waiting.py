"""What the waiters and the followers of a journal get, and how a waiter counts."""

import asyncio
from collections.abc import Iterable
from dataclasses import dataclass

from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.journal.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Selection:
    """Some entries of a journal.

    Attributes:
        total: How many match; of one who waited: how many were seen, with those that were dropped meanwhile.
        dropped: How many the journal has dropped since it was last cleared.
        entries: Those asked for, of the ones that match and are kept.
    """

    total: int
    dropped: int
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Dropped:
    """A follower was too slow, or came too late: it has missed entries.

    Attributes:
        count: How many, whether they would have matched or not.
    """

    count: int


class NotYet(Exception):  # noqa: N818 - it reads as what it says
    """The time is over, and fewer entries than waited for have come.

    Attributes:
        total: How many have.
        selection: The same as if they had been enough.
    """

    def __init__(self, total: int, selection: Selection) -> None:
        super().__init__(f"{total} have come")
        self.total = total
        self.selection = selection


class Closed(Exception):  # noqa: N818
    """The journal's world has ended."""


class Watcher:
    """Sleeps until an entry comes, or the journal begins anew or is closed."""

    def __init__(self) -> None:
        self.woken: asyncio.Future[None] = asyncio.get_running_loop().create_future()

    def wake(self) -> None:
        """End its sleep."""
        if not self.woken.done():
            self.woken.set_result(None)

    def see(self, entry: Entry) -> None:  # noqa: ARG002 - any entry is news
        """An entry has come, kept or not."""
        self.wake()

    def start_over(self, kept: Iterable[Entry]) -> None:  # noqa: ARG002
        """These are kept now, and whatever was there before is gone."""
        self.wake()


class Waiter(Watcher):
    """Sleeps until so many wanted entries have come; those that are kept when it is made count.

    Attributes:
        total: How many have come.
    """

    def __init__(self, wanted: Wanted, count: int, kept: Iterable[Entry]) -> None:
        super().__init__()
        self.total = 0
        self._wanted = wanted
        self._checks = wanted.checks()
        self._count = count
        self.start_over(kept)

    @property
    def is_content(self) -> bool:
        """Whether enough have come."""
        return self.total >= self._count

    def see(self, entry: Entry) -> None:
        """An entry has come, kept or not."""
        if all(check(entry) for check in self._checks):
            self._count_on(self.total + 1)

    def start_over(self, kept: Iterable[Entry]) -> None:
        """These are kept now, and whatever was there before is gone: for one who has not got enough before."""
        if self.woken.done():
            return
        self._count_on(sum(1 for _ in self._wanted.among(kept)))

    def _count_on(self, total: int) -> None:
        self.total = total
        if self.is_content:
            self.wake()
