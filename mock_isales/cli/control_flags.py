"""The flags of the commands that talk to a running server."""

from typing import Annotated

import typer

from mock_isales import variables
from mock_isales.options import DEFAULT_URL

DEFAULT_WORLD = "default"


def named(
    flag: str, metavar: str, text: str, variable: str | None = None, default: str | None = None
) -> typer.models.OptionInfo:
    """A flag with a value that may be left out, or be told by a variable; its help names that, and the default."""
    otherwise = "; ".join(part for part in (variable, default and f"default: {default}") if part)
    told = f"{text} [{otherwise}]" if otherwise else text
    option: typer.models.OptionInfo = typer.Option(
        flag, metavar=metavar, show_default=False, help=told, envvar=variable, show_envvar=False
    )
    return option


Url = Annotated[str, named("--url", "URL", "The server's address.", variables.URL, DEFAULT_URL)]
Token = Annotated[
    str | None, named("--token", "TOKEN", "What the server asks for beyond loopback.", variables.CONTROL_TOKEN)
]
Ca = Annotated[str | None, named("--ca", "FILE", "The authority that is trusted over HTTPS, in PEM.", variables.CA)]
InWorld = Annotated[str, named("--world", "WORLD", "The world that is meant.", default=DEFAULT_WORLD)]
