"""`mock-isales export`."""

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from mock_isales.cli.controlling import Failed, Server, say, world_of
from mock_isales.engine.journal.wanted import Filters
from mock_isales.testing import World
from mock_isales.testing.printable import in_json


def write_har(server: Server, name: str, wanted: Mapping[str, Any], out: Path | None) -> None:
    """Write the calls of a world as HAR, to a file or to standard output."""
    with world_of(server, name) as world:
        text = _har(world, cast("Filters", wanted))
        if out is None:
            say(text)
            return
        try:
            out.write_text(f"{text}\n")
        except OSError as error:
            raise Failed(f"{out} cannot be written: {error.strerror}") from error


def print_curl(server: Server, name: str, call: int) -> None:
    """Print a call as a command of curl."""
    with world_of(server, name) as world:
        _print(world.journal.as_curl(call))


def print_pytest(server: Server, name: str, call: int) -> None:
    """Print a call as a test."""
    with world_of(server, name) as world:
        _print(world.journal.as_pytest(call))


def _har(world: World, wanted: Filters) -> str:
    return in_json(world.journal.har(**wanted))


def _print(text: str) -> None:
    """Print what is to be run: it is UTF-8 whatever the terminal takes."""
    sys.stdout.reconfigure(encoding="utf-8")  # type: ignore[union-attr]
    sys.stdout.write(text)
    sys.stdout.flush()
