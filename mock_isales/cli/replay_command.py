"""The command that replays a recording."""

from pathlib import Path
from typing import Annotated

import typer

from mock_isales.cli.control_flags import DEFAULT_WORLD, Ca, InWorld, Token, Url, named
from mock_isales.options import DEFAULT_URL

EPILOG = """\
FILE is HAR 1.2, as `mock-isales export har`, browsers and proxies write it. A line has the call's place in it, from 0,
what was called, the recorded code and, behind an arrow, that of today; then what else differs, or why it was skipped.
A world that is not there is made, as by its first call. The exit status is 1 where an answer differs.

\b
Examples:
  mock-isales replay calls.har --world w1
  mock-isales replay calls.har --clock recorded   at the times of the recording, which the pace goes by
  mock-isales replay calls.har --json             one JSON object a line
"""


def replay(  # noqa: PLR0913 - a flag each
    file: Annotated[Path, typer.Argument(metavar="FILE", help="The recording; - is standard input.")],
    *,
    clock: Annotated[str, named("--clock", "CLOCK", "as_is, or recorded.", default="as_is")] = "as_is",
    as_json: Annotated[bool, typer.Option("--json", help="All that is known of a call, as JSON.")] = False,
    world: InWorld = DEFAULT_WORLD,
    url: Url = DEFAULT_URL,
    token: Token = None,
    ca: Ca = None,
) -> None:
    """Make the calls of a recording once more, and tell where the answers differ."""
    from mock_isales.cli import replaying  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    replaying.replay(Server(url, token, ca), world, file, clock, as_json=as_json)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command(epilog=EPILOG)(replay)
