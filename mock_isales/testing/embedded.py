"""A server within a process: it is its default world, to be used, and all others by its `control`."""

from types import TracebackType
from typing import NoReturn, Self, Unpack

from anyio import CancelScope

from mock_isales.engine.worlds import DEFAULT_WORLD
from mock_isales.testing.awaiting.control import AsyncControl
from mock_isales.testing.awaiting.world import AsyncWorld
from mock_isales.testing.blocking.control import Control
from mock_isales.testing.blocking.world import World
from mock_isales.testing.embedding import NOT_ENDED, Embedded, NotStarted
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
            a seed file holds as a mapping. With `tls_cert`, `ca` is the file with the authority that signed it.

    Raises:
        BadArgument: Names or values are wrong.
    """

    _beginning = "`with {kind}() as isales:`, or start()"
    control: Control

    def __init__(self, /, **said: Unpack[ServerSaid]) -> None:
        self._embedded = Embedded(said)

    def start(self) -> Self:
        """Start it; it accepts calls then. After an exception nothing is left of it.

        Raises:
            CannotStart: It cannot.
            RuntimeError: It runs already.
        """
        reached = self._embedded.start()
        try:
            self.control = Control(reached.url, token=reached.token, ca=reached.ca)
            super().__init__(self.control.connection, DEFAULT_WORLD)
            self.url = reached.url
        except BaseException:
            self._embedded.stop()
            raise
        return self

    def stop(self) -> None:
        """End it, with all that it holds outside a store of its own; nothing happens if it does not run."""
        if self._embedded.runs:
            try:
                self.control.close()
            finally:
                self._embedded.stop()

    def end(self) -> NoReturn:
        """Refuse: without its default world it would be of no use.

        Raises:
            RuntimeError: Always; it says what to call instead.
        """
        raise RuntimeError(NOT_ENDED.format(ending="stop() ends both"))

    def __enter__(self) -> Self:
        return self.start()

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()


class AsyncMockIsales(NotStarted, AsyncWorld):
    """The same, awaited: `async with AsyncMockIsales() as isales`. Its server has a thread of its own, too.

    Its start and its end hold up the event loop, for some tenths of a second: whoever cancels them could not leave a
    server behind.

    Attributes, Args, Raises: As `MockIsales`.
    """

    _beginning = "`async with {kind}() as isales:`, or await start()"
    control: AsyncControl

    def __init__(self, /, **said: Unpack[ServerSaid]) -> None:
        self._embedded = Embedded(said)

    async def start(self) -> Self:
        """Start it, as `MockIsales.start` does."""
        reached = self._embedded.start()
        try:
            self.control = AsyncControl(reached.url, token=reached.token, ca=reached.ca)
            super().__init__(self.control.connection, DEFAULT_WORLD)
            self.url = reached.url
        except BaseException:
            self._embedded.stop()
            raise
        return self

    async def stop(self) -> None:
        """End it, as `MockIsales.stop` does."""
        if self._embedded.runs:
            try:
                with CancelScope(shield=True):
                    await self.control.close()
            finally:
                self._embedded.stop()

    async def end(self) -> NoReturn:
        """Refuse, as `MockIsales.end` does."""
        raise RuntimeError(NOT_ENDED.format(ending="stop() ends both"))

    async def __aenter__(self) -> Self:
        return await self.start()

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.stop()
