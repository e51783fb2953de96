"""The way out of one answer."""

import asyncio
import os
import socket
import struct
from collections.abc import Callable
from typing import Protocol, cast

_GONE = b""
_AT_ONCE = struct.pack("hh" if os.name == "nt" else "ii", 1, 0)
"""As SO_LINGER: a connection that is closed is reset."""


class Closable(Protocol):
    """Has a connection."""

    def close(self) -> None:
        """Close it once all has been written."""


class Outgoing:
    """What uvicorn writes one answer to: its head and the beginning of its body leave together.

    uvicorn writes the head by itself, which wakes the client up twice. A head whose body does not follow in the same
    turn of the event loop, as that of a stream, does not wait for it.

    Args:
        transport: The connection; its protocol is closable.
        call_soon: Calls a function in the next turn of the event loop.

    Attributes:
        is_closing: Whether the connection is being closed.
        is_held: Whether a fault holds the answer up: a server that ends does not wait for it.
    """

    __slots__ = ("_call_soon", "_head", "_transport", "is_closing", "is_held")

    def __init__(self, transport: asyncio.Transport, call_soon: Callable[[Callable[[], None]], object]) -> None:
        self.is_closing = transport.is_closing
        self.is_held = False
        self._transport = transport
        self._call_soon = call_soon
        self._head: bytes | None = None

    def write(self, piece: bytes) -> None:
        """Write the next piece; the first one is the head."""
        head, self._head = self._head, _GONE
        if head is None:
            self._head = piece
            self._call_soon(self._let_go)
        else:
            self._transport.write(head + piece)

    def close(self) -> None:
        """Close the connection, once all has been written: its protocol knows whether the client is still sending."""
        self._let_go()
        if not self.is_closing():
            # Asked for anew: who keeps what its protocol keeps would be garbage that only a collection finds.
            cast("Closable", self._transport.get_protocol()).close()

    def drop(self) -> None:
        """Drop a head that waits for its body."""
        self._head = _GONE

    def reset(self) -> None:
        """Reset the connection, whatever has been written, unless it is gone already."""
        self.drop()
        if self.is_closing():
            return
        connection: socket.socket = self._transport.get_extra_info("socket")
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, _AT_ONCE)
        self._transport.abort()

    def _let_go(self) -> None:
        """Wait for the body no longer."""
        head, self._head = self._head, _GONE
        if head and not self.is_closing():
            self._transport.write(head)
