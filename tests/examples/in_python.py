"""The example in Python, and how its README says that it is run."""

import os
import re
import shlex
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import takewhile
from pathlib import Path

from tests.serving.processes import environment

FOLDER = Path(__file__).parents[2] / "examples" / "python"
README = (FOLDER / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"^```(\w+)\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
COMMANDS = [line for kind, text in BLOCKS if kind == "sh" for line in text.splitlines()]
TABLE = re.findall(r"^\| `(\w+)` \| (\w+) \| `(.+)` \|$", README, re.MULTILINE)
"""The rows of its table: a mistake, a tool, and what the tool says of it."""
SHOWN = [text.splitlines() for kind, text in BLOCKS if kind == "text"]

_SECTION = "mock-isales: calls of world "
_PROGRAMS = {"python": [sys.executable], "mock-isales": [sys.executable, "-m", "mock_isales"]}
QUICKLY = ["-p", "no:cacheprovider", "-p", "no:hypothesispytest", "-p", "no:schemathesis"]
"""For pytest: leave no files, and do not load what this project's environment has beside, which takes seconds."""

_SECONDS = 120


@dataclass(frozen=True)
class Ran:
    """A command that has ended.

    Attributes:
        status: Its exit status.
        output: Its standard output.
        errors: Its standard error.
    """

    status: int
    output: str
    errors: str

    @property
    def passed(self) -> list[str]:
        """The tests that passed, each once whatever its parameters, where pytest was asked by `-rA` to name them."""
        return list(dict.fromkeys(re.findall(r"^PASSED ([^\s\[]+)", self.output, re.MULTILINE)))

    @property
    def failed(self) -> list[str]:
        """The tests that failed."""
        return re.findall(r"^(?:FAILED|ERROR) (\S+)", self.output, re.MULTILINE)

    @property
    def findings(self) -> list[str]:
        """The lines in which pytest says what failed, without the test's own source."""
        return [line for line in self.output.splitlines() if re.match(r"E\s", line)]

    @property
    def calls(self) -> list[str]:
        """The lines of the sections with the calls of failing tests."""
        sections = self.output.split(_SECTION)[1:]
        return [line for section in sections for line in takewhile(_in_section, section.splitlines()[1:])]


def _in_section(line: str) -> bool:
    return not line.startswith(("---", "___", "==="))


def command_with(*words: str) -> str:
    """The one command of the README that has all these words."""
    command: str
    (command,) = [each for each in COMMANDS if all(word in each for word in words)]
    return command


def run(command: str, *arguments: str, variables: Mapping[str, str] | None = None, seconds: float = _SECONDS) -> Ran:
    """Run a command of the README in its folder, as a user would who has set nothing, and leave no files there."""
    program, *words = shlex.split(command)
    # What this run's own pytest says to its children is not meant for theirs.
    usual = {name: value for name, value in environment().items() if not name.startswith("PYTEST_")}
    path = os.pathsep.join([str(Path(sys.executable).parent), usual.get("PATH", "")])
    done = subprocess.run(
        [*_PROGRAMS[program], *words, *arguments],
        cwd=FOLDER,
        env=usual | {"PATH": path, "COLUMNS": "80", "PYTHONDONTWRITEBYTECODE": "1", **(variables or {})},
        capture_output=True,
        encoding="utf-8",
        timeout=seconds,
        check=False,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def run_pytest(command: str, *arguments: str, variables: Mapping[str, str] | None = None) -> Ran:
    """Run a command of the README that ends with what pytest is told; all tests are named in the end."""
    return run(command, "-rA", *QUICKLY, *arguments, variables=variables)


def names_of(*files: str) -> list[str]:
    """The tests of some files of the example, sorted, as pytest calls them; of all files, if none is named."""
    paths = [path for path in FOLDER.glob("test_*.py") if not files or path.name in files]
    return sorted(test for path in paths for test in _tests_of(path))


def _tests_of(path: Path) -> list[str]:
    tests, place = [], path.name
    for line in path.read_text(encoding="utf-8").splitlines():
        if told := re.match(r"class (\w+)", line):
            place = f"{path.name}::{told[1]}"
        elif told := re.match(r" *(?:async )?def (test_\w+)", line):
            tests.append(f"{place}::{told[1]}")
    return tests
