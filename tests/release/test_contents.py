"""What a wheel and a source distribution hold, and what is said where that is not what it should be."""

import tarfile
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest

from release.commands import Failed
from release.contents import check_source, check_wheel

ABOUT = [f"mock_isales-1.dist-info/{name}" for name in ("METADATA", "RECORD", "WHEEL", "entry_points.txt")]
WHEEL = ["mock_isales/__init__.py", "mock_isales/py.typed", *ABOUT, "mock_isales-1.dist-info/licenses/LICENSE"]
FOLDERS = ("benchmarks", "docker", "docs", "examples", "release", "tests")
FILES = (
    *(".dockerignore", ".gitignore", "CHANGELOG.md", "constraints.txt", "Dockerfile", "LICENSE", "Makefile"),
    *("CONTRIBUTING.md", "PKG-INFO", "pyproject.toml", "README.md"),
)
SOURCE = ["mock_isales/__init__.py", "mock_isales/py.typed", *FILES, *(f"{folder}/a" for folder in FOLDERS)]


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    package = tmp_path / "tree" / "mock_isales"
    (package / "__pycache__").mkdir(parents=True)
    for name in ("__init__.py", "py.typed", "__pycache__/__init__.cpython-311.pyc"):
        (package / name).touch()
    return package.parent


def wheel(folder: Path, names: Iterable[str]) -> Path:
    path = folder / "mock_isales-1-py3-none-any.whl"
    with zipfile.ZipFile(path, "w") as archive:
        for name in names:
            archive.writestr(name, "")
    return path


def source(folder: Path, names: Iterable[str]) -> Path:
    path = folder / "mock_isales-1.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        for name in names:
            archive.addfile(tarfile.TarInfo(f"mock_isales-1/{name}"))
    return path


def test_a_wheel_holds_the_package_and_what_says_so(tmp_path: Path, tree: Path) -> None:
    check_wheel(wheel(tmp_path, WHEEL), tree)


def test_a_wheel_that_lacks_a_file_is_told(tmp_path: Path, tree: Path) -> None:
    with pytest.raises(Failed, match=r"^mock_isales-1-py3-none-any\.whl lacks mock_isales/py\.typed$"):
        check_wheel(wheel(tmp_path, [name for name in WHEEL if "typed" not in name]), tree)


def test_a_wheel_that_holds_more_is_told(tmp_path: Path, tree: Path) -> None:
    with pytest.raises(Failed, match=r"holds what does not belong there: mock_isales/x\.db, tests/a$"):
        check_wheel(wheel(tmp_path, [*WHEEL, "tests/a", "mock_isales/x.db"]), tree)


def test_a_source_distribution_holds_the_tree_and_nothing_that_was_made(tmp_path: Path, tree: Path) -> None:
    check_source(source(tmp_path, SOURCE), tree)
    for extra, told in (
        ("notes", "mock_isales-1.tar.gz holds what does not belong there: notes"),
        ("mock_isales/x.db", "mock_isales in mock_isales-1.tar.gz holds what does not belong there: mock_isales/x.db"),
        ("tests/__pycache__/a", "mock_isales-1.tar.gz holds what was made beside the source: tests/__pycache__/a"),
    ):
        with pytest.raises(Failed) as caught:
            check_source(source(tmp_path, [*SOURCE, extra]), tree)
        assert str(caught.value) == told
