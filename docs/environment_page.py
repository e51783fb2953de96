"""The page about the variables of the environment, written from the tables that the server and its clients read."""

import ast
from collections.abc import Iterator
from itertools import pairwise

from markdown import code, plain, row, source_of, table

from mock_isales import variables
from mock_isales.cli.run_command import EPILOG
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.options import NESTING, OPTIONS, PREFIX, Option

OF_OTHER_COMMANDS = {"lie"}
"""What only `mock-isales mutate` tells."""


def environment_page() -> str:
    """Every variable, and what it says."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Environment variables"
    yield ""
    yield "Written by `make docs` from the code. A flag wins over the environment, the environment over the seed"
    yield "file, the seed file over the defaults. What is empty says nothing. Letter case does not matter to the"
    yield f"server. A variable that begins with `{PREFIX}` and is not known is named in the log, with the nearest"
    yield "known one."
    yield ""
    yield "## What the server is told"
    yield from table("variable", "flag", "default", "what")
    for option in OPTIONS.values():
        if option.name not in OF_OTHER_COMMANDS and not option.repeatable:
            yield row(
                code(option.variable), "" if option.hidden else code(option.flag), _default(option), plain(option.help)
            )
    yield ""
    yield "Switches take `true` and `false`. Several access keys stand in one text, with spaces between them;"
    yield "several names of `--tls-name`, with commas."
    for option, model in ((OPTIONS["readings"], Readings), (OPTIONS["settings"], ServiceSettings)):
        yield ""
        yield f"## Each of the {option.name}"
        yield ""
        yield f"As `{option.flag} {option.metavar}`. What each means: [the contract](contract.md#{_anchor(option)})."
        yield from table("variable", "default")
        for name, field in model.model_fields.items():
            default = field.default if isinstance(field.default, str) else str(field.default).lower()
            yield row(code(f"{PREFIX}{option.name.upper()}{NESTING}{name.upper()}"), code(default))
    yield ""
    yield "## What those who call a server are told"
    yield ""
    yield "The commands, the plugin of pytest and `mock_isales.testing.Control`."
    yield from table("variable", "what")
    for name, meaning in _clients():
        yield row(code(name), meaning)
    yield ""
    yield "## What `mock-isales run` tells the command that it runs"
    yield ""
    yield "<!-- shown: what --help ends with -->"
    yield f"```text\n{EPILOG.replace(chr(8), '').strip().partition(chr(10) * 2)[0]}\n```"


def _anchor(option: Option) -> str:
    return {"readings": "readings", "settings": "settings-of-the-imitated-server"}[option.name]


def _default(option: Option) -> str:
    if isinstance(option.default, bool):
        return code(str(option.default).lower())
    return "" if option.default in (None, ()) else code(option.default)


def _clients() -> Iterator[tuple[str, str]]:
    """The variables of `mock_isales.variables`, each with the string that stands below it in the source."""
    statements = list(source_of(variables))
    for constant, below in pairwise(statements):
        match constant, below:
            case ast.Assign(value=ast.Constant(value=str(name))), ast.Expr(value=ast.Constant(value=str(meaning))):
                yield name, meaning
