"""The flags, made of the table of options, and what a command line gives of them."""

from typing import Any

import typer

from mock_isales.options import OPTIONS


class NotNamed(Exception):  # noqa: N818 - it reads as what it says
    """The value of a repeatable flag has no name."""


def flag(name: str) -> Any:  # noqa: ANN401 - Typer reads it as a parameter's default
    """The flag of an option. Its value is judged with the environment's, so it is text here."""
    option = OPTIONS[name]
    shown = "on" if option.default is True else option.default
    default = "" if option.default in (None, {}, False) else f"; default: {shown}"
    names = [option.flag] if option.metavar else [f"{option.flag}/--no-{option.flag[2:]}"]
    text = f"{option.help} [{option.variable}{default}]"
    return typer.Option(*names, metavar=option.metavar or None, help=text, show_default=False)


def given(**flags: Any) -> dict[str, Any]:  # noqa: ANN401
    """The flags that a command line gives, as `Settings` takes them.

    Raises:
        NotNamed: The value of a repeatable flag has no name.
    """
    present = {name: value for name, value in flags.items() if value not in (None, [])}
    return {name: _named(name, value) if OPTIONS[name].repeatable else value for name, value in present.items()}


def _named(option: str, pairs: list[str]) -> dict[str, str]:
    named = {}
    for pair in pairs:
        name, equals, value = pair.partition("=")
        if not equals:
            raise NotNamed(f"{OPTIONS[option].flag} {pair}: must be NAME=VALUE")
        named[name.strip()] = value.strip()
    return named
