"""The page about the client in Python, written from its classes."""

import inspect
import re
from collections.abc import Iterator

from markdown import code, row, table

from mock_isales.testing import Control, World
from mock_isales.testing.blocking.calls import Faults, Journal
from mock_isales.testing.blocking.state import Blocklist, Campaign, Campaigns, Clock, TermsOf

CLASSES = {
    "control": Control,
    "world": World,
    "world.clock": Clock,
    "world.campaigns": Campaigns,
    "world.campaign(vdn, campaign)": Campaign,
    "world.blocklist(vdn)": Blocklist,
    "world.settings, world.readings": TermsOf,
    "world.faults": Faults,
    "world.journal": Journal,
}
"""What a test gets at, by how it gets there."""

LONGEST_SIGNATURE = 90


def client_page() -> str:
    """Every method of the client, with the first paragraph of what it says of itself."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# The client in Python"
    yield ""
    yield "Written by `make docs` from `mock_isales.testing`. `Control(url)` is the client of a server that runs;"
    yield "`control.make_world(name)` and the fixture `isales` are a `World`; `with MockIsales() as isales:` starts"
    yield "a server and is its default world, with the rest at `isales.control`. Each has an awaited twin:"
    yield "`AsyncControl`, `AsyncWorld`, `AsyncMockIsales`. A server that refuses raises `ControlError`, one that"
    yield "cannot be reached `Unreachable`. The forms of what is sent and answered are those of [the control"
    yield "interface](control.md)."
    for path, kind in CLASSES.items():
        yield ""
        yield f"## {path}"
        yield ""
        yield _first(kind.__doc__)
        yield from table("", "")
        for attribute, meaning in _attributes(kind.__doc__ or ""):
            yield row(code(f".{attribute}"), meaning)
        for name, member in vars(kind).items():
            if not name.startswith("_"):
                yield row(code(_called(name, member)), _first(inspect.getdoc(member)))


def _called(name: str, member: object) -> str:
    if isinstance(member, property):
        return f".{name}"
    signature = inspect.signature(member)
    given = [each for each in signature.parameters.values() if each.name != "self"]
    short = ", ".join(_said(each) for each in given)
    return f".{name}({short})"


def _said(parameter: inspect.Parameter) -> str:
    mark = {inspect.Parameter.VAR_POSITIONAL: "*", inspect.Parameter.VAR_KEYWORD: "**"}.get(parameter.kind, "")
    has_default = parameter.default is not inspect.Parameter.empty
    return f"{mark}{parameter.name}" + (f"={parameter.default!r}" if has_default else "")


def _first(text: str | None) -> str:
    """The first paragraph of a docstring, in one line."""
    return " ".join(inspect.cleandoc(text or "").partition("\n\n")[0].split())


def _attributes(text: str) -> Iterator[tuple[str, str]]:
    """What a docstring says of attributes."""
    told = inspect.cleandoc(text).partition("Attributes:\n")[2].partition("\n\n")[0]
    for name, meaning in re.findall(r"^ {4}(\w+): (.*(?:\n {8}.*)*)", told, re.MULTILINE):
        yield name, " ".join(meaning.split())
