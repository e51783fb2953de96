"""What carries calls to a server in the same process, and breaks like a connection where a fault wants that."""

from collections.abc import Mapping

import httpx
from fastapi import FastAPI
from starlette.types import Receive, Scope, Send

from mock_isales.api.breaking import EXTENSION, ConnectionBroken, NoConnection
from mock_isales.engine.faults.injections import Transport

_ERRORS: Mapping[Transport, tuple[type[httpx.TransportError], str]] = {
    "reset": (httpx.ReadError, "the connection was reset"),
    "empty": (httpx.RemoteProtocolError, "Server disconnected without sending a response."),
    "garbage": (httpx.RemoteProtocolError, "illegal status line: what arrived is not HTTP"),
    "cut": (httpx.RemoteProtocolError, "peer closed connection without sending complete message body"),
}
"""What httpx says of each where there is a connection."""


class InProcessTransport(httpx.ASGITransport):
    """Calls an application; its faults that break connections raise what httpx raises where there is one.

    Args:
        app: The application.
        raise_app_exceptions: Whether an exception that it lets through is raised here, and not only answered.
    """

    def __init__(self, app: FastAPI, *, raise_app_exceptions: bool = True) -> None:
        async def without_connection(scope: Scope, receive: Receive, send: Send) -> None:
            await app({**scope, "extensions": {EXTENSION: NoConnection()}}, receive, send)

        super().__init__(without_connection, raise_app_exceptions)

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        """Make a call.

        Raises:
            httpx.TransportError: A fault keeps the answer from arriving.
        """
        try:
            return await super().handle_async_request(request)
        except ConnectionBroken as broken:
            error, message = _ERRORS[broken.transport]
            raise error(message, request=request) from broken
