"""What all commands share that talk to a running server."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from mock_isales.cli.failing import told
from mock_isales.testing import CallsMissed, Control, ControlError, Unreachable, World
from mock_isales.testing.printable import printable

_LONGEST_LINE = 2000


class Failed(Exception):  # noqa: N818 - it reads as what it says
    """A command cannot do what it was told; the message has a line for each reason."""


class Server(NamedTuple):
    """Which server is meant.

    Attributes:
        url: Its address.
        token: What it asks for beyond loopback.
        ca: A file with the authority that is trusted over HTTPS.
    """

    url: str
    token: str | None
    ca: str | None = None


@contextmanager
def controlled(server: Server) -> Iterator[Control]:
    """A server; what it refuses, and that it is not there, ends the command with a sentence."""
    sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    with told(Failed):
        try:
            with _connected(server) as control:
                yield control
        except Unreachable as error:
            raise Failed(_told(f"{error}, or name it with --url")) from error
        except (ControlError, CallsMissed) as error:
            raise Failed(_told(str(error))) from error


@contextmanager
def world_of(server: Server, name: str) -> Iterator[World]:
    """A world of a server."""
    with controlled(server) as control:
        yield control.world(name)


def say(text: str) -> None:
    """Print a line at once: somebody may be watching."""
    print(text, flush=True)  # noqa: T201


def note(text: str) -> None:
    """Print a line that is not what was asked for, but should be known."""
    print(f"mock-isales: {text}", file=sys.stderr, flush=True)  # noqa: T201


def _connected(server: Server) -> Control:
    try:
        return Control(server.url, token=server.token, ca=server.ca)
    except ValueError as error:
        raise Failed(_told(str(error))) from error


def _told(message: str) -> str:
    return "\n".join(printable(line, _LONGEST_LINE) for line in message.split("\n"))
