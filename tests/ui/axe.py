"""axe-core, which comes from npm: it is somebody else's, and not kept here."""

import os
import shutil
import subprocess
import tarfile
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

VERSION = "4.14.1"
KEPT = Path(__file__).parents[2] / ".peers" / f"axe-core-{VERSION}.min.js"
"""Where it is kept, in a folder that no repository has, once it was fetched."""


def axe_source() -> str:
    """Its text. Without it, the test fails where CI is set, and is skipped elsewhere."""
    if not KEPT.exists():
        try:
            _fetch()
        except (OSError, subprocess.SubprocessError) as error:
            if os.environ.get("CI"):
                raise
            pytest.skip(f"axe-core {VERSION} cannot be had from npm: {error}")
    return KEPT.read_text()


def _fetch() -> None:
    npm = shutil.which("npm")
    if npm is None:
        raise FileNotFoundError("npm is not on the PATH")
    with TemporaryDirectory() as folder:
        subprocess.run([npm, "pack", "--silent", f"axe-core@{VERSION}"], cwd=folder, check=True, timeout=120)
        (packed,) = Path(folder).glob("*.tgz")
        with tarfile.open(packed) as archive:
            script = archive.extractfile("package/axe.min.js")
            if script is None:
                raise FileNotFoundError("package/axe.min.js")
            content = script.read()
        KEPT.parent.mkdir(exist_ok=True)
        whole = KEPT.with_suffix(f".{os.getpid()}")  # other workers may do the same
        whole.write_bytes(content)
        whole.replace(KEPT)
