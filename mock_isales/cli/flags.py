"""The flags, made of the table of options."""

import inspect
from collections.abc import Callable, Mapping
from typing import Annotated, Any

import typer

from mock_isales.cli.failing import told
from mock_isales.cli.gathering import gathering
from mock_isales.cli.given import NotNamed, given
from mock_isales.cli.saying import speak_as_told
from mock_isales.options import OPTIONS


def takes(*names: str, **defaults: object) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the flags of options, beside its own parameters; it gets what is given of them as `flags`.

    Args:
        names: The options.
        defaults: What the command itself takes for some of them instead of their defaults, so that its help says so.
    """

    def gather(values: Mapping[str, Any]) -> object:
        speak_as_told(values)
        with told(NotNamed):
            return given(values)

    parameters = [parameter(name, defaults.get(name)) for name in names]
    return lambda command: gathering(command, "flags", parameters, gather)


def flag(name: str, default: object = None) -> Any:  # noqa: ANN401 - Typer reads it as a parameter's default
    """The flag of an option. Its value is judged with the environment's, so it is text here.

    Args:
        name: The option.
        default: What its default is here, if it is another one than that of the server.
    """
    option = OPTIONS[name]
    shown = option.default if default is None else default
    default_told = "" if shown in (None, {}, (), False) else f"; default: {'on' if shown is True else shown}"
    names = [option.flag] if option.metavar else [f"{option.flag}/--no-{option.flag[2:]}"]
    text = f"{option.help} [{option.variable}{default_told}]"
    return typer.Option(*names, metavar=option.metavar or None, help=text, show_default=False, hidden=option.hidden)


def parameter(name: str, default: object = None) -> inspect.Parameter:
    """The parameter of a command that Typer fills from the flag of an option; None if it is not given."""
    option = OPTIONS[name]
    kind = bool | None if not option.metavar else list[str] | None if option.is_many else str | None
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=None, annotation=Annotated[kind, flag(name, default)]
    )
