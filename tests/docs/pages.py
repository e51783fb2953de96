"""The pages that people read, and the blocks of code in them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]

HELD_ELSEWHERE = {
    "docs/control.md": "tests/control/test_document.py",
    "docs/testcontainers.md": "tests/testing/containers/test_page.py",
}
"""Pages whose blocks other tests hold: no block of theirs is run here, but their commands and names are looked up."""

_BLOCK = re.compile(
    r"^(?:<!-- (?P<mark>[^>]+) -->\n)?```(?P<language>\w*)\n(?P<text>.*?)^```$", re.MULTILINE | re.DOTALL
)
_TOCTREE = re.compile(r"^```\{toctree\}\n.*?^```$", re.MULTILINE | re.DOTALL)
_NAMED = re.compile(r"(?:#|//) (\S+\.\w+)\n")

MARKS = ("ends with", "file", "installs", "log", "not run", "shown")
"""How a comment above a block can begin that says what is to be made of it:

`ends with 1`: the command's status; `file: NAME`: it is that file; `installs`: it is run in a clean environment alone;
`log`: the server says so; `not run: …` and `shown: …`: why nothing is run, or nothing here prints it.
"""


@dataclass(frozen=True)
class Block:
    """A block of code.

    Attributes:
        page: The page's path in the repository.
        line: Where it begins.
        language: What it is in.
        text: What it holds.
        mark: What the comment above it says; empty without one.
    """

    page: str
    line: int
    language: str
    text: str
    mark: str

    def __str__(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def file(self) -> str | None:
        """The name of the file that it is, by its mark or its first line."""
        if self.mark.startswith("file: "):
            return self.mark.removeprefix("file: ")
        named = _NAMED.match(self.text)
        return named[1] if named else None

    @property
    def status(self) -> int:
        """The exit status that the reader is told to expect."""
        return int(self.mark.removeprefix("ends with ")) if self.mark.startswith("ends with ") else 0


def pages() -> list[str]:
    """All pages of the repository but those of the examples, which have tests of their own."""
    paths = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    return sorted(path.relative_to(ROOT).as_posix() for path in paths)


def text_of(page: str) -> str:
    """What a page says."""
    return (ROOT / page).read_text(encoding="utf-8")


def blocks_of(page: str) -> Iterator[Block]:
    """The blocks of a page, in order."""
    text = _TOCTREE.sub(lambda tree: "\n" * tree[0].count("\n"), text_of(page))
    for found in _BLOCK.finditer(text):
        line = text.count("\n", 0, found.start("language")) + 1
        yield Block(page, line, found["language"], found["text"], found["mark"] or "")


def all_blocks() -> list[Block]:
    """The blocks of all pages."""
    return [block for page in pages() for block in blocks_of(page)]
