"""The flags of the commands that talk to a running server."""

from typing import Annotated

import typer

from mock_isales.options import OPTIONS

DEFAULT_URL = f"http://{OPTIONS['host'].default}:{OPTIONS['port'].default}"
DEFAULT_WORLD = "default"

Url = Annotated[
    str,
    typer.Option(
        "--url",
        metavar="URL",
        envvar="MOCK_ISALES_URL",
        show_envvar=False,
        show_default=False,
        help=f"The server's address. [MOCK_ISALES_URL; default: {DEFAULT_URL}]",
    ),
]
Token = Annotated[
    str | None,
    typer.Option(
        "--token",
        metavar="TOKEN",
        envvar="MOCK_ISALES_CONTROL_TOKEN",
        show_envvar=False,
        show_default=False,
        help="What the server asks for beyond loopback. [MOCK_ISALES_CONTROL_TOKEN]",
    ),
]
Ca = Annotated[
    str | None,
    typer.Option(
        "--ca",
        metavar="FILE",
        envvar="MOCK_ISALES_CA",
        show_envvar=False,
        show_default=False,
        help="The authority that is trusted over HTTPS, in PEM. [MOCK_ISALES_CA]",
    ),
]
InWorld = Annotated[
    str,
    typer.Option(
        "--world", metavar="WORLD", show_default=False, help=f"The world that is meant. [default: {DEFAULT_WORLD}]"
    ),
]


def named(flag: str, metavar: str, text: str, variable: str | None = None) -> typer.models.OptionInfo:
    """A flag with a value that may be left out, or be told by a variable."""
    option: typer.models.OptionInfo = typer.Option(
        flag, metavar=metavar, show_default=False, help=text, envvar=variable, show_envvar=False
    )
    return option
