"""The socket that the server listens at. It comes first: a server whose port is in use touches no store."""

import errno
import os
import socket

BACKLOG = 2048


class ListenError(Exception):
    """The server cannot listen where it was told to; the message says where, and why."""


def listen(host: str, port: int) -> socket.socket:
    """A socket that listens; connections wait in it until they are accepted.

    Args:
        host: A name or an address, of IPv4 or IPv6; in square brackets or not.
        port: 0 takes a free one.

    Raises:
        ListenError: There is no such host here, the port is in use, or it is not for us.
    """
    family, address = _resolve(host, port)
    listener = socket.socket(family, socket.SOCK_STREAM)
    try:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind(address)
        listener.listen(BACKLOG)
    except OSError as error:
        listener.close()
        raise ListenError(_why_not(host, port, error)) from None
    return listener


def url_of(listener: socket.socket, scheme: str = "http") -> str:
    """The address that clients call."""
    host, port = listener.getsockname()[:2]
    return f"{scheme}://[{host}]:{port}" if ":" in host else f"{scheme}://{host}:{port}"


def _resolve(host: str, port: int) -> tuple[socket.AddressFamily, tuple[object, ...]]:
    """The address of a name; of several, an IPv4 one, which every client tries."""
    bare = host[1:-1] if host.startswith("[") and host.endswith("]") else host
    try:
        found = socket.getaddrinfo(bare, port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else "it is not a host's name"
        raise ListenError(f"cannot listen at {host!r}: {reason}") from None
    family, _, _, _, address = min(found, key=lambda each: each[0] != socket.AF_INET)
    return family, address


def _why_not(host: str, port: int, error: OSError) -> str:
    match error.errno:
        case errno.EADDRINUSE:
            reason = "the port is in use; --port 0 takes a free one"
        case errno.EADDRNOTAVAIL:
            reason = "no network interface of this machine has that address"
        case errno.EACCES | errno.EPERM:
            reason = "not permitted; ports below 1024 are for privileged processes"
        case code:
            reason = os.strerror(code or 0)
    return f"cannot listen at {host} port {port}: {reason}"
