"""From `pip install` to the first green test: the README's commands, in a clean virtual environment."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.serving.processes import environment

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SECTION = README.partition("## In a test suite\n")[2].partition("\n## ")[0]
LONGEST_INSTALLATION = 600

NOT_COPIED = shutil.ignore_patterns(".*", "build", "dist", "__pycache__", "results")


def block(kind: str, mark: str) -> str:
    """The one block of the section that is of a kind and has a mark."""
    blocks: list[tuple[str, str]] = re.findall(r"^```(\w+)\n(.*?)^```", SECTION, re.MULTILINE | re.DOTALL)
    (text,) = [text for each, text in blocks if each == kind and mark in text]
    return text


def shell(command: str, folder: Path, tools: Path) -> str:
    """What a command prints, which must succeed, in a folder, with the tools of an environment before all others."""
    variables = {
        "PATH": f"{tools}{os.pathsep}{os.environ['PATH']}",
        "PIP_CONSTRAINT": str(ROOT / "constraints.txt"),
        "PIP_BUILD_CONSTRAINT": str(ROOT / "constraints.txt"),
        "PYTEST_ADDOPTS": "",
    }
    ended = subprocess.run(
        ["bash", "-c", command],
        cwd=folder,
        env=environment(variables),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=LONGEST_INSTALLATION,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout
    return ended.stdout


@pytest.mark.soak
def test_the_first_test_is_green_and_a_failing_one_says_why(tmp_path: Path) -> None:
    clone = shutil.copytree(ROOT, tmp_path / "clone", ignore=NOT_COPIED)
    subprocess.run([sys.executable, "-m", "venv", tmp_path / "venv"], check=True)
    tools = tmp_path / "venv" / ("Scripts" if os.name == "nt" else "bin")
    shell(block("sh", "pip install"), clone, tools)

    suite = tmp_path / "suite"
    suite.mkdir()
    program = block("python", "def test_")
    (suite / "test_client.py").write_text(program, encoding="utf-8")
    assert re.search(r"\b2 passed\b", shell(block("sh", "pytest test_client.py"), suite, tools))

    (suite / "test_client.py").write_text(program.replace("advance(2)", "advance(1)"), encoding="utf-8")
    report = shell(f"{block('sh', 'pytest test_client.py').strip()} || true", suite, tools)
    shown = block("text", "ON-PACE").splitlines()
    told = [line for line in report.splitlines() if "mock-isales: calls of world" in line or "add_outbound" in line]
    assert [looks_like(line) for line in told] == [looks_like(line) for line in shown]


def looks_like(line: str) -> str:
    """A line without what differs each time: dashes, the world's name, time and duration."""
    line = re.sub(r"-{4,}", "----", line.partition(" test_the_pace_is_kept-")[0])
    return re.sub(r"  (\d+\.\d ms|…).*", "", re.sub(r"2026-\S*Z|\d{4}-\S*Z", "TIME", line))
