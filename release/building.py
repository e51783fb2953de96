"""Builds the wheel and the source distribution, and installs a wheel where nothing else is."""

import sys
from pathlib import Path
from typing import NamedTuple

from release.commands import Failed, output_of


class Built(NamedTuple):
    """What was built.

    Attributes:
        wheel: The wheel.
        source: The source distribution.
    """

    wheel: Path
    source: Path


def build(folder: Path) -> Built:
    """Build both into a folder: the source distribution of the tree, and the wheel of what that holds.

    Raises:
        Failed: One cannot be built, or the tree itself makes another wheel.
    """
    output_of(sys.executable, "-m", "build", "--outdir", str(folder))
    (source,), (wheel,) = folder.glob("*.tar.gz"), folder.glob("*.whl")
    of_tree = folder / "of-tree"
    output_of(sys.executable, "-m", "build", "--wheel", "--outdir", str(of_tree))
    if (of_tree / wheel.name).read_bytes() != wheel.read_bytes():
        raise Failed(f"{source.name} makes another {wheel.name} than the tree it was made of")
    return Built(wheel, source)


def build_wheel(folder: Path) -> Path:
    """Build the wheel of the tree alone."""
    output_of(sys.executable, "-m", "build", "--wheel", "--outdir", str(folder))
    (wheel,) = folder.glob("*.whl")
    return wheel


def installed(wheel: Path, folder: Path, extras: str = "") -> Path:
    """Install a wheel into a virtual environment of its own, which has no pip, as the image's has none.

    Args:
        wheel: The wheel.
        folder: Where the environment is made.
        extras: Which of its extras are installed, between commas.

    Returns:
        The environment's Python.
    """
    output_of(sys.executable, "-m", "venv", "--without-pip", str(folder))
    python = folder / "bin" / "python"
    what = f"{wheel}[{extras}]" if extras else str(wheel)
    output_of(sys.executable, "-m", "pip", "--python", str(python), "install", "--quiet", what)
    output_of(sys.executable, "-m", "pip", "--python", str(python), "check")
    return python
