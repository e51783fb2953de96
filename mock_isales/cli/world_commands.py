"""The commands that look at worlds, reset them and move their clocks."""

from typing import Annotated

import typer

from mock_isales.cli.control_flags import DEFAULT_WORLD, Ca, InWorld, Token, Url
from mock_isales.options import DEFAULT_URL

PARTS = "journal, faults, records, campaigns, blocklist, settings, readings, clock"

HOW = "freeze, advance, offset, manual and real"

RESET_EPILOG = """\
\b
Examples:
  mock-isales reset                            the default world, whole
  mock-isales reset journal faults --world w1
"""
CLOCK_EPILOG = """\
TIME has its zone, as 2026-11-21T10:00:00Z.

\b
  mock-isales clock                            what it shows
  mock-isales clock freeze [TIME]              stands still, at TIME or where it is
  mock-isales clock advance SECONDS            moves on; back, if less than 0
  mock-isales clock offset SECONDS             as fast as the host's, so much ahead of it
  mock-isales clock manual SECONDS             stands still, and each call moves it on
  mock-isales clock real                       the host's time
"""


def worlds(*, url: Url = DEFAULT_URL, token: Token = None, ca: Ca = None) -> None:
    """List the worlds of a running server."""
    from mock_isales.cli import showing_worlds  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    showing_worlds.list_worlds(Server(url, token, ca))


def reset(
    parts: Annotated[
        list[str] | None, typer.Argument(metavar="PART", help=f"These alone: {PARTS}.", show_default=False)
    ] = None,
    *,
    world: InWorld = DEFAULT_WORLD,
    url: Url = DEFAULT_URL,
    token: Token = None,
    ca: Ca = None,
) -> None:
    """Bring a world, or parts of it, back to what its seed says."""
    from mock_isales.cli import showing_worlds  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    showing_worlds.reset(Server(url, token, ca), world, parts or [])


def clock(  # noqa: PLR0913 - a flag each
    how: Annotated[
        str | None, typer.Argument(metavar="HOW", help=f"One of {HOW}; without, it is shown.", show_default=False)
    ] = None,
    value: Annotated[str | None, typer.Argument(metavar="TIME|SECONDS", show_default=False)] = None,
    *,
    world: InWorld = DEFAULT_WORLD,
    url: Url = DEFAULT_URL,
    token: Token = None,
    ca: Ca = None,
) -> None:
    """Show a world's clock, or make it go another way."""
    from mock_isales.cli import showing_worlds  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    showing_worlds.set_clock(Server(url, token, ca), world, how, value)


def add_to(app: typer.Typer) -> None:
    """Make the commands known."""
    app.command()(worlds)
    app.command(epilog=RESET_EPILOG)(reset)
    # so that `clock advance -1` is no flag
    app.command(epilog=CLOCK_EPILOG, context_settings={"ignore_unknown_options": True})(clock)
