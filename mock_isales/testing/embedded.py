"""A server within a process: it is its default world, to be used, and all others by its `control`."""

from types import TracebackType
from typing import Self, Unpack

from anyio import to_thread

from mock_isales.engine.worlds import DEFAULT_WORLD
from mock_isales.testing.awaiting.control import AsyncControl
from mock_isales.testing.awaiting.world import AsyncWorld
from mock_isales.testing.blocking.control import Control
from mock_isales.testing.blocking.world import World
from mock_isales.testing.embedding import Embedded, NotStarted
from mock_isales.testing.server_said import ServerSaid


class MockIsales(NotStarted, World):
    """A server on a free port, from the beginning of a `with` block, or `start`, to its end, or `stop`.

    It serves in a thread of its own, and knows nothing of other ones in the process. Without a seed it has the demo's
    campaigns. The environment tells it nothing.

    Attributes:
        url: Its address, which is that of its default world.
        ca: The file with the authority that clients are to trust, in PEM; None without TLS.
        control: All that is not of the default world, such as `make_world`.

    Args:
        said: What it is told, by the names of the options of `mock-isales serve`, and `seed`: a file, a `Seed`, or what
            a seed file holds as a mapping.

    Raises:
        BadArgument: A name or a value is wrong.
    """

    control: Control

    def __init__(self, **said: Unpack[ServerSaid]) -> None:
        self._embedded = Embedded(said)

    def start(self) -> Self:
        """Start it; it accepts calls then.

        Raises:
            CannotStart: It cannot, and nothing is left of it.
            RuntimeError: It runs already.
        """
        reached = self._embedded.start()
        self.control = Control(reached.url, token=reached.token, ca=reached.ca)
        super().__init__(self.control.connection, DEFAULT_WORLD)
        self.url = reached.url
        return self

    def stop(self) -> None:
        """End it, with all that it holds outside a store of its own; nothing happens if it does not run."""
        if self._embedded.runs:
            self.control.close()
            self._embedded.stop()

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class AsyncMockIsales(NotStarted, AsyncWorld):
    """The same, awaited: `async with AsyncMockIsales() as isales`. Its server has a thread of its own, too.

    Attributes, Args, Raises: As `MockIsales`.
    """

    control: AsyncControl

    def __init__(self, **said: Unpack[ServerSaid]) -> None:
        self._embedded = Embedded(said)

    async def start(self) -> Self:
        """Start it, as `MockIsales.start` does."""
        reached = await to_thread.run_sync(self._embedded.start)
        self.control = AsyncControl(reached.url, token=reached.token, ca=reached.ca)
        super().__init__(self.control.connection, DEFAULT_WORLD)
        self.url = reached.url
        return self

    async def stop(self) -> None:
        """End it, as `MockIsales.stop` does."""
        if self._embedded.runs:
            await self.control.close()
            await to_thread.run_sync(self._embedded.stop)

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()
