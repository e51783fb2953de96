"""The base of the image under test: Debian with Python, made by debootstrap, and kept over runs outside the tree."""

import os
import platform
import shutil
import subprocess
import tarfile
from pathlib import Path

from tests.image.commands import output_of

PACKAGES = ("python3", "python3-venv", "ca-certificates")
NOT_NEEDED = ("var/cache/apt/archives", "var/lib/apt/lists", "var/log")


def base_archive() -> Path:
    """The archive of the base's files, which is made if there is none yet."""
    release = platform.freedesktop_os_release()["VERSION_CODENAME"]
    kept = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "mock-isales"
    archive = kept / f"base-{release}-{platform.machine()}.tar"
    if not archive.exists():
        kept.mkdir(parents=True, exist_ok=True)
        make(archive, release)
    return archive


def make(archive: Path, release: str) -> None:
    """Make it from where this machine's packages come from."""
    root, new = archive.with_suffix(f".{os.getpid()}"), archive.with_suffix(f".{os.getpid()}.tar")
    try:
        chosen = f"--include={','.join(PACKAGES)}"
        output_of("debootstrap", "--variant=minbase", chosen, release, str(root), origin(release))
        for folder in NOT_NEEDED:
            for each in (root / folder).iterdir():
                shutil.rmtree(each) if each.is_dir() else each.unlink()
        with tarfile.open(new, "w") as tar:
            tar.add(root, arcname=".")
        new.rename(archive)
    finally:
        shutil.rmtree(root, ignore_errors=True)
        new.unlink(missing_ok=True)


def origin(release: str) -> str:
    """Where this machine's own packages of a release come from."""
    subprocess.run(["apt-get", "update", "-qq"], capture_output=True, check=False)
    sources = output_of(
        "apt-get", "indextargets", "--format", "$(RELEASE) $(CODENAME) $(REPO_URI)", "Created-By: Packages"
    )
    for line in sources.splitlines():
        _, codename, address = line.split(" ", 2)
        if codename == release:
            return address
    raise AssertionError(f"apt knows no source of {release}")
