"""Check all that a release consists of, without releasing it.

    python -m release.check

Builds the wheel and the source distribution into dist/, looks at what they hold and say of themselves, installs the
wheel where nothing else is, and asks whether weaknesses are known of what it brings along. The exit status is 1 where
something is not as it must be.
"""

import shutil
import sys
import tempfile
from pathlib import Path

from mock_isales import __version__
from release.auditing import NotReached, audit
from release.building import build, installed
from release.commands import TREE, Failed, output_of
from release.contents import check_source, check_wheel

DIST = TREE / "dist"


def main() -> None:
    """Check it, and tell each step."""
    try:
        _check()
    except Failed as failed:
        sys.exit(f"release-check: {failed}")


def _check() -> None:
    with tempfile.TemporaryDirectory() as folder:
        built = build(Path(folder) / "dist")
        _say(f"built: {built.wheel.name} ({built.wheel.stat().st_size:,} bytes), also of {built.source.name}")
        check_wheel(built.wheel)
        check_source(built.source)
        _say("contents: the package and what belongs to it, nothing else")
        output_of(sys.executable, "-m", "twine", "check", "--strict", str(built.wheel), str(built.source))
        _say("metadata: as indexes want it")
        python = installed(built.wheel, Path(folder) / "environment")
        _check_installed(python)
        _audit(python)
        DIST.mkdir(exist_ok=True)
        for file in built:
            shutil.copy(file, DIST)
    _say(f"{DIST} has them")


def _check_installed(python: Path) -> None:
    said = output_of(str(python.with_name("mock-isales")), "--version").strip()
    if said != f"mock-isales {__version__}":
        raise Failed(f"the installed command says {said!r}, and not {__version__}")
    _say(f"installed where nothing else is: {said}")


def _audit(python: Path) -> None:
    try:
        count = audit(python)
    except NotReached as why:
        _say(f"NOT AUDITED: the service of PyPI that knows weaknesses is not reached from here ({why})")
    else:
        _say(f"audited: no weakness is known of {count} packages")


def _say(text: str) -> None:
    print(f"release-check: {text}", flush=True)


if __name__ == "__main__":
    main()
