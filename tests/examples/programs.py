"""The examples in other languages, and how they are started."""

import os
import shutil
import subprocess
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LANGUAGES = ["node", "java"]

_JAVA = ["java", "-XX:TieredStopAtLevel=1"]
_JAVA_SOURCES = [
    *(f"examples/java/{name}.java" for name in ("AddRecords", "C2Signer", "Trust")),
    "tests/examples/Tokens.java",
]
_JAVAC = ["javac", "-J-XX:TieredStopAtLevel=1", "-encoding", "UTF-8"]
_TOOLS = {"node": ["node"], "java": ["java", "javac"]}
_SECONDS = 60


@dataclass(frozen=True)
class Example:
    """The commands of one language.

    Attributes:
        language: One of `LANGUAGES`.
        tokens: Signs the requests of its standard input; followed by AK and SK.
        add_records: Calls the server; followed by URL, AK and SK.
    """

    language: str
    tokens: list[str]
    add_records: list[str]

    def tokens_of(self, ak: str, sk: str, requests: Iterable[list[str]]) -> list[str]:
        """The tokens of requests: method, URL, time and body of each, then names and values of headers."""
        lines = "\n".join("\t".join(request) for request in requests)
        ran = run([*self.tokens, ak, sk], lines)
        assert ran.returncode == 0, ran.stderr
        return ran.stdout.splitlines()

    def call(self, url: str, ak: str, sk: str, ca: Path | None = None) -> subprocess.CompletedProcess[str]:
        """Call the server, and trust this authority."""
        trusted = [] if ca is None else [str(ca)]
        if self.language == "java":
            return run([*self.add_records, url, ak, sk, *trusted])
        return run([*self.add_records, url, ak, sk], NODE_EXTRA_CA_CERTS="".join(trusted))


def need(language: str) -> None:
    """Skip the test where the language is not at hand, unless CI is set: there, it fails when it is started."""
    lacking = [tool for tool in _TOOLS[language] if shutil.which(tool) is None]
    if lacking and not os.environ.get("CI"):
        pytest.skip(f"no {lacking[0]} on the PATH")


def example(language: str, folder: Path) -> Example:
    """An example that is ready to run; Java is compiled once into the folder, as that is what takes it long."""
    if language == "node":
        return Example(language, ["node", "tests/examples/tokens.mjs"], ["node", "examples/node/add-records.mjs"])
    compiled = run([*_JAVAC, "-d", str(folder), *_JAVA_SOURCES])
    assert compiled.returncode == 0, compiled.stderr
    classes = [*_JAVA, "-cp", str(folder)]
    return Example(language, [*classes, "Tokens"], [*classes, "AddRecords"])


def run(command: list[str], text: str = "", **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command of an example from the project's folder."""
    return subprocess.run(
        command,
        cwd=ROOT,
        env=os.environ | environment,
        input=text,
        capture_output=True,
        encoding="utf-8",
        timeout=_SECONDS,
        check=False,
    )
