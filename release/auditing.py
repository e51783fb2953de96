"""Asks whether weaknesses are known of what is installed, where the service that knows them is reached."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from release.commands import Failed

OURS = "mock-isales"


class NotReached(Exception):  # noqa: N818 - it reads as what it says
    """The service does not answer, or knows no package; the message says how it was."""


def audit(python: Path) -> int:
    """Ask about every package beside a Python, but our own.

    One is asked about first: where the service is not reached, nobody waits for the others.

    Returns:
        How many were asked about.

    Raises:
        NotReached: The service is not reached.
        Failed: There are known weaknesses.
    """
    (folder,) = python.parent.parent.glob("lib/python3*/site-packages")
    installed = {each.name: each.version for each in distributions(path=[str(folder)]) if each.name != OURS}
    first = min(installed)
    judge(asked({first: installed[first]}))
    judge(asked(installed))
    return len(installed)


def judge(said: list[dict[str, Any]]) -> None:
    """Judge what the service has said of packages.

    Raises:
        NotReached: It knows none of them.
        Failed: It knows weaknesses of some.
    """
    skipped = [str(each["skip_reason"]) for each in said if "skip_reason" in each]
    if len(skipped) == len(said):
        raise NotReached(skipped[0] if skipped else "it says nothing")
    weak = [
        f"{each['name']} {each['version']}: {weakness['id']}, mended in {', '.join(weakness['fix_versions']) or 'none'}"
        for each in said
        for weakness in each.get("vulns", [])
    ]
    if weak:
        raise Failed("\n".join(["weaknesses are known:", *weak]))


def asked(versions: Mapping[str, str]) -> list[dict[str, Any]]:  # Any: as JSON gives it
    """What the service says of packages.

    Raises:
        NotReached: It does not answer.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".txt") as file:
        file.writelines(f"{name}=={version}\n" for name, version in sorted(versions.items()))
        file.flush()
        what = ("--requirement", file.name, "--disable-pip", "--no-deps", "--format", "json", "--timeout", "15")
        command = [sys.executable, "-m", "pip_audit", "--progress-spinner", "off", *what]
        ended = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    try:
        said: list[dict[str, Any]] = json.loads(ended.stdout)["dependencies"]
    except ValueError:
        raise NotReached(ended.stderr.strip().splitlines()[-1][:200] if ended.stderr.strip() else "no answer") from None
    return said
