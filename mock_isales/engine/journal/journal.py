"""The journal of a world: its calls, as many as fit."""

import asyncio
from bisect import bisect_right
from collections import deque
from collections.abc import AsyncGenerator, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from itertools import pairwise
from operator import attrgetter

from mock_isales.engine.journal.budget import Budget
from mock_isales.engine.journal.entries import HIGHEST_ID, Entry
from mock_isales.engine.journal.tally import Counts, Tally
from mock_isales.engine.journal.waiting import Closed, Dropped, NotYet, Selection, Waiter, Watcher
from mock_isales.engine.journal.wanted import Wanted

_ID = attrgetter("id")


class Journal:
    """Keeps the calls of a world, the oldest of which go when there are too many. All on one event loop's thread.

    Args:
        limit: The bytes that it may take.
        budget: Those that all journals of its server may take together.
        tally: Counts the calls of its server; None: of this journal alone.

    Attributes:
        limit: The bytes that it may take.
        size: The bytes that it takes.
        dropped: How many entries have gone to make room since it was last cleared, or were too large to be kept.
    """

    def __init__(self, limit: int, budget: Budget, tally: Counts | None = None) -> None:
        self.limit = limit
        self.size = 0
        self.dropped = 0
        self._budget = budget
        self._tally: Counts = Tally() if tally is None else tally
        self._largest = min(limit, budget.total_bytes)
        self._kept: deque[Entry] = deque()  # by id, ascending
        self._last_id = 0
        self._begun_after = 0  # the last id when it was last cleared or restored
        self._beginnings = 0
        self._watchers: set[Watcher] = set()
        self._closed = False

    @property
    def next_id(self) -> int:
        """The id that the next entry gets."""
        return self._last_id + 1

    @property
    def count(self) -> int:
        """How many entries are kept."""
        return len(self._kept)

    def add(self, entry: Entry) -> int:
        """Keep an entry, and give it an id that no other one ever has in this world: 1, 2 and so on."""
        self._last_id += 1
        entry.id = self._last_id
        self._tally.count(entry)
        self._keep(entry)
        for watcher in self._watchers:
            watcher.see(entry)
        return entry.id

    def get(self, entry_id: int) -> Entry | None:
        """The entry of that id, if it is kept."""
        entry = self._next(entry_id - 1)
        return entry if entry is not None and entry.id == entry_id else None

    def select(self, wanted: Wanted, *, offset: int = 0, limit: int = 100, newest: bool = False) -> Selection:
        """Some of the entries that are wanted.

        Args:
            wanted: Which are.
            offset: How many of them to pass over.
            limit: How many to tell at most.
            newest: Whether to begin with the newest one, not the oldest.
        """
        found = list(wanted.among(reversed(self._kept) if newest else self._kept))
        return Selection(len(found), self.dropped, found[offset : offset + limit])

    async def wait(self, wanted: Wanted, count: int, timeout: float, *, limit: int = 100) -> Selection:  # noqa: ASYNC109
        """The first entries that are wanted, once there are so many: at once, if there are already.

        Those that are dropped meanwhile count, but not those from before the journal is cleared.

        Args:
            wanted: Which are wanted.
            count: How many to wait for.
            timeout: For how many seconds of real time.
            limit: How many to tell at most.

        Raises:
            NotYet: Fewer have come in time.
            Closed: The journal is closed.
        """
        waiter = Waiter(wanted, count, self._kept)
        if not (waiter.is_content or self._closed):
            with self._watched_by(waiter), suppress(TimeoutError):
                async with asyncio.timeout(timeout):
                    await waiter.woken
        if self._closed:
            raise Closed
        selection = replace(self.select(wanted, limit=limit), total=waiter.total)
        if not waiter.is_content:
            raise NotYet(waiter.total, selection)
        return selection

    def follow(self, wanted: Wanted, after: int | None = None) -> AsyncGenerator[Entry | Dropped, None]:
        """The entries that are wanted, as they come, until the journal is closed.

        Nothing is set aside for a follower: one that is too slow misses entries, and is told how many. Those that are
        cleared are not missed.

        Args:
            wanted: Which are wanted.
            after: The id of the last entry that is known: the kept ones behind it come first. None: only new ones.
        """
        return self._follow(wanted, self._last_id if after is None else min(after, self._last_id))

    def entries(self) -> list[Entry]:
        """All that are kept, oldest first."""
        return list(self._kept)

    def restore(self, entries: Iterable[Entry], *, dropped: int = 0) -> None:
        """Keep these instead of all that are kept; they bring their ids along. The next id is above all of them.

        Args:
            entries: The entries, in any order.
            dropped: How many had been dropped where they come from.

        Raises:
            ValueError: An id is below 1 or beyond reason, or stands twice; nothing has changed.
        """
        restored = sorted(entries, key=_ID)
        ids = [0, *map(_ID, restored)]
        if ids[-1] > HIGHEST_ID or any(entry_id <= before for before, entry_id in pairwise(ids)):
            raise ValueError(f"the ids of a journal's entries are from 1 to {HIGHEST_ID}, and all different")
        self._empty()
        self.dropped = dropped
        for entry in restored:
            self._keep(entry)
        self._last_id = max(self._last_id, ids[-1])
        self._begin()

    def clear(self) -> None:
        """Forget all entries, and how many were dropped. Ids go on."""
        self._empty()
        self._begin()

    def close(self) -> None:
        """Forget all, and let go of all who wait and follow. What is still added is not kept."""
        self._closed = True
        self._empty()
        for watcher in self._watchers:
            watcher.wake()

    def shed(self) -> None:
        """Drop the oldest entry."""
        entry = self._kept.popleft()
        self.size -= entry.size
        self.dropped += 1
        self._budget.dropped += 1
        self._budget.release(self, entry.size)

    def _keep(self, entry: Entry) -> None:
        if entry.size > self._largest or self._closed:
            self.dropped += 1
            self._budget.dropped += 1
            return
        self._kept.append(entry)
        self.size += entry.size
        while self.size > self.limit:
            self.shed()
        self._budget.charge(self, entry.size)

    def _empty(self) -> None:
        size, self.size, self.dropped = self.size, 0, 0
        self._kept.clear()
        self._budget.release(self, size)

    def _begin(self) -> None:
        self._begun_after = self._last_id
        self._beginnings += 1
        for watcher in self._watchers:
            watcher.start_over(self._kept)

    def _next(self, entry_id: int) -> Entry | None:
        """The first kept entry behind an id."""
        index = bisect_right(self._kept, entry_id, key=_ID)
        return self._kept[index] if index < len(self._kept) else None

    async def _follow(self, wanted: Wanted, position: int) -> AsyncGenerator[Entry | Dropped, None]:
        checks, beginnings = wanted.checks(), self._beginnings
        while not self._closed:
            if beginnings != self._beginnings:
                beginnings, position = self._beginnings, max(position, self._begun_after)
            entry = self._next(position)
            before = self._last_id if entry is None else entry.id - 1
            missed = before - max(position, self._begun_after)
            if missed > 0:
                position = before
                yield Dropped(missed)
            elif entry is None:
                watcher = Watcher()
                with self._watched_by(watcher):
                    await watcher.woken
            else:
                position = entry.id
                if all(check(entry) for check in checks):
                    yield entry

    @contextmanager
    def _watched_by(self, watcher: Watcher) -> Iterator[None]:
        self._watchers.add(watcher)
        try:
            yield
        finally:
            self._watchers.discard(watcher)
