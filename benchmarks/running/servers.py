"""A server that runs: started, paused while another one is measured, asked what it takes of the machine, stopped."""

import os
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from types import TracebackType
from typing import Self

from benchmarks.running.rig import Rig, on_core
from benchmarks.running.targets import CN_BODY, CN_PATH, Place, Target

HOST = "127.0.0.1"
PATIENCE = 60
HEADERS = {"Content-Type": "application/json; charset=UTF-8", "Authorization": "any"}
MEBIBYTE = 1 << 20


class NotMeasured(Exception):  # noqa: N818 - it reads as what it says
    """Something cannot be measured; the message says why."""


class Server:
    """A server that runs for a while.

    Attributes:
        target: Which one.
        port: Where it listens.
        start_ms: From the start of its process to its first right answer.
    """

    def __init__(self, rig: Rig, target: Target, core: int | None = None) -> None:
        self.target = target
        self.port = free_port()
        self.start_ms = 0.0
        self._rig = rig
        self._core = core
        self._ending = ExitStack()
        self._process: subprocess.Popen[bytes]

    def __enter__(self) -> Self:
        missing = self.target.missing(self._rig.peers)
        if missing:
            raise NotMeasured(missing)
        folder = Path(self._ending.enter_context(tempfile.TemporaryDirectory(dir=self._rig.folder)))
        place = Place(self.port, free_port(), folder, self._rig.peers.resolve())
        begin = time.perf_counter()
        with (folder / "log").open("wb") as log:
            self._process = subprocess.Popen(
                on_core(self._core, self.target.command(place)),
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=environment(self._rig.folder) | dict(self.target.variables(place)),
                start_new_session=True,
            )
        self._ending.callback(self._stop)
        try:
            self._await_answer(begin, folder / "log")
        except BaseException:
            self._ending.close()
            raise
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._ending.close()

    @contextmanager
    def turn(self) -> Iterator[None]:
        """Let it run for a while, and pause it again: its compiler and collector do not disturb who comes next."""
        os.killpg(self._process.pid, signal.SIGCONT)
        try:
            yield
        finally:
            os.killpg(self._process.pid, signal.SIGSTOP)

    def memory_mib(self) -> float:
        """What its process holds of the machine's memory, in MiB."""
        pages = int(Path(f"/proc/{self._process.pid}/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / MEBIBYTE

    def cpu_seconds(self) -> float:
        """For how long its main thread has run, on the core itself."""
        return int(Path(f"/proc/{self._process.pid}/schedstat").read_text(encoding="ascii").split()[0]) / 1e9

    def _await_answer(self, begin: float, log: Path) -> None:
        while not self._answers():
            if self._process.poll() is not None or time.perf_counter() - begin > PATIENCE:
                said = log.read_text(errors="replace").strip().rpartition("\n")[2]
                raise NotMeasured(
                    f"{self.target.name} does not start: {said[:120] or 'it does not answer as it should'}"
                )
            time.sleep(0.001)
        self.start_ms = (time.perf_counter() - begin) * 1000

    def _answers(self) -> bool:
        connection = HTTPConnection(HOST, self.port, timeout=PATIENCE)
        with suppress(OSError, HTTPException):
            if self.target.documented:
                connection.request("POST", CN_PATH, CN_BODY, HEADERS)
            else:
                connection.request("GET", "/")
            answer = connection.getresponse()
            answer.read()
            connection.close()
            return answer.status == 200  # noqa: PLR2004
        return False

    def _stop(self) -> None:
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGTERM)
            os.killpg(self._process.pid, signal.SIGCONT)
        with suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()


def free_port() -> int:
    """A port at which nobody listens now."""
    with socket.create_server((HOST, 0)) as listener:
        port: int = listener.getsockname()[1]
        return port


def environment(folder: Path) -> dict[str, str]:
    """The environment of a server: byte code is kept, as on a user's machine, in a folder of its own."""
    told = {name: value for name, value in os.environ.items() if not name.startswith(("MOCK_ISALES_", "PYTHONDONT"))}
    return told | {"PYTHONPYCACHEPREFIX": str(folder / "pycache"), "NO_UPDATE_NOTIFIER": "1"}
