"""Group commit: steps that wait for the database at the same time share one transaction, and so one commit.

To commit costs as much as all that a call writes. So does the way to the thread that executes SQL, and back. What they
read and write together is read and written once (`sql_opened`).
"""

import asyncio
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from operator import attrgetter
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection

from mock_isales.engine.shared.protocol import Stale
from mock_isales.engine.stores.protocol import NotBegun, NotKnown, StoreFailure, WorldGone
from mock_isales.engine.stores.sql_opened import Opened, opening

T = TypeVar("T")

Work = Callable[[Opened], T]
"""What a step does in a transaction of the database. It may be done again: what it has changed is undone before."""

_MOST_TOGETHER = 64
"""Steps in a transaction: whoever else wants to write waits until it ends."""


class GroupCommit:
    """Takes steps in the order in which they come. All but `_take` is for the event loop's thread.

    Args:
        thread: Executes all SQL.
        connection: The database.
    """

    def __init__(self, thread: ThreadPoolExecutor, connection: Connection) -> None:
        self._thread = thread
        self._connection = connection
        self._waiting: list[_Step[Any]] = []
        self._taking: asyncio.Task[None] | None = None

    async def take(self, world: str, work: Work[T]) -> T:
        """Take one step whole. It is taken also if its caller waits no longer.

        Args:
            world: The one that it is about, which it may lock.
            work: What it does.

        Raises:
            StoreFailure: The database failed; nothing of the step was kept.
        """
        step = _Step(world, work)
        self._waiting.append(step)
        if self._taking is None:  # it begins when all have come that are on their way already
            self._taking = asyncio.create_task(self._take_waiting())
        try:
            return await step.told
        finally:
            del step  # what it fails with would lead back to it, and keep all of it alive

    async def _take_waiting(self) -> None:
        try:
            while self._waiting:
                steps, self._waiting = self._waiting[:_MOST_TOGETHER], self._waiting[_MOST_TOGETHER:]
                # All processes lock worlds in the same order: so no two wait for each other.
                in_order = sorted(steps, key=attrgetter("world"))
                await asyncio.get_running_loop().run_in_executor(self._thread, self._take, in_order)
                for step in steps:
                    step.tell()
        finally:
            self._taking = None

    def _take(self, steps: Sequence["_Step[Any]"]) -> None:
        """Take steps together or, if that fails, each alone: one that fails is nobody else's concern."""
        if len(steps) == 1 or not self._take_together(steps):
            for step in steps:
                step.take_alone(self._connection)

    def _take_together(self, steps: Sequence["_Step[Any]"]) -> bool:
        """Whether it has been found out what becomes of all of them."""
        try:
            with opening(self._connection) as opened:
                for step in steps:
                    step.take(opened)
        except (NotBegun, NotKnown) as failure:
            # Each alone would wait as long for whoever is in the way; or it would be taken twice.
            for step in steps:
                step.failed = failure
        except Exception:  # noqa: BLE001 - whose it is shows when each is taken alone
            return False
        return True


class _Step(Generic[T]):
    """A step, and what became of it."""

    def __init__(self, world: str, work: Work[T]) -> None:
        self.world = world
        self.told: asyncio.Future[T] = asyncio.get_running_loop().create_future()
        self.failed: BaseException | None = None
        self._work = work
        self._result: T

    def take(self, opened: Opened) -> None:
        """Take it within a transaction."""
        try:
            self._result = self._work(opened)
        except (WorldGone, Stale) as error:  # found out before anything is changed
            self.failed = error

    def take_alone(self, connection: Connection) -> None:
        """Take it in a transaction of its own."""
        self.failed = None
        try:
            with opening(connection) as opened:
                self._result = self._work(opened)
        except BaseException as error:  # noqa: BLE001 - it is raised where the step is waited for
            self.failed = error

    def tell(self) -> None:
        """Tell who waits for it, if somebody still does."""
        if self.told.done():
            return
        if self.failed is None:
            self.told.set_result(self._result)
        else:
            # What it knows of where it was raised would lead back to here, and keep all of it alive.
            is_bug = not isinstance(self.failed, StoreFailure)
            self.told.set_exception(self.failed if is_bug else self.failed.with_traceback(None))
