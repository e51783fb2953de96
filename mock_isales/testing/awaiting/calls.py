"""What is answered to the calls that come, and what is known of those that have come."""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from typing import Any, Literal, Unpack

from mock_isales.control.forms.counts import CallCounts
from mock_isales.control.forms.journal import JournalPage
from mock_isales.engine.explaining.forms import Explanation
from mock_isales.engine.faults.forms import Fault, SetFault
from mock_isales.engine.faults.keywords import FaultSaid
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.engine.journal.wanted import Filters
from mock_isales.testing.awaiting.connection import AsyncConnection
from mock_isales.testing.events import CallReader, OnMissed
from mock_isales.testing.operations import faults, journal
from mock_isales.testing.operations.journal import Order, Spoken


class AsyncFaults:
    """The faults of a world."""

    def __init__(self, connection: AsyncConnection, world: str) -> None:
        self._connection = connection
        self._world = world

    async def add(self, /, fault: Fault | Mapping[str, Any] | None = None, **said: Unpack[FaultSaid]) -> SetFault:
        """Set one: said by keywords, which need no levels, or given as its form or as JSON has it."""
        return await self._connection.send(
            faults.add(self._world, faults.with_levels(said) if fault is None else fault)
        )

    async def list(self) -> list[SetFault]:
        """All of them, in the order they were set."""
        return await self._connection.send(faults.every(self._world))

    async def remove(self, fault: str) -> None:
        """Remove the one of that id."""
        await self._connection.send(faults.remove(self._world, fault))

    async def clear(self) -> None:
        """Remove all."""
        await self._connection.send(faults.clear(self._world))


class AsyncJournal:
    """The calls that were made to a world, as many as its journal has room for."""

    def __init__(self, connection: AsyncConnection, world: str) -> None:
        self._connection = connection
        self._world = world

    async def entries(
        self, /, *, offset: int = 0, limit: int = 100, order: Order = "oldest", **wanted: Unpack[Filters]
    ) -> JournalPage:
        """Some of the wanted calls; at most 1000 at a time."""
        return await self._connection.send(journal.entries(self._world, wanted, offset, limit, order))

    async def count(self, /, **wanted: Unpack[Filters]) -> int:
        """How many calls are wanted, of those that are kept."""
        return await self._connection.send(journal.count(self._world, wanted))

    async def counts(self, /, **wanted: Unpack[Filters]) -> CallCounts:
        """How many of the wanted calls ended how, of those that are kept: by operation, code, status and clause."""
        return await self._connection.send(journal.counts(self._world, wanted))

    async def get(self, entry: int) -> JournalEntry:
        """One call: documented answers name it in `X-Mock-Request`."""
        return await self._connection.send(journal.get(self._world, entry))

    async def explain(self, entry: int | Literal["last"] = "last", language: Spoken = "en") -> Explanation:
        """Why a call was answered as it was, and what to change; `str` of it is text for people.

        Args:
            entry: The call's id; `last` is the newest one that was refused or struck by a fault.
            language: In which language.
        """
        return await self._connection.send(journal.explain(self._world, entry, language))

    async def wait(
        self,
        /,
        count: int = 1,
        timeout: float = 10,  # noqa: ASYNC109 - the server's
        *,
        limit: int = 100,
        **wanted: Unpack[Filters],
    ) -> JournalPage:
        """Wait until so many wanted calls have come; those that have come already count.

        Raises:
            NotYet: Fewer have, after so many seconds of real time.
        """
        return await self._connection.send(journal.wait(self._world, wanted, count, timeout, limit))

    async def har(self, /, **wanted: Unpack[Filters]) -> dict[str, Any]:
        """The wanted calls as HAR 1.2, for browsers' tools, proxies and `world.replay`."""
        return await self._connection.send(journal.har(self._world, wanted))

    async def as_curl(self, entry: int) -> str:
        """One call as a command of curl, for a POSIX shell."""
        return await self._connection.send(journal.as_curl(self._world, entry))

    async def as_pytest(self, entry: int) -> str:
        """One call as a test for the plugin of pytest."""
        return await self._connection.send(journal.as_pytest(self._world, entry))

    async def clear(self) -> None:
        """Forget all calls."""
        await self._connection.send(journal.clear(self._world))

    @asynccontextmanager
    async def follow(
        self, /, *, after: int | None = None, on_missed: OnMissed | None = None, **wanted: Unpack[Filters]
    ) -> AsyncIterator[AsyncIterator[JournalEntry]]:
        """The wanted calls as they come, until the world ends. What comes once the block has begun is not lost.

        Args:
            after: The id of the last call that is known: the kept ones behind it come first. None: only new ones.
            on_missed: Is told how many calls the journal dropped before they could be told; `CallsMissed` without it.
            wanted: Which calls.
        """
        async with self._connection.stream(journal.stream(self._world, wanted, after)) as parts:
            reader = CallReader(on_missed)
            yield (call async for part in parts for call in reader.feed(part))
