"""The command that lists the clauses."""

from typing import Annotated, Literal

import typer

from mock_isales.cli.control_flags import DEFAULT_WORLD, Ca, InWorld, Token, Url, named
from mock_isales.options import DEFAULT_URL

EPILOG = """\
A line has the clause's id, the code or HTTP status that it leads to, its standing, how many of the calls that the
world's journal keeps were refused by it, and its sentence.

\b
Examples:
  mock-isales clauses                          all of them
  mock-isales clauses --met --world w1         those that calls of a world were refused by
"""


def clauses(  # noqa: PLR0913 - a flag each
    *,
    met: Annotated[bool, typer.Option("--met", help="Those alone that calls were refused by.")] = False,
    language: Annotated[Literal["en", "zh"], named("--language", "LANGUAGE", "en or zh.", default="en")] = "en",
    world: InWorld = DEFAULT_WORLD,
    url: Url = DEFAULT_URL,
    token: Token = None,
    ca: Ca = None,
) -> None:
    """List the clauses of the contract, and how often each was met in a world."""
    from mock_isales.cli import showing_clauses  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    showing_clauses.show(Server(url, token, ca), world, language, only_met=met)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command(epilog=EPILOG)(clauses)
