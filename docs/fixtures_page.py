"""The page about the plugin of pytest, written from its fixtures, its marker and its options."""

import ast
from collections.abc import Iterator
from typing import Any

from markdown import code, documentation, plain, row, source_of, table

from mock_isales.testing import pytest_plugin
from mock_isales.testing.plugin.options import MARKER, add_options


def fixtures_page() -> str:
    """Every fixture, the marker, every option."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The plugin of pytest"
    yield ""
    yield "Written by `make docs` from the plugin; `pytest --fixtures`, `--markers` and `--help` say the same. It"
    yield "comes with `mock-isales[pytest]`, and pytest finds it by itself. What the fixtures hand out is described"
    yield "with [the client in Python](client.md)."
    yield ""
    yield "## Fixtures"
    for name, scope, text in fixtures():
        yield ""
        yield f"### {name}"
        yield ""
        yield f"Scope: {scope}."
        yield from documentation(text)
    yield ""
    yield "## The marker"
    yield ""
    signature, _, text = MARKER.partition(": ")
    yield f"`@pytest.mark.{signature}`: {text}"
    yield ""
    yield "## Options"
    yield from table("option", "what it does")
    recorder = _Recorder()
    add_options(recorder)
    for flag, said in recorder.options:
        yield row(code(f"{flag} {said.get('metavar', '')}".strip()), plain(said["help"]))


def fixtures() -> Iterator[tuple[str, str, str]]:
    """Name, scope and docstring of each fixture."""
    for each in source_of(pytest_plugin):
        if isinstance(each, ast.FunctionDef):
            for decorator in each.decorator_list:
                if "pytest.fixture" in ast.unparse(decorator):
                    scope = "session" if "session" in ast.unparse(decorator) else "function"
                    yield each.name, scope, ast.get_docstring(each) or ""


class _Recorder:
    """Stands for pytest's parser, and keeps what it is told."""

    def __init__(self) -> None:
        self.options: list[tuple[str, dict[str, Any]]] = []

    def getgroup(self, *_: str) -> "_Recorder":
        """The group is not told apart."""
        return self

    def addoption(self, flag: str, **said: Any) -> None:  # noqa: ANN401 - what argparse takes
        """Keep an option."""
        self.options.append((flag, said))
