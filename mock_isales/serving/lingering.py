"""The end of a connection whose client may still be sending."""

import asyncio
from collections.abc import Callable
from contextlib import suppress

IDLE_SECONDS = 1
"""A client that sends nothing for so long has sent all that it had to."""

AT_MOST_SECONDS = 30
"""So long a client may go on sending what nobody reads."""


class Lingering:
    """A connection that has brought its last answer, and is closed once its client has sent what it was sending.

    If it were closed at once, what then arrives would reset it, and the client would lose the answer that it has not
    read yet (RFC 9112, 9.6). A load balancer that is handing a body on would answer 502 in its place.

    Args:
        transport: The connection; all of the answer has been written to it.
        call_later: Calls a function after so many seconds.
    """

    def __init__(self, transport: asyncio.Transport, call_later: Callable[[float, Callable[[], None]], object]) -> None:
        self._transport = transport
        self._call_later = call_later
        self._left = AT_MOST_SECONDS
        self._has_sent = False
        if transport.can_write_eof():
            with suppress(OSError):  # the client is gone
                transport.write_eof()
        self._wait()

    def data_received(self) -> None:
        """Pass over what has arrived."""
        self._has_sent = True

    def _wait(self) -> None:
        self._has_sent = False
        self._left -= IDLE_SECONDS
        self._call_later(IDLE_SECONDS, self._look)

    def _look(self) -> None:
        """Close it, unless its client is still sending."""
        if self._has_sent and self._left > 0:
            self._wait()
        else:
            self._transport.close()
