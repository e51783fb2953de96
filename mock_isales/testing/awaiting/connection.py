"""A connection whose answers are awaited."""

from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from os import PathLike
from pathlib import Path
from types import TracebackType
from typing import Self

import httpx

from mock_isales.testing.addressing import address_of
from mock_isales.testing.connecting import (
    answer_of,
    client_options,
    reaching,
    request_options,
    stream_options,
)
from mock_isales.testing.sent import Sent, T


class AsyncConnection:
    """A connection to a server, kept open between calls; tasks of one event loop may share it."""

    def __init__(
        self,
        url: str,
        token: str | None,
        timeout: float,
        transport: httpx.AsyncBaseTransport | None,
        ca: str | PathLike[str] | None = None,
    ) -> None:
        self.url = address_of(url)
        self.ca = None if ca is None else Path(ca)
        self._timeout = timeout
        self._http = httpx.AsyncClient(transport=transport, **client_options(self.url, token, timeout, ca))

    async def send(self, sent: Sent[T]) -> T:
        """Carry out an operation.

        Raises:
            ControlError: The server refused.
            Unreachable: There is no answer.
        """
        with reaching(self.url, self._http):
            response = await self._http.request(**request_options(sent, self._timeout))
        return sent.result(answer_of(self.url, response))

    @asynccontextmanager
    async def stream(self, sent: Sent[None]) -> AsyncIterator[AsyncIterator[bytes]]:
        """What is answered, part by part as it comes."""
        async with AsyncExitStack() as stack:
            with reaching(self.url, self._http):
                response = await stack.enter_async_context(self._http.stream(**stream_options(sent, self._timeout)))
                if not response.is_success:
                    await response.aread()
                    sent.result(answer_of(self.url, response))
            yield self._parts(response)

    async def close(self) -> None:
        """Let go of it."""
        await self._http.aclose()

    async def _parts(self, response: httpx.Response) -> AsyncIterator[bytes]:
        with reaching(self.url, self._http):
            async for part in response.aiter_bytes():
                yield part


class AsyncConnected:
    """Something that is closed when its block ends."""

    def __init__(self, connection: AsyncConnection) -> None:
        self._connection = connection

    async def close(self) -> None:
        """Let go of the connection."""
        await self._connection.close()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()
