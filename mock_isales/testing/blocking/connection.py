"""A connection that waits for each answer."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
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


class Connection:
    """A connection to a server, kept open between calls; threads may share it."""

    def __init__(
        self,
        url: str,
        token: str | None,
        timeout: float,
        transport: httpx.BaseTransport | None,
        ca: str | PathLike[str] | None = None,
    ) -> None:
        self.url = address_of(url)
        self.ca = None if ca is None else Path(ca)
        self._timeout = timeout
        self._http = httpx.Client(transport=transport, **client_options(self.url, token, timeout, ca))

    def send(self, sent: Sent[T]) -> T:
        """Carry out an operation.

        Raises:
            ControlError: The server refused.
            Unreachable: There is no answer.
        """
        with reaching(self.url, self._http):
            response = self._http.request(**request_options(sent, self._timeout))
        return sent.result(answer_of(self.url, response))

    @contextmanager
    def stream(self, sent: Sent[None]) -> Iterator[Iterator[bytes]]:
        """What is answered, part by part as it comes."""
        with ExitStack() as stack:
            with reaching(self.url, self._http):
                response = stack.enter_context(self._http.stream(**stream_options(sent, self._timeout)))
                if not response.is_success:
                    response.read()
                    sent.result(answer_of(self.url, response))
            yield self._parts(response)

    def close(self) -> None:
        """Let go of it."""
        self._http.close()

    def _parts(self, response: httpx.Response) -> Iterator[bytes]:
        with reaching(self.url, self._http):
            yield from response.iter_bytes()


class Connected:
    """Something that is closed when its block ends."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def close(self) -> None:
        """Let go of the connection."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
