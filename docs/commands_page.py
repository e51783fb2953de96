"""The page about the commands, written from what Typer makes their `--help` of."""

from collections.abc import Iterator
from typing import Any

from markdown import code, plain, row, table
from typer.main import get_command

from mock_isales.cli.commands import app

PROGRAM = "mock-isales"


def commands_page() -> str:
    """Every command with every flag."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    program = get_command(app)
    yield "# Commands"
    yield ""
    yield "Written by `make docs` from the commands themselves; `--help` of each says the same. What stands in"
    yield "brackets is the variable of the environment that says the same as the flag, and the default."
    for words, command in commands_of(program, [PROGRAM]):
        yield from _command(words, command)


def commands_of(command: Any, words: list[str]) -> Iterator[tuple[list[str], Any]]:  # noqa: ANN401 - Typer's own Click
    """A command and all below it, each with the words that call it."""
    yield words, command
    for name, below in getattr(command, "commands", {}).items():
        yield from commands_of(below, [*words, name])


def _command(words: list[str], command: Any) -> Iterator[str]:  # noqa: ANN401
    context = command.context_class(command, info_name=" ".join(words))
    yield ""
    yield f"## {' '.join(words)}"
    yield ""
    yield code(" ".join([*words, *command.collect_usage_pieces(context)]))
    for paragraph in (command.help or "").replace("\b", "").strip().split("\n\n"):
        yield ""
        yield plain(paragraph)
    yield from _parameters(command, context)
    if command.epilog:
        yield ""
        yield "<!-- shown: what --help ends with -->"
        yield f"```text\n{command.epilog.replace(chr(8), '').strip()}\n```"


def _parameters(command: Any, context: Any) -> Iterator[str]:  # noqa: ANN401
    records = [parameter.get_help_record(context) for parameter in command.get_params(context)]
    shown = [record for record in records if record is not None and "--help" not in record[0]]
    if shown:
        yield from table("flag or argument", "what it does")
        for name, text in shown:
            yield row(code(name), plain(text))
