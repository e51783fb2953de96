"""uvicorn, as the double uses it."""

import asyncio
import contextlib
import signal
import socket
import ssl
import threading
from collections.abc import Callable, Iterator

import uvicorn
from fastapi import FastAPI

from mock_isales.serving.protocol import Protocol

GRACE_SECONDS = 1


class Server(uvicorn.Server):
    """A server that tells when it accepts calls, and that a signal ends for good.

    Args:
        app: What answers.
        on_ready: Called once calls are accepted.
        on_end: Called when no more are: lets go of whoever waits for something that will not come.
        tls: What wraps its connections; None for plain HTTP.
    """

    def __init__(
        self,
        app: FastAPI,
        on_ready: Callable[[], None],
        on_end: Callable[[], None],
        tls: ssl.SSLContext | None = None,
    ) -> None:
        config = uvicorn.Config(
            app,
            http=Protocol,
            loop="auto",
            ws="none",
            lifespan="on",
            log_config=None,
            access_log=False,
            proxy_headers=False,
            timeout_graceful_shutdown=GRACE_SECONDS,
            ssl_context_factory=None if tls is None else lambda *_: tls,
        )
        super().__init__(config)
        self._on_ready = on_ready
        self._on_end = on_end
        self._ticking: asyncio.Task[None] | None = None

    def end(self) -> None:
        """End as by a signal, but at once; from any thread, once it accepts calls."""
        self.should_exit = True
        if self._ticking is not None:
            self._ticking.get_loop().call_soon_threadsafe(self._ticking.cancel)

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
        """Stop accepting calls, and close the app also when somebody is in a hurry."""
        self._on_end()
        for server in self.servers:
            server.close()
        self.servers = []  # from Python 3.12 on, they would wait for TLS handshakes that nobody ends
        await super().shutdown(sockets)
        if self.force_exit:
            await self.lifespan.shutdown()

    @contextlib.contextmanager
    def capture_signals(self) -> Iterator[None]:
        """End on a signal. uvicorn would raise it anew at the end, and the process would end by it."""
        if threading.current_thread() is not threading.main_thread():
            yield
            return
        before = {each: signal.signal(each, self.handle_exit) for each in (signal.SIGINT, signal.SIGTERM)}
        try:
            yield
        finally:
            for each, handler in before.items():
                signal.signal(each, handler)
