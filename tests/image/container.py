"""A container of an image, run without an engine, and what `docker run`, `exec` and `kill` do with it."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from time import monotonic

from tests.image.built import Image

SECONDS = 60
INSIDE = Path(__file__).with_name("inside.py")
APART = ("unshare", "--mount", "--pid", "--net", "--fork", "--kill-child", "--propagation", "private")


@dataclass(frozen=True)
class Container:
    """A container that was started.

    Attributes:
        process: What it is the child of.
        image: What it is made of.
        environment: Its environment.
        began: When it was started.
    """

    process: "subprocess.Popen[bytes]"
    image: Image
    environment: Mapping[str, str]
    folder: Path
    began: float

    @property
    def pid(self) -> int:
        """Its first process, as it is called outside."""
        (child,) = self.children
        return child

    @property
    def children(self) -> list[int]:
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text()
        return [int(each) for each in children.split()]

    @property
    def has_begun(self) -> bool:
        """Whether its first process sees the image's files alone."""
        return any(Path(f"/proc/{each}/root").readlink() != Path("/") for each in self.children)

    @property
    def output(self) -> str:
        return (self.folder / "output").read_text(encoding="utf-8")

    def run(self, *command: str, **variables: str) -> "subprocess.CompletedProcess[str]":
        """Run a command beside its first process, as the image's user, to its end."""
        return subprocess.run(
            self.entering(*command),
            env={**self.environment, **variables},
            capture_output=True,
            encoding="utf-8",
            timeout=SECONDS,
            check=False,
        )

    def entering(self, *command: str) -> list[str]:
        """The command that runs a command beside its first process."""
        who = ("--setuid", str(self.image.uid), "--setgid", str(self.image.gid))
        where = ("--mount", "--pid", "--net", "--root", "--wd", "--target", str(self.pid))
        return ["nsenter", *where, *who, "--", *command]

    def healthy(self) -> float:
        """Wait until its health check says so; the seconds since its start."""
        while not self.has_begun:
            assert self.process.poll() is None, self.output
        while True:
            asked = self.run(*self.image.health_check)
            passed = monotonic() - self.began
            if asked.returncode == 0:
                return passed
            assert passed < SECONDS, asked.stderr + self.output
            assert self.process.poll() is None, self.output

    def end(self) -> tuple[int, float]:
        """Send SIGTERM to its first process; its exit status, and the seconds until its end."""
        began = monotonic()
        os.kill(self.pid, signal.SIGTERM)
        return self.process.wait(SECONDS), monotonic() - began

    def kill(self) -> None:
        """Kill all that is in it, if there still is something.

        Its first process, which has become another user, does not die of its parent's death any more.
        """
        if self.process.poll() is None:
            for each in self.children or [self.process.pid]:
                with suppress(ProcessLookupError):
                    os.kill(each, signal.SIGKILL)
        self.process.wait(SECONDS)


@contextmanager
def started(
    image: Image, folder: Path, mounts: Mapping[Path, str], *arguments: str, **variables: str
) -> Iterator[Container]:
    """Start a container with these mounts, its command's arguments and variables; kill it at the end of the block."""
    scratch = folder / "scratch"
    scratch.mkdir()
    environment = {**image.environment, **variables}
    told = {
        "image": str(image.root),
        "scratch": str(scratch),
        "mounts": [(str(source), target) for source, target in mounts.items()],
        "folder": image.folder,
        "uid": image.uid,
        "gid": image.gid,
        "environment": environment,
        "command": [*image.entry, *(arguments or image.command)],
    }
    with (folder / "output").open("wb") as output:
        began = monotonic()
        process = subprocess.Popen(
            [*APART, sys.executable, str(INSIDE), json.dumps(told)], stdout=output, stderr=subprocess.STDOUT
        )
        container = Container(process, image, environment, folder, began)
        try:
            yield container
        finally:
            container.kill()


def once(image: Image, folder: Path, mounts: Mapping[Path, str], *arguments: str) -> tuple[int, str]:
    """Run a container to its own end; its exit status and output."""
    with started(image, folder, mounts, *arguments) as container:
        return container.process.wait(SECONDS), container.output


def beside(container: Container, command: Sequence[str]) -> "subprocess.CompletedProcess[str]":
    """Run one of this machine's commands in a container's network."""
    entering = ["nsenter", "--net", "--target", str(container.pid), "--", *command]
    return subprocess.run(entering, capture_output=True, encoding="utf-8", check=False)
