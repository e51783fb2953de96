"""The image, as buildah builds it without an engine: its files, and what its configuration says."""

import gzip
import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from tests.image.commands import output_of

TREE = Path(__file__).parents[2]
BASE, NAME = "localhost/mock-isales-base", "localhost/mock-isales"
PIP_CONFIGURATION = "/etc/pip.conf"
AUTHORITIES = "/etc/ssl/certs/ca-certificates.crt"


class Layer(NamedTuple):
    """A layer of an image.

    Attributes:
        size: Of its archive, in bytes.
        packed: The same compressed, as it travels.
    """

    size: int
    packed: int


@dataclass(frozen=True)
class Image:
    """An image that was built.

    Attributes:
        root: Its files.
        config: What it says of how it is run.
        layers: Its layers, the base's first.
    """

    root: Path
    config: dict[str, Any]  # Any: as JSON gives it
    layers: list[Layer]

    @property
    def uid(self) -> int:
        return int(self.config["User"].partition(":")[0])

    @property
    def gid(self) -> int:
        return int(self.config["User"].partition(":")[2])

    @property
    def environment(self) -> dict[str, str]:
        return dict(each.split("=", 1) for each in self.config["Env"])

    @property
    def folder(self) -> str:
        return str(self.config["WorkingDir"])

    @property
    def entry(self) -> list[str]:
        return list(self.config["Entrypoint"])

    @property
    def command(self) -> list[str]:
        return list(self.config["Cmd"])

    @property
    def health_check(self) -> list[str]:
        kind, *command = map(str, self.config["Healthcheck"]["Test"])
        assert kind == "CMD"  # with a shell it would be CMD-SHELL
        return command


class Builder:
    """Builds images into a folder, where all of it stays.

    Args:
        folder: The folder.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        where = ("--root", str(folder / "store"), "--runroot", str(folder / "run"))
        self._buildah = ("buildah", "--storage-driver", "vfs", *where)

    def import_base(self, archive: Path) -> None:
        """Make the base image of its files."""
        made = self._run("from", "scratch")
        self._run("add", "--quiet", made, str(archive), "/")
        self._run("commit", "--quiet", "--rm", "--format", "docker", made, BASE)

    def build(self) -> Image:
        """Build the image of this tree, and unpack it."""
        handed = [("pip", os.environ.get("PIP_CONFIG_FILE") or PIP_CONFIGURATION)]
        handed.append(("ca", os.environ.get("PIP_CERT") or AUTHORITIES))
        secrets = [f"--secret=id={name},src={file}" for name, file in handed if Path(file).is_file()]
        how = ("--isolation", "chroot", "--format", "docker", "--build-arg", f"BASE={BASE}", *secrets)
        self._run("build", *how, "--tag", NAME, str(TREE))
        root = Path(self._run("mount", self._run("from", NAME)))
        config = json.loads(self._run("inspect", "--type", "image", NAME))["Docker"]["config"]
        return Image(root, config, self._layers())

    def _layers(self) -> list[Layer]:
        folder = self._folder / "layers"
        self._run("push", "--quiet", NAME, f"dir:{folder}")
        manifest = json.loads((folder / "manifest.json").read_text())
        blobs = [(folder / each["digest"].removeprefix("sha256:")).read_bytes() for each in manifest["layers"]]
        return [Layer(len(gzip.decompress(blob)), len(blob)) for blob in blobs]

    def _run(self, *words: str) -> str:
        return output_of(*self._buildah, *words).strip()
