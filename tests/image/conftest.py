"""The image that all these tests share, and what they have measured, which is told at the end."""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.image.base import base_archive
from tests.image.built import Builder, Image
from tests.image.container import Container, started

NEEDED = ("buildah", "debootstrap", "unshare", "nsenter", "mount")
MEASURED = pytest.StashKey[list[str]]()
SEED = Path(__file__).parents[1] / "conformance" / "seed.yaml"


def missing() -> str:
    """What this machine lacks to build and run an image; nothing when it lacks nothing."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return "needs Linux and root, for containers without an engine"
    lacking = [each for each in NEEDED if shutil.which(each) is None]
    return f"needs {', '.join(lacking)} (Debian: apt-get install buildah debootstrap)" if lacking else ""


@pytest.fixture(scope="session")
def measured(pytestconfig: pytest.Config) -> Callable[[str], None]:
    """Takes a line that is told at the end."""
    return pytestconfig.stash.setdefault(MEASURED, []).append


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    lines = config.stash.get(MEASURED, [])
    if lines:
        terminalreporter.section("the image")
        for line in lines:
            terminalreporter.write_line(line)


@pytest.fixture(scope="session")
def image() -> Iterator[Image]:
    if lacking := missing():
        pytest.skip(lacking)
    with tempfile.TemporaryDirectory(prefix="mock-isales-image-") as folder:
        builder = Builder(Path(folder))
        builder.import_base(base_archive())
        yield builder.build()


@pytest.fixture(scope="session")
def container(image: Image, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Container]:
    """A container that was told nothing but its seed, and that has nothing it could write to."""
    with started(image, tmp_path_factory.mktemp("container"), {SEED: "/seed.yaml"}) as container:
        container.healthy()
        yield container


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A new volume, with the mode that /data has in the image."""
    folder = tmp_path / "data"
    folder.mkdir()
    folder.chmod(0o1777)
    return folder
