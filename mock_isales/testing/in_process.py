"""A server that is called without a socket: nothing but the event loop is between it and its callers."""

from types import TracebackType
from typing import NoReturn, Self, Unpack

import httpx
from anyio import CancelScope
from fastapi import FastAPI

from mock_isales.app import create_app, double_of
from mock_isales.engine.seed_files.problems import SeedError
from mock_isales.engine.stores.protocol import StoreUnavailable
from mock_isales.engine.worlds import DEFAULT_WORLD
from mock_isales.testing.awaiting.control import AsyncControl
from mock_isales.testing.awaiting.world import AsyncWorld
from mock_isales.testing.embedding import NOT_ENDED, RUNS_ALREADY, NotStarted
from mock_isales.testing.errors import CannotStart
from mock_isales.testing.in_process_transport import InProcessTransport
from mock_isales.testing.server_said import ServerSaid, told_by

_ADDRESS = "http://localhost"


class InProcessIsales(NotStarted, AsyncWorld):
    """A server that answers on the event loop of whoever calls it, from the beginning of an `async with` block.

    The client under test is given `url` and `transport`: `httpx.AsyncClient(base_url=isales.url,
    transport=isales.transport)`. Of TLS there is none, and a journal cannot be followed: `wait` can.

    Attributes:
        url: The base address of calls.
        app: The application, for other transports than httpx's.
        transport: What carries the calls.
        control: All that is not of the default world, such as `make_world`.

    Args, Raises: As `MockIsales`; but it cannot be told of TLS, nor where to listen.
    """

    _beginning = "`async with {kind}() as isales:`"
    app: FastAPI
    transport: httpx.ASGITransport
    control: AsyncControl

    def __init__(self, /, **said: Unpack[ServerSaid]) -> None:
        self._told = told_by(said, by_socket=False)
        self._runs = False

    async def __aenter__(self) -> Self:
        if self._runs:
            raise RuntimeError(RUNS_ALREADY)
        settings, seed, _ = self._told
        try:
            self.app = create_app(settings, seed=seed)
        except (SeedError, StoreUnavailable) as error:
            raise CannotStart(str(error)) from error
        self.transport = InProcessTransport(self.app)
        token = double_of(self.app).control_token
        self.control = AsyncControl(_ADDRESS, token=token, transport=self.transport)
        super().__init__(self.control.connection, DEFAULT_WORLD)
        self.url = _ADDRESS
        self._runs = True
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._runs = False
        try:
            with CancelScope(shield=True):
                await self.control.close()
        finally:
            double_of(self.app).close()

    async def end(self) -> NoReturn:
        """Refuse, as `MockIsales.end` does.

        Raises:
            RuntimeError: Always; it says what to do instead.
        """
        raise RuntimeError(NOT_ENDED.format(ending="the end of the block ends both"))
