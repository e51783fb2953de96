"""Pieces of Markdown that the generated pages share."""

import ast
import re
from collections.abc import Iterable, Iterator
from inspect import cleandoc
from pathlib import Path
from textwrap import dedent
from types import ModuleType

_SPECIAL = re.compile(r"[\\*<\[]|(?<![A-Za-z0-9_])_|_(?![A-Za-z0-9_])")
"""What may be Markdown or HTML; underscores within a word are not."""


def table(*columns: str) -> Iterator[str]:
    """The head of a table."""
    yield ""
    yield f"| {' | '.join(columns)} |"
    yield "|---" * len(columns) + "|"


def row(*cells: object) -> str:
    """A row of it; what would end a cell is escaped."""
    return f"| {' | '.join(str(cell).replace('|', chr(92) + '|') for cell in cells)} |"


def code(value: object) -> str:
    """Some words as code; nothing for nothing."""
    return f"`{value}`" if f"{value}" else ""


def plain(text: str) -> str:
    """A text in which nothing is taken for Markdown or HTML; one line."""
    return _SPECIAL.sub(r"\\\g<0>", " ".join(text.split()))


def documentation(text: str) -> Iterator[str]:
    """A docstring as Markdown: what is indented is Python, and stands in a block."""
    for paragraph in cleandoc(text).split("\n\n"):
        yield ""
        if paragraph.startswith(" "):
            yield "<!-- not run: a piece of a suite -->"
            yield f"```python\n{dedent(paragraph)}\n```"
        else:
            yield paragraph


def source_of(module: ModuleType) -> Iterable[ast.stmt]:
    """The statements of a module, for what cannot be asked for at run time."""
    return ast.parse(Path(str(module.__file__)).read_text(encoding="utf-8")).body
