"""What the pages name: commands with their flags, variables, routes, clauses, readings and settings."""

import re
import shlex
from collections.abc import Iterator
from typing import Any

from typer.main import get_command

from mock_isales.cli.commands import app
from tests.docs.pages import blocks_of, text_of

_CODE = re.compile(r"`([^`\n]+)`")
_CALL = re.compile(r"(?<![\w./-])mock-isales (?!is ready)(?P<words>[a-z-][^\n|;&`]*)")
_OF_ENGINES = re.compile(r"^.*\b(?:docker|buildah) .*$", re.MULTILINE)
"""Where `mock-isales` is an image; tests/docker holds those lines."""

_PROGRAM = get_command(app)
_SWITCH = re.compile(r"--?[a-z][a-z-]*")


def calls_of(page: str) -> Iterator[str]:
    """Every `mock-isales …` in the code of a page, without the program's name and without what comes after ` -- `."""
    pieces = [block.text.replace("\\\n", " ") for block in blocks_of(page)]
    for piece in [*pieces, *_CODE.findall(text_of(page))]:
        for found in _CALL.finditer(_OF_ENGINES.sub("", piece)):
            yield re.split(r" -- |\s#|  ", found["words"])[0].strip()


def unknown_in(call: str) -> str | None:
    """What of a call is no command and no flag; None if all is known."""
    try:
        words = shlex.split(call)
    except ValueError:
        words = call.split()
    command: Any = _PROGRAM
    for word in words:
        if word.startswith("["):
            break  # what a form of use leaves open
        if word.startswith("-"):
            flag = word.partition("=")[0]
            if _SWITCH.fullmatch(flag) and flag not in flags_of(command):
                return f"{command.name or 'mock-isales'} has no {flag}"
        elif hasattr(command, "commands"):
            if word not in command.commands:
                return f"there is no command {word}"
            command = command.commands[word]
    return None


def flags_of(command: Any) -> set[str]:  # noqa: ANN401 - Typer's own Click
    """The flags of a command."""
    declared = {flag for parameter in command.params for flag in (*parameter.opts, *parameter.secondary_opts)}
    return {*(flag for flag in declared if flag.startswith("-")), "-h", "--help"}


def program_commands() -> list[tuple[str, Any]]:
    """Every command, with the words that call it."""
    return [*_below(_PROGRAM, "mock-isales")]


def _below(command: Any, words: str) -> Iterator[tuple[str, Any]]:  # noqa: ANN401
    yield words, command
    for name, below in getattr(command, "commands", {}).items():
        yield from _below(below, f"{words} {name}")
