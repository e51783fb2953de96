"""The command that reports on a client."""

from pathlib import Path
from typing import Annotated

import typer

from mock_isales.cli.control_flags import DEFAULT_WORLD, Ca, InWorld, Token, Url, named
from mock_isales.options import DEFAULT_URL

EPILOG = """\
A finding says what was done, what the document asks for by which clause, what to do, and which calls show it. A client
that keeps to the documents has none.

The exit status is 0 without findings, or with notes alone; 1 with an error or a warning; 2 if there is no report.

\b
Examples:
  mock-isales report                           on the calls to the default world
  mock-isales report --world w1 --language zh
  mock-isales report --format junit --out report.xml
  mock-isales report --format sarif --exit-zero > report.sarif
"""


def report(  # noqa: PLR0913 - a flag each
    *,
    form: Annotated[str, named("--format", "FORMAT", "text, json, sarif (2.1.0) or junit.", default="text")] = "text",
    language: Annotated[str, named("--language", "LANGUAGE", "Of the sentences: en or zh.", default="en")] = "en",
    out: Annotated[Path | None, named("--out", "FILE", "Write it there, and not to standard output.")] = None,
    exit_zero: Annotated[bool, typer.Option("--exit-zero", help="Exit with 0 whatever is found.")] = False,
    world: InWorld = DEFAULT_WORLD,
    url: Url = DEFAULT_URL,
    token: Token = None,
    ca: Ca = None,
) -> None:
    """Report what a client does wrong, worked out from the calls that it made to a world."""
    from mock_isales.cli import reporting  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    reporting.report(Server(url, token, ca), world, form, language, out, exit_zero=exit_zero)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command(epilog=EPILOG)(report)
