"""Somebody who reads a page and does what it says, block after block, in an empty folder."""

import os
import re
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from tests.docs.pages import ROOT, Block
from tests.serving.processes import Server, environment, serving

PORT = "28080"
"""What the pages write for the port of the double on this machine."""

_ADDRESS = re.compile(rf"(?<=//127\.0\.0\.1:){PORT}|(?<=//localhost:){PORT}")

SECONDS = 600
SCRIPTS = ("sh", "python")
OUTPUTS = ("text", "json")
_QUICKLY = {
    "COLUMNS": "80",
    "PYTEST_ADDOPTS": "-p mock_isales.testing.pytest_plugin -p no:cacheprovider",
    "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1",
}
"""For pytest: do not load what this project's environment has beside, which takes seconds."""

_ALONE = {
    "COLUMNS": "80",
    "PIP_BUILD_CONSTRAINT": str(ROOT / "constraints.txt"),
    "PIP_CONSTRAINT": str(ROOT / "constraints.txt"),
    "PYTHONPATH": "",
}
"""For a clean environment: nothing of this one."""
_STARTS_PYTEST = re.compile(r"^pytest|-- pytest", re.MULTILINE)
_GAP = "…"
_OF_CHANCE = re.compile(r'(?<="dataId":")\d{19}(?=")|(?<=-)[0-9a-f]{8}(?= )')
"""What no two runs share: data ids by the clock, and the ends of worlds' names."""


class Reader:
    """Does what a page says.

    Args:
        folder: Where: it is empty.
        tools: Where the commands are that stand before all others.
        stack: What ends with the page.
        alone: Whether these tools have to do, and nothing of this project's environment.
    """

    def __init__(self, folder: Path, tools: Path, stack: ExitStack, *, alone: bool) -> None:
        self._folder = folder
        self._tools = tools
        self._usual = _ALONE if alone else _QUICKLY
        self._stack = stack
        self._server: Server | None = None
        self._printed = ""

    def take(self, block: Block) -> None:
        """Do what a block says, or hold it to what has been printed."""
        if block.file is not None:
            self._write(block.file, block.text)
        elif block.mark == "log":
            self._look_into_log(block)
        elif block.language == "sh" and block.text.startswith("mock-isales serve"):
            self._serve(block.text)
        elif block.language in SCRIPTS:
            self._printed = self.run(block)
        elif block.language in OUTPUTS:
            expected, printed = settled(block.text), settled(self._printed)
            assert re.fullmatch(pattern_of(expected), printed), f"{block} shows\n{expected}\nand it was\n{printed}"

    def run(self, block: Block) -> str:
        """What a script prints, which ends as the page says."""
        text = _ADDRESS.sub(self._port, block.text)
        start = ["bash", "-e", "-c", text] if block.language == "sh" else [self._python, "-c", text]
        ended = subprocess.run(
            start,
            cwd=self._folder,
            env=self._environment(text),
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )
        assert ended.returncode == block.status, f"{block} ended with {ended.returncode}:\n{ended.stdout}"
        return ended.stdout.replace(f":{self._port}", f":{PORT}")

    @property
    def _python(self) -> str:
        return str(self._tools / "python")

    @property
    def _port(self) -> str:
        return PORT if self._server is None else str(self._server.address[1])

    def _environment(self, text: str) -> dict[str, str]:
        path = os.pathsep.join([str(self._tools), os.environ["PATH"]])
        told = {"PATH": path, **self._usual}
        if self._server is not None and not _STARTS_PYTEST.search(text):
            told["MOCK_ISALES_URL"] = (
                self._server.url
            )  # where the commands ask that the page lets ask at the usual port
        usual = {name: value for name, value in environment().items() if not name.startswith("PYTEST_")}
        return usual | told

    def _write(self, name: str, text: str) -> None:
        path = self._folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def _serve(self, text: str) -> None:
        """Start the page's server, in the place of the one before."""
        flags = _words(text)[2:]
        log = self._folder.parent / "served"
        log.mkdir(exist_ok=True)
        here = [str(self._folder / flag) if _is_file(flag) else flag for flag in flags]
        server = serving(log, *here, variables=self._usual, python=self._python)
        self._server = self._stack.enter_context(server)

    def _look_into_log(self, block: Block) -> None:
        assert self._server is not None
        for line in block.text.splitlines():
            assert re.search(_in_line(line), self._server.log), f"{block}: {line!r} is not in\n{self._server.log}"


@contextmanager
def reading(folder: Path, tools: Path, *, alone: bool = False) -> Iterator[Reader]:
    """A reader, whose servers end with the block."""
    with ExitStack() as stack:
        yield Reader(folder, tools, stack, alone=alone)


def settled(text: str) -> str:
    """An output without what differs each time."""
    return _OF_CHANCE.sub(_GAP, text.strip()) + "\n"


def pattern_of(text: str) -> str:
    """What matches a text in which `…` stands for anything in its line, or, alone in a line, for any lines."""
    lines = (r"(?:.*\n)*" if line == _GAP else f"{_in_line(line)} *\\n" for line in text.splitlines())
    return "".join(lines)


def _in_line(line: str) -> str:
    return re.escape(line).replace(_GAP, ".*")


def _words(text: str) -> Sequence[str]:
    return text.replace("\\\n", " ").partition("#")[0].split()


def _is_file(flag: str) -> bool:
    return bool(re.fullmatch(r"[\w-]+\.(yaml|pem|db)", flag))
