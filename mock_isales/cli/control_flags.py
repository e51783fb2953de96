"""The flags of the commands that talk to a running server."""

from typing import Annotated

import typer

from mock_isales import variables
from mock_isales.options import DEFAULT_URL

DEFAULT_WORLD = "default"

Url = Annotated[
    str,
    typer.Option(
        "--url",
        metavar="URL",
        envvar=variables.URL,
        show_envvar=False,
        show_default=False,
        help=f"The server's address. [{variables.URL}; default: {DEFAULT_URL}]",
    ),
]
Token = Annotated[
    str | None,
    typer.Option(
        "--token",
        metavar="TOKEN",
        envvar=variables.CONTROL_TOKEN,
        show_envvar=False,
        show_default=False,
        help=f"What the server asks for beyond loopback. [{variables.CONTROL_TOKEN}]",
    ),
]
Ca = Annotated[
    str | None,
    typer.Option(
        "--ca",
        metavar="FILE",
        envvar=variables.CA,
        show_envvar=False,
        show_default=False,
        help=f"The authority that is trusted over HTTPS, in PEM. [{variables.CA}]",
    ),
]
InWorld = Annotated[
    str,
    typer.Option(
        "--world", metavar="WORLD", show_default=False, help=f"The world that is meant. [default: {DEFAULT_WORLD}]"
    ),
]


def named(flag: str, metavar: str, text: str, variable: str | None = None) -> typer.models.OptionInfo:
    """A flag with a value that may be left out, or be told by a variable, which its help names."""
    told = text if variable is None else f"{text} [{variable}]"
    option: typer.models.OptionInfo = typer.Option(
        flag, metavar=metavar, show_default=False, help=told, envvar=variable, show_envvar=False
    )
    return option
