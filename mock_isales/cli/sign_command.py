"""The command that signs a request."""

from pathlib import Path
from typing import Annotated

import typer

from mock_isales import variables
from mock_isales.cli.control_flags import named

EPILOG = """\
A request says the headers that it is sent with, as the server reads them: Host with its port, if the client sends it.
Host and Content-Length are told from URL and body if they are left out.

\b
Examples:
  mock-isales sign POST https://localhost:28080/rest/isales/v1/openapi/campaigns/1/callerNo/1 \\
    --header 'Content-Type: application/json; charset=UTF-8' --body call.json --ak demo --sk secret
  mock-isales sign GET http://localhost:28080/a?b=c --ak demo --sk secret --explain
"""


def sign(  # noqa: PLR0913 - a flag each
    method: Annotated[str, typer.Argument(metavar="METHOD", help="The HTTP method.", show_default=False)],
    url: Annotated[str, typer.Argument(metavar="URL", help="The address that is called.", show_default=False)],
    *,
    ak: Annotated[str | None, named("--ak", "AK", "The access key's name.", variables.AK)] = None,
    sk: Annotated[str | None, named("--sk", "SK", "Its secret.", variables.SK)] = None,
    header: Annotated[
        list[str] | None, named("--header", "'NAME: VALUE'", "A header of the request; may be repeated.")
    ] = None,
    body: Annotated[Path | None, named("--body", "FILE", "The request's body; - is standard input.")] = None,
    signed: Annotated[
        list[str] | None, named("--signed", "NAME", "A header that is signed beside host; may be repeated.")
    ] = None,
    time: Annotated[str | None, named("--time", "TIME", "As 2024-10-31T14:06:52.123Z; now, if left out.")] = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show each step on the way to the token.")] = False,
) -> None:
    """Print the C2 token of a request: the value of its header Authorization."""
    from mock_isales.cli import signing  # noqa: PLC0415

    signing.sign(signing.Asked(method, url, ak, sk, header or [], body, signed, time, explain=explain))


def add_to(app: typer.Typer) -> None:
    """Make the command known."""
    app.command(epilog=EPILOG)(sign)
