"""The balancer that docker/ ships, as an ordinary process in a temporary folder."""

import os
import re
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest

Address = tuple[str, int]

CONFIGURATION = Path(__file__).parents[2] / "docker" / "nginx.conf"
_ROOT = 0
_SECONDS = 20
_NAMED = re.compile(r"server mock-isales:28080 resolve(.*);")


def tool() -> str:
    """Where nginx is; a failure where CI is set and it is not installed, else a skip."""
    path = os.pathsep.join([os.environ["PATH"], "/usr/sbin", "/sbin"])  # Debian keeps it off the PATH
    found = shutil.which("nginx", path=path)
    if found is None:
        reason = "nginx is not installed (Debian: apt-get install nginx-light)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    return found


def configuration(folder: Path, port: int, replicas: Sequence[Address]) -> str:
    """What docker/ ships, with the replicas' addresses in the place of their name; it writes into the folder alone."""
    text, named = _NAMED.subn(
        lambda match: " ".join(f"server {host}:{port}{match[1]};" for host, port in replicas),
        CONFIGURATION.read_text(encoding="utf-8"),
    )
    text, listening = re.subn(r"listen 28080\b", f"listen 127.0.0.1:{port}", text)
    assert (named, listening) == (1, 1)
    return text.replace(" /tmp/", f" {folder}/")


@contextmanager
def balancing(folder: Path, replicas: Sequence[Address]) -> Iterator[str]:
    """A balancer before replicas: its address."""
    program = tool()
    with closed() as (_, port):
        pass
    written = folder / "nginx.conf"
    written.write_text(configuration(folder, port, replicas), encoding="utf-8")
    told = "daemon off;" + (" user root;" if os.getuid() == _ROOT else "")
    command = [program, "-p", str(folder), "-c", str(written), "-g", told, "-e", "stderr"]
    log = folder / "nginx.log"
    with log.open("w") as errors, subprocess.Popen(command, stdout=errors, stderr=errors) as process:
        try:
            _await(process, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait(_SECONDS)


def _await(process: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait until it takes connections."""
    for _ in range(_SECONDS * 50):
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except ConnectionRefusedError:
            try:
                process.wait(0.02)
            except subprocess.TimeoutExpired:
                continue
            break
        return
    raise AssertionError(log.read_text())


@contextmanager
def listening() -> Iterator[socket.socket]:
    """A socket that takes connections."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener


@contextmanager
def closed() -> Iterator[Address]:
    """An address where no connection is taken."""
    with socket.socket() as bound:
        bound.bind(("127.0.0.1", 0))
        yield bound.getsockname()
