"""The command that lists the magic values."""

from typing import Annotated

import typer

from mock_isales.cli.control_flags import named

EPILOG = """\
A server knows them where it is told so: --setting magic_values=true, or MOCK_ISALES_SETTINGS__MAGIC_VALUES=true, or in
a seed, or for one world while it runs. What stands here is then a campaign id, a called number or an access code; a
call with one of them is answered so, if it is valid in itself. What lets the call be done is best a number: the
campaign has to be there.

\b
Examples:
  mock-isales magic
  mock-isales serve --setting magic_values=true
  curl … /rest/isales/v2/openapi/campaigns/1/calldata/990200006     is answered 0200006
"""


def magic(
    *,
    language: Annotated[str, named("--language", "LANGUAGE", "en or zh.", default="en")] = "en",
) -> None:
    """List the reserved campaign ids and numbers that are answered in a way of their own."""
    from mock_isales.cli import showing_magic  # noqa: PLC0415

    showing_magic.show(language)


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command(epilog=EPILOG)(magic)
