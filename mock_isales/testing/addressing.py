"""What all know who call a server, with httpx or without it: its address, its authority, what is said without it."""

import ssl
from os import PathLike, fspath
from urllib.parse import urlsplit

from mock_isales.options import DEFAULT_URL


def address_of(url: str) -> str:
    """The address of a server, without a slash at its end.

    Raises:
        ValueError: It is none.
    """
    if not _is_address(url):
        raise ValueError(f"{url!r} is no address of a server: it must be like {DEFAULT_URL}")
    return url.rstrip("/")


def trusting(ca: str | PathLike[str]) -> ssl.SSLContext:
    """Trust the servers of an authority alone.

    Args:
        ca: A file with its certificate, in PEM.

    Raises:
        ValueError: The file cannot be read, or has none.
    """
    try:
        return ssl.create_default_context(cafile=ca)
    except ssl.SSLError:
        raise ValueError(f"the authority {fspath(ca)} cannot be read: there is no certificate in it, in PEM") from None
    except OSError as error:
        raise ValueError(f"the authority {fspath(ca)} cannot be read: {error.strerror}") from None


def nothing_answers(url: str, reason: str) -> str:
    """The sentence on an address where nothing answers."""
    return f"nothing answers at {url} ({reason}): start one with `mock-isales serve`"


def _is_address(url: str) -> bool:
    try:
        parts = urlsplit(url)
        host, _ = parts.hostname or "", parts.port  # a port that is none is told when it is asked for
    except ValueError:
        return False
    is_host = bool(host) and host.isprintable() and " " not in host
    return parts.scheme in {"http", "https"} and is_host and not parts.query and not parts.fragment
