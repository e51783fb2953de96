"""The values of a seed file, each with its line: what both notations are read into before anything is judged."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Any

from mock_isales.engine.seed_files.problems import Malformed, Problem

MAX_DEPTH = 100

_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Unclear:
    """A plain word that notations read differently (`0123`, `2024-01-01`, `1:30`): neither a number nor a String."""

    text: str


@dataclass(slots=True, eq=False)
class Scalar:
    """A single value.

    Attributes:
        line: Where it begins, counted from 1.
        place: The key it stands under.
        text: As it is written, without its quotes.
        value: None, a bool, int, float or str, or `Unclear`.
        quoted: Whether it is written as a String.
    """

    line: int
    place: str
    text: str
    value: object
    quoted: bool


@dataclass(slots=True, eq=False)
class Sequence:
    """A list."""

    line: int
    place: str
    items: list["Node"] = field(default_factory=list)

    def child(self, index: int) -> "Node":
        """One of its items."""
        return self.items[index]

    def line_of(self, index: "Part") -> int:
        """Where an item begins."""
        return self.items[int(index)].line

    def take_out(self, indexes: Collection["Part"]) -> None:
        """Leave out some items; the others keep their places."""
        self.items = [item for index, item in enumerate(self.items) if index not in indexes]


@dataclass(slots=True, eq=False)
class Mapping:
    """A mapping; a key that stands twice keeps its first value.

    Attributes:
        line: Where it begins.
        place: The key it stands under.
        entries: Its values.
        lines: Where each key stands.
    """

    line: int
    place: str
    entries: dict[str, "Node"] = field(default_factory=dict)
    lines: dict[str, int] = field(default_factory=dict)

    def child(self, key: str) -> "Node":
        """One of its values."""
        return self.entries[key]

    def line_of(self, key: "Part") -> int:
        """Where a key stands."""
        return self.lines[str(key)]

    def take_out(self, keys: Collection["Part"]) -> None:
        """Leave out some keys."""
        self.entries = {key: value for key, value in self.entries.items() if key not in keys}


Node = Scalar | Sequence | Mapping
Part = str | int


def plain(node: Node) -> Any:  # noqa: ANN401 - it may be any value
    """A node's value in Python's own types."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.entries.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value


def place_of(container: str, part: Part) -> str:
    """What a part of a container is called."""
    if isinstance(part, int):
        return f"{container}[{part}]"
    return f"{container}.{part}" if container else part


class Builder:
    """Makes the nodes of a file from its pieces, told in their order.

    Attributes:
        root: The outermost node, None before it has begun.
        problems: The keys that stand twice.
    """

    def __init__(self) -> None:
        self.root: Node | None = None
        self.problems: list[Problem] = []
        self._open: list[_Open] = []

    def scalar(self, line: int, text: str, value: object, *, quoted: bool) -> None:
        """A single value or, where a mapping awaits one, a key."""
        if _SURROGATE.search(text):
            raise Malformed(line, "an escape stands for half a character", "write both halves, or the character")
        innermost = self._open[-1] if self._open else None
        if innermost and innermost.awaits_key:
            innermost.key = text
            innermost.key_line = line
        else:
            self._put(Scalar(line, self._place(), text, value, quoted))

    def begin_mapping(self, line: int) -> None:
        """A mapping begins."""
        self._begin(Mapping(line, self._place()))

    def begin_sequence(self, line: int) -> None:
        """A list begins."""
        self._begin(Sequence(line, self._place()))

    def end(self) -> None:
        """The innermost mapping or list ends."""
        self._open.pop()

    def _place(self) -> str:
        return self._open[-1].place if self._open else ""

    def _begin(self, node: Mapping | Sequence) -> None:
        if self._open and self._open[-1].awaits_key:
            raise Malformed(node.line, "a key is not a single word")
        if len(self._open) == MAX_DEPTH:
            raise Malformed(node.line, f"nested deeper than {MAX_DEPTH}")
        self._put(node)
        self._open.append(_Open(node))

    def _put(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        repeated = self._open[-1].put(node)
        if repeated:
            self.problems.append(repeated)


@dataclass(slots=True)
class _Open:
    """A mapping or list that has begun and not ended, with the key whose value comes next."""

    node: Mapping | Sequence
    key: str | None = None
    key_line: int = 0

    @property
    def awaits_key(self) -> bool:
        return self.key is None and isinstance(self.node, Mapping)

    @property
    def place(self) -> str:
        part = len(self.node.items) if isinstance(self.node, Sequence) else self.key or ""
        return place_of(self.node.place, part)

    def put(self, value: Node) -> Problem | None:
        """Add the next value; the problem of its key, if that stands there already."""
        if isinstance(self.node, Sequence):
            self.node.items.append(value)
            return None
        key, self.key = self.key or "", None
        first = self.node.lines.setdefault(key, self.key_line)
        if self.node.entries.setdefault(key, value) is value:
            return None
        return Problem(self.key_line, place_of(self.node.place, key), f"the key stands twice, first in line {first}")
