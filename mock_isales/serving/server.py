"""uvicorn, as the double uses it."""

import asyncio
import contextlib
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from types import FrameType

import uvicorn
from fastapi import FastAPI

from mock_isales.serving.draining import Draining
from mock_isales.serving.protocol import Protocol
from mock_isales.serving.signals import heard_by


class Server(uvicorn.Server):
    """A server that tells when it accepts calls, and that a signal ends for good; a second one does so at once.

    Args:
        app: What answers.
        on_ready: Called once calls are accepted.
        on_end: Called when no more are: lets go of whoever waits for something that will not come; tells how many.
        tls: What wraps its connections; None for plain HTTP.
        access_log: Whether each request is logged.
    """

    def __init__(
        self,
        app: FastAPI,
        on_ready: Callable[[], None],
        on_end: Callable[[], int],
        tls: ssl.SSLContext | None = None,
        *,
        access_log: bool = False,
    ) -> None:
        config = uvicorn.Config(
            app,
            http=Protocol,
            loop="auto",
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=access_log,
            proxy_headers=False,
            ssl_context_factory=None if tls is None else lambda *_: tls,
        )
        super().__init__(config)
        self._on_ready = on_ready
        self._on_end = on_end
        self._ticking: asyncio.Task[None] | None = None

    def end(self) -> None:
        """End as by a signal; from any thread, once it accepts calls."""
        self.should_exit = True
        if self._ticking is not None:
            self._ticking.get_loop().call_soon_threadsafe(self._ticking.cancel)

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:  # noqa: ARG002 - as signals call it
        """End by a signal; by the second one, without waiting for anything."""
        if self.should_exit:
            self.force_exit = True
        else:
            self.end()

    async def main_loop(self) -> None:
        """Serve until it is to end: uvicorn looks ten times a second whether it is."""
        self._ticking = asyncio.ensure_future(super().main_loop())
        with contextlib.suppress(asyncio.CancelledError):
            await self._ticking

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to accept calls, and tell so."""
        await super().startup(sockets)
        if self.should_exit:
            return
        try:
            self._on_ready()
        except BaseException:
            await self.shutdown(sockets)
            raise

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Stop accepting calls, let those finish that are under way, and close the app, also for who is in a hurry."""
        waiting = self._on_end()
        for server in self.servers:
            server.close()
        self.servers = []  # from Python 3.12 on, they would wait for TLS handshakes that nobody ends
        for listener in sockets or []:
            listener.close()
        draining = Draining(self.server_state, waiting)
        draining.begin()
        await draining.finish(lambda: self.force_exit)
        await self.lifespan.shutdown()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End on a signal. uvicorn would raise it anew at the end, and the process would end by it."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        with heard_by(self.handle_exit):
            yield
