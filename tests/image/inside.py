"""Begins a container, as a Docker engine would: run as root in namespaces of its own, with what it is to be as JSON.

The image's files are the lower layer of an overlay that becomes read-only, with the mounts on top. The process has no
network but a loopback, no privileges and gains none, and is the first of its namespace.
"""

import ctypes
import fcntl
import json
import os
import socket
import struct
import subprocess
import sys
from pathlib import Path

SET_INTERFACE_FLAGS = 0x8914
UP = 0x1
NO_NEW_PRIVILEGES = 38


def main() -> None:
    told = json.loads(sys.argv[1])
    raise_loopback()
    root = overlay(Path(told["image"]), Path(told["scratch"]))
    mount("--types", "proc", "proc", str(root / "proc"))
    mount("--rbind", "/dev", str(root / "dev"))
    for source, target in told["mounts"]:
        place(Path(source), root / target.lstrip("/"))
    mount("--options", "remount,ro", str(root))
    os.chroot(root)
    os.chdir(told["folder"])
    os.setgroups([])
    os.setgid(told["gid"])
    os.setuid(told["uid"])
    ctypes.CDLL(None).prctl(NO_NEW_PRIVILEGES, 1, 0, 0, 0)
    os.environ.clear()
    os.environ.update(told["environment"])
    os.execvpe(told["command"][0], told["command"], told["environment"])  # noqa: S606 - no shell, on purpose


def raise_loopback() -> None:
    with socket.socket() as any_socket:
        fcntl.ioctl(any_socket, SET_INTERFACE_FLAGS, struct.pack("16sh14x", b"lo", UP))


def overlay(image: Path, scratch: Path) -> Path:
    """The image's files, with a layer on top that is in memory."""
    mount("--types", "tmpfs", "tmpfs", str(scratch))
    upper, work, root = (scratch / each for each in ("upper", "work", "root"))
    for each in (upper, work, root):
        each.mkdir()
    mount("--types", "overlay", "overlay", "--options", f"lowerdir={image},upperdir={upper},workdir={work}", str(root))
    return root


def place(source: Path, target: Path) -> None:
    if source.is_dir():
        target.mkdir(exist_ok=True)
    else:
        target.touch()
    mount("--bind", str(source), str(target))


def mount(*words: str) -> None:
    subprocess.run(["mount", *words], check=True)


if __name__ == "__main__":
    main()
