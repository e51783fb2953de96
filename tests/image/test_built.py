"""What is in the image, and what it says of itself."""

import tarfile
from collections.abc import Callable
from importlib.metadata import distributions
from pathlib import Path

import pytest

from tests.image.base import base_archive
from tests.image.built import Image

pytestmark = pytest.mark.image

MEGABYTE = 1_000_000
MOST_ABOVE_THE_BASE = 60 * MEGABYTE
OURS = "/opt/mock-isales"


def packages(image: Image) -> Path:
    (folder,) = image.root.glob("opt/mock-isales/lib/python3.*/site-packages")
    return folder


def test_it_is_small(image: Image, measured: Callable[[str], None]) -> None:
    for index, layer in enumerate(image.layers):
        what = "above the base" if index else "the base"
        measured(f"layer {index}: {layer.size / MEGABYTE:.1f} MB, {layer.packed / MEGABYTE:.1f} MB packed ({what})")
    assert sum(layer.size for layer in image.layers[1:]) < MOST_ABOVE_THE_BASE


def test_it_adds_nothing_to_the_base_but_itself_and_its_volume(image: Image) -> None:
    with tarfile.open(base_archive()) as base:
        before = {f"/{name.removeprefix('./')}" for name in base.getnames()}
    now = {f"/{path.relative_to(image.root)}" for path in image.root.rglob("*")}
    added = {each for each in now - before if not each.startswith(f"{OURS}/")}
    assert added == {OURS, "/data"}


def test_nobody_but_root_may_change_it(image: Image) -> None:
    paths = [path for path in image.root.glob("opt/**/*") if not path.is_symlink()]
    assert {(path.stat().st_uid, path.stat().st_gid) for path in paths} == {(0, 0)}
    assert not [path for path in paths if path.stat().st_mode & 0o022]
    assert (image.root / "data").stat().st_mode & 0o7777 == 0o1777


def test_all_of_it_is_byte_code(image: Image) -> None:
    folder = packages(image)
    sources = set(folder.rglob("*.py"))
    assert sources == set((folder / "mock_isales").rglob("*.py"))
    compiled = {path.parent / "__pycache__" / f"{path.stem}.cpython-311.pyc" for path in sources}
    assert len(compiled) > 300
    assert not [path for path in compiled if not path.exists()]


def test_it_has_what_the_constraints_say_and_nothing_to_install_more_with(image: Image) -> None:
    installed = {
        each.name.lower().replace("_", "-"): each.version for each in distributions(path=[str(packages(image))])
    }
    assert installed["mock-isales"] == "0.1.0"
    assert {"fastapi", "uvicorn", "uvloop", "sqlmodel", "trustme"} <= set(installed)
    assert not {"pip", "setuptools", "pytest", "hatchling", "websockets"} & set(installed)
    pinned = dict(line.lower().replace("_", "-").split("==") for line in Path("constraints.txt").read_text().split())
    assert {name: version for name, version in installed.items() if name != "mock-isales"}.items() <= pinned.items()
    assert [path.name for path in sorted(image.root.glob("opt/mock-isales/bin/*")) if "python" not in path.name] == [
        "mock-isales"
    ]


def test_it_says_how_it_is_run(image: Image) -> None:
    assert (image.entry, image.command, image.folder) == (["mock-isales"], ["serve"], "/data")
    assert image.health_check == ["mock-isales", "ready"]
    assert (image.uid, image.gid) == (65532, 65532)
    assert (set(image.config["ExposedPorts"]), set(image.config["Volumes"])) == ({"28080/tcp"}, {"/data"})
    labels = {name.removeprefix("org.opencontainers.image."): value for name, value in image.config["Labels"].items()}
    assert (labels["title"], labels["licenses"], labels["version"]) == ("mock-isales", "Apache-2.0", "0.1.0")
    assert labels["base.name"] == "localhost/mock-isales-base"
