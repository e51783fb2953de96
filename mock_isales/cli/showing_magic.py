"""`mock-isales magic`."""

import typer

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.text import Language
from mock_isales.engine.faults.magic import MagicValue, magic_values


def show(language: str) -> None:
    """Print the magic values, a line each: what to send, what becomes of it, and of which operation if not of both."""
    if language not in set(Language):
        raise typer.BadParameter(f"{language} is none: say en or zh", param_hint="--language")
    for each in magic_values():
        typer.echo(f"{each.digits:12}{each.does.of(Language(language))}{_alone(each)}")


def _alone(value: MagicValue) -> str:
    return "" if len(value.operations) == len(INTERFACES) else f"  ({', '.join(value.operations)})"
