"""What makes a virtual environment ready for an image."""

import subprocess
import sys
from pathlib import Path

import pytest
import uvloop

from release.slim import drop_sources, slim, without_symbols

LIBRARY = next(Path(uvloop.__file__).parent.glob("loop.*.so"), None)


@pytest.fixture
def environment(tmp_path: Path) -> Path:
    packages = tmp_path / "lib" / "python3.11" / "site-packages"
    for name in ("ours", "theirs"):
        (packages / name / "deep").mkdir(parents=True)
        (packages / name / "__init__.py").write_text(f"from {name}.deep import where\nprint(where())\n")
        (packages / name / "deep" / "__init__.py").write_text("def where():\n    return __file__\n")
    (packages / "single.py").write_text("print(__name__)\n")
    (packages / "theirs" / "data.txt").write_text("data")
    (packages / "theirs" / "no.so").write_text("no library")
    (tmp_path / "bin").mkdir()
    for name in ("activate", "other", "command", "python3"):
        (tmp_path / "bin" / name).touch()
    return tmp_path


def test_ours_keeps_its_source_and_others_their_byte_code(environment: Path) -> None:
    slim(environment, "ours", "command")
    (packages,) = environment.glob("lib/*/site-packages")
    left = sorted(str(path.relative_to(packages)) for path in packages.rglob("*") if path.is_file())
    tag = sys.implementation.cache_tag
    assert left == [
        "ours/__init__.py",
        f"ours/__pycache__/__init__.{tag}.pyc",
        "ours/deep/__init__.py",
        f"ours/deep/__pycache__/__init__.{tag}.pyc",
        "single.pyc",
        "theirs/__init__.pyc",
        "theirs/data.txt",
        "theirs/deep/__init__.pyc",
        "theirs/no.so",
    ]
    assert (packages / "theirs" / "no.so").read_text() == "no library"
    assert sorted(path.name for path in (environment / "bin").iterdir()) == ["command", "python3"]
    ran = subprocess.run(
        [sys.executable, "-c", "import ours, theirs, single"],
        env={"PYTHONPATH": str(packages)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    wheres = [str(packages / "ours/deep/__init__.py"), str(packages / "theirs/deep/__init__.pyc")]
    assert ran.stdout.splitlines() == [*wheres, "single"]


def test_what_cannot_be_compiled_ends_it(environment: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (environment / "lib" / "python3.11" / "site-packages" / "single.py").write_text("def")
    with pytest.raises(SystemExit, match=r"single\.py cannot be compiled"):
        slim(environment, "ours", "command")
    assert "SyntaxError" in capsys.readouterr().out


def test_a_source_without_byte_code_stays(tmp_path: Path) -> None:
    (tmp_path / "x.py").touch()
    drop_sources(tmp_path)
    drop_sources(tmp_path / "x.py")
    assert (tmp_path / "x.py").exists()


@pytest.mark.skipif(sys.platform != "linux" or LIBRARY is None, reason="needs a library of Linux")
def test_a_library_works_without_its_symbols(tmp_path: Path) -> None:
    assert LIBRARY is not None
    whole = LIBRARY.read_bytes()
    short = without_symbols(whole)
    assert len(short) <= len(whole)
    assert without_symbols(short) == short
    package = tmp_path / "uvloop"
    package.mkdir()
    for path in LIBRARY.parent.iterdir():
        if path.is_file():
            (package / path.name).write_bytes(path.read_bytes())
    (package / "includes").mkdir()
    (package / "includes" / "__init__.py").touch()
    (package / LIBRARY.name).write_bytes(short)
    run = "import uvloop, asyncio; assert uvloop.__file__.startswith({!r}); uvloop.run(asyncio.sleep(0)); print('ran')"
    ran = subprocess.run(
        [sys.executable, "-c", run.format(str(tmp_path))],
        env={"PYTHONPATH": str(tmp_path)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert ran.stdout == "ran\n"
