"""What a wheel and a source distribution hold, and what they should."""

import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

from release.commands import TREE, Failed

PACKAGE = "mock_isales"
ABOUT_A_WHEEL = ("METADATA", "RECORD", "WHEEL", "entry_points.txt", "licenses/LICENSE")
IN_A_SOURCE = {
    *(
        ".dockerignore",
        ".gitignore",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "Dockerfile",
        "LICENSE",
        "Makefile",
        "PKG-INFO",
    ),
    *(
        "README.md",
        "benchmarks",
        "constraints.txt",
        "docker",
        "docs",
        "examples",
        "pyproject.toml",
        "release",
        "tests",
        PACKAGE,
    ),
}
MADE = {"__pycache__", ".venv", ".peers", ".pytest_cache", "node_modules"}
"""What is made beside the source, by running it."""


def check_wheel(wheel: Path, tree: Path = TREE) -> None:
    """Check that a wheel holds the package, what says so, and nothing else.

    Raises:
        Failed: It does not.
    """
    with zipfile.ZipFile(wheel) as archive:
        held = {name for name in archive.namelist() if not name.endswith("/")}
    about = "-".join(wheel.name.split("-")[:2]) + ".dist-info"
    _compare(wheel.name, held, {*_package(tree), *(f"{about}/{name}" for name in ABOUT_A_WHEEL)})


def check_source(source: Path, tree: Path = TREE) -> None:
    """Check that a source distribution holds the package and all that belongs to it, and nothing that was made.

    Raises:
        Failed: It does not.
    """
    top = source.name.removesuffix(".tar.gz")
    with tarfile.open(source) as archive:
        held = {member.name.removeprefix(f"{top}/") for member in archive.getmembers() if member.isfile()}
    _compare(source.name, {name.split("/")[0] for name in held}, IN_A_SOURCE)
    _compare(f"{PACKAGE} in {source.name}", {name for name in held if name.startswith(f"{PACKAGE}/")}, _package(tree))
    if made := sorted(name for name in held if MADE & set(name.split("/"))):
        raise Failed(f"{source.name} holds what was made beside the source: {_shown(made)}")


def _package(tree: Path) -> set[str]:
    """The files of the package, as archives name them."""
    files = (path for path in (tree / PACKAGE).rglob("*") if path.is_file() and not MADE & set(path.parts))
    return {path.relative_to(tree).as_posix() for path in files}


def _compare(name: str, held: set[str], wanted: set[str]) -> None:
    if missing := sorted(wanted - held):
        raise Failed(f"{name} lacks {_shown(missing)}")
    if extra := sorted(held - wanted):
        raise Failed(f"{name} holds what does not belong there: {_shown(extra)}")


def _shown(names: Iterable[str]) -> str:
    return ", ".join(names)
