"""TLS connections that say in the log why they did not come about, and that close at once.

asyncio and uvloop both drive an `ssl.SSLObject`; a class of our own in its place sees what they see, and neither of
them logs a handshake that fails.
"""

import logging
import ssl
from pathlib import Path
from tempfile import NamedTemporaryFile

from mock_isales.serving.tls.error import TlsError
from mock_isales.serving.tls.failures import ENOUGH, why_no_handshake

logger = logging.getLogger("mock_isales")


class Connection(ssl.SSLObject):
    """One connection. It is made by `Context.wrap_bio`, as `ssl.SSLObject` wants it."""

    _incoming: ssl.MemoryBIO
    _outgoing: ssl.MemoryBIO
    _first = b""

    def attach(self, incoming: ssl.MemoryBIO, outgoing: ssl.MemoryBIO) -> None:
        """Tell it through what it reads and writes."""
        self._incoming, self._outgoing = incoming, outgoing

    def do_handshake(self) -> None:
        """Go on with the handshake; one that fails is a line in the log, and the event loop closes the connection."""
        self._look()
        try:
            super().do_handshake()
        except (ssl.SSLWantReadError, ssl.SSLWantWriteError):
            raise
        except ssl.SSLError as error:
            logger.info("%s", why_no_handshake(self._first, error))
            raise

    def unwrap(self) -> None:
        """Say goodbye. Nobody needs to wait for the other side's (RFC 8446, 6.1), which may not come for long.

        What has been written, and not been taken yet, is waited for: it would be lost.
        """
        unsent = self._outgoing.pending
        try:
            super().unwrap()
        except ssl.SSLWantReadError:
            if unsent:
                raise

    def _look(self) -> None:
        """Keep the first bytes that came; they are read and written back."""
        if len(self._first) < ENOUGH:
            arrived = self._incoming.read()
            self._incoming.write(arrived)
            self._first = (self._first + arrived)[:ENOUGH]


class Context(ssl.SSLContext):
    """TLS 1.2 and 1.3, in which HTTP/1.1 is spoken."""

    sslobject_class = Connection

    def wrap_bio(
        self,
        incoming: ssl.MemoryBIO,
        outgoing: ssl.MemoryBIO,
        server_side: bool = False,  # noqa: FBT001, FBT002 - as it is called
        server_hostname: str | bytes | None = None,
        session: ssl.SSLSession | None = None,
    ) -> ssl.SSLObject:
        """A connection through two buffers."""
        connection = super().wrap_bio(incoming, outgoing, server_side, server_hostname, session)
        if isinstance(connection, Connection):
            connection.attach(incoming, outgoing)
        return connection


def new_context() -> Context:
    """A context that has no certificate yet."""
    context = Context(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    return context


def context_of(pem: str) -> Context:
    """A context with a certificate and its key.

    Args:
        pem: Both.

    Raises:
        TlsError: OpenSSL reads them from a file only, and there is no room for one.
    """
    context = new_context()
    try:
        with NamedTemporaryFile("w", suffix=".pem", delete=False) as file:
            file.write(pem)
    except OSError as error:
        raise TlsError(f"--tls needs room for a temporary file: {error.strerror}") from None
    try:
        context.load_cert_chain(file.name)
    finally:
        Path(file.name).unlink()
    return context
