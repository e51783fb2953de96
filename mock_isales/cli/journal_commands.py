"""The commands that show a journal, and explain a call of it."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

import typer

from mock_isales.cli.control_flags import DEFAULT_WORLD, Ca, InWorld, Token, Url, named
from mock_isales.cli.journal_filters import filtered
from mock_isales.options import DEFAULT_URL

EPILOG = """\
A line has the call's id, its time in the world, the operation, vdn/campaign, the result code with its sentence, the
clause that refused it with the field and its value, how long it took, and behind a `!` what departs from the document.

\b
Examples:
  mock-isales journal                          the newest calls of the default world
  mock-isales journal --follow --world w1      each as it comes, until Ctrl-C
  mock-isales journal --code 0200022 --json    one JSON object a line
"""

WHY_EPILOG = """\
The id stands at the beginning of the lines of `mock-isales journal`, and in the header X-Mock-Request of the answer.

\b
Examples:
  mock-isales why                              the newest call that was refused
  mock-isales why 7 --world w1 --language zh
  mock-isales why last --json
"""


@filtered
def journal(  # noqa: PLR0913 - a flag each
    *,
    wanted: Mapping[str, Any],
    limit: Annotated[int, typer.Option("--limit", metavar="N", min=0, max=1000, help="So many at most.")] = 100,
    follow: Annotated[bool, typer.Option("--follow", "-f", help="Go on with each call as it comes.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="All that is known of a call, as JSON.")] = False,
    world: InWorld = DEFAULT_WORLD,
    url: Url = DEFAULT_URL,
    token: Token = None,
    ca: Ca = None,
) -> None:
    """Show the newest calls that were made to a world, a line each."""
    from mock_isales.cli import showing_journal  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    showing_journal.show(Server(url, token, ca), world, wanted, limit=limit, follow=follow, as_json=as_json)


def why(  # noqa: PLR0913 - a flag each
    call: Annotated[str, typer.Argument(metavar="ID", help="The call's id in its world, or last.")] = "last",
    *,
    language: Annotated[Literal["en", "zh"], named("--language", "LANGUAGE", "en or zh.", default="en")] = "en",
    as_json: Annotated[bool, typer.Option("--json", help="All that is known, as JSON.")] = False,
    world: InWorld = DEFAULT_WORLD,
    url: Url = DEFAULT_URL,
    token: Token = None,
    ca: Ca = None,
) -> None:
    """Explain a call: why it was answered as it was, and what to change.

    Without an ID it is the newest call that was refused or struck by a fault.
    """
    from mock_isales.cli import showing_journal  # noqa: PLC0415
    from mock_isales.cli.controlling import Server  # noqa: PLC0415

    showing_journal.explain(Server(url, token, ca), world, call, language, as_json=as_json)


def add_to(app: typer.Typer) -> None:
    """Make the commands known."""
    app.command(epilog=EPILOG)(journal)
    app.command(epilog=WHY_EPILOG)(why)
