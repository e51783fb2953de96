"""The examples in Node and Java, and how their READMEs say that they are run."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from tests.serving.processes import environment

EXAMPLES = Path(__file__).parents[2] / "examples"

_SECONDS = 600
_SOON_WARM = {"JDK_JAVA_OPTIONS": "-XX:TieredStopAtLevel=1"}


@dataclass(frozen=True)
class Ran:
    """A suite that has ended.

    Attributes:
        status: Its exit status.
        output: Its standard output, in TAP.
        errors: Its standard error.
    """

    status: int
    output: str
    errors: str

    @property
    def passed(self) -> list[str]:
        """The tests that passed, or were skipped."""
        return re.findall(r"^ok (?:\d+ )?- (.+)", self.output, re.MULTILINE)

    @property
    def failed(self) -> list[str]:
        """The tests that failed."""
        return re.findall(r"^not ok (?:\d+ )?- (.+)", self.output, re.MULTILINE)

    @property
    def lines(self) -> list[str]:
        """What was printed."""
        return self.output.splitlines()


@dataclass(frozen=True)
class Client:
    """An example, in a folder where it is ready to run.

    Attributes:
        language: One of `LANGUAGES`.
        folder: A copy of its folder, as a user makes one.
        readme: Its README.
    """

    language: str
    folder: Path
    readme: str = field(repr=False)

    @property
    def commands(self) -> list[str]:
        """The commands of the README."""
        return [line for text in self._blocks("sh") for line in re.sub(r" \\\n +", " ", text).splitlines()]

    def command(self, part: str) -> str:
        """The one command that has this in it."""
        (command,) = [each for each in self.commands if part in each]
        return command

    @property
    def shown(self) -> list[str]:
        """What the README shows of a failing test."""
        return self._blocks("text")[0].splitlines()

    @property
    def mistakes(self) -> list[tuple[str, str, str]]:
        """The README's table of planted mistakes: name, test and clause."""
        return re.findall(r"^\| `(\w+)` \| (.+) \| `(ON-[A-Z-]+)` \|$", self.readme, re.MULTILINE)

    def run(self, command: str, **variables: str) -> Ran:
        """Run a command as a user would who has set nothing else, and with what this project's environment has."""
        path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
        # Node's runner tells its children by a variable that they are such.
        usual = {name: value for name, value in environment().items() if name not in {"PLANTED", "NODE_TEST_CONTEXT"}}
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=self.folder,
            env=usual | {"PATH": path} | _SOON_WARM | variables,
            capture_output=True,
            encoding="utf-8",
            timeout=_SECONDS,
            check=False,
        )
        return Ran(done.returncode, done.stdout, done.stderr)

    def _blocks(self, kind: str) -> list[str]:
        return re.findall(rf"^```{kind}\n(.*?)^```", self.readme, re.MULTILINE | re.DOTALL)


def client(language: str, folder: Path) -> Client:
    """An example, copied; Java is compiled once, by the first command of its README."""
    copied = folder / language
    shutil.copytree(EXAMPLES / language, copied, ignore=shutil.ignore_patterns("out"))
    made = Client(language, copied, (copied / "README.md").read_text(encoding="utf-8"))
    if language == "java":
        compiled = made.run(made.commands[0])
        assert (compiled.status, compiled.output) == (0, ""), compiled.errors
    return made
