"""Other programs' commands."""

import os
import subprocess
from pathlib import Path

TREE = Path(__file__).parents[1]
CONSTRAINTS = TREE / "constraints.txt"


class Failed(Exception):  # noqa: N818 - it reads as what it says
    """Something is not as it must be to be released; the message says what."""


def output_of(*command: str) -> str:
    """What a command prints on standard output. What pip installs meanwhile is what the constraints say.

    Raises:
        Failed: It ends with another status than 0; the message has all that it printed.
    """
    pinned = {"PIP_CONSTRAINT": str(CONSTRAINTS), "PIP_BUILD_CONSTRAINT": str(CONSTRAINTS)}
    others = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    ended = subprocess.run(command, cwd=TREE, env=others | pinned, capture_output=True, encoding="utf-8", check=False)
    if ended.returncode:
        raise Failed(f"{' '.join(command)} ended with {ended.returncode}:\n{ended.stdout}{ended.stderr}")
    return ended.stdout
