"""The commands that write a journal, or a call of it, for other tools."""

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any

import typer

from mock_isales.cli.control_flags import DEFAULT_WORLD, Ca, InWorld, Token, Url, named
from mock_isales.cli.journal_filters import filtered
from mock_isales.options import DEFAULT_URL

ABOUT = """\
Write the calls of a world for other tools: all as HAR, or one as a command of curl or as a test for pytest.
"""
EXAMPLES = """\
\b
Examples:
  mock-isales export har --out calls.har       for browsers' tools, proxies, and mock-isales replay
  mock-isales export curl 7                    call 7, to be made once more from a shell
  mock-isales export pytest 7 > test_call_7.py
"""

app = typer.Typer(
    help=ABOUT, epilog=EXAMPLES, no_args_is_help=True, rich_markup_mode=None, pretty_exceptions_enable=False
)

Id = Annotated[int, typer.Argument(metavar="ID", help="The call's id, as the journal has it.", show_default=False)]


@app.command()
@filtered
def har(  # noqa: PLR0913 - a flag each
    *,
    wanted: Mapping[str, Any],
    out: Annotated[Path | None, named("--out", "FILE", "Where to write it, instead of standard output.")] = None,
    world: InWorld = DEFAULT_WORLD,
    url: Url = DEFAULT_URL,
    token: Token = None,
    ca: Ca = None,
) -> None:
    """Write the calls as HAR 1.2, the oldest first."""
    from mock_isales.cli import exporting  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    exporting.write_har(Server(url, token, ca), world, wanted, out)


@app.command()
def curl(
    call: Id, *, world: InWorld = DEFAULT_WORLD, url: Url = DEFAULT_URL, token: Token = None, ca: Ca = None
) -> None:
    """Print a call as a command of curl, for a POSIX shell."""
    from mock_isales.cli import exporting  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    exporting.print_curl(Server(url, token, ca), world, call)


@app.command()
def pytest(
    call: Id, *, world: InWorld = DEFAULT_WORLD, url: Url = DEFAULT_URL, token: Token = None, ca: Ca = None
) -> None:
    """Print a call as a test for the plugin of pytest."""
    from mock_isales.cli import exporting  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    exporting.print_pytest(Server(url, token, ca), world, call)
