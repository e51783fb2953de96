"""`mock-isales` as a process of its own."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

SECONDS = 30
READY = "mock-isales is ready at "
PROGRAM = ("-m", "mock_isales")


def environment(variables: Mapping[str, str] | None = None) -> dict[str, str]:
    """This process' environment without what the server reads from it, and with these variables."""
    others = {name: value for name, value in os.environ.items() if not name.upper().startswith("MOCK_ISALES_")}
    return others | dict(variables or {})


def run(
    *arguments: str, variables: Mapping[str, str] | None = None, seconds: float = SECONDS
) -> subprocess.CompletedProcess[str]:
    """Run a command to its end, which comes within so many seconds."""
    return subprocess.run(
        [sys.executable, "-m", "mock_isales", *arguments],
        env=environment(variables),
        capture_output=True,
        encoding="utf-8",
        timeout=seconds,
        check=False,
    )


class Server:
    """A server that accepts calls."""

    def __init__(self, process: subprocess.Popen[str], log: Path) -> None:
        self.process = process
        self._log = log
        assert process.stdout is not None
        self.line = process.stdout.readline()
        if self.line.startswith("{"):
            self.line = json.loads(self.line)["message"]
        assert self.line.startswith(READY), self.log
        self.url = self.line.removeprefix(READY).strip()

    @property
    def address(self) -> tuple[str, int]:
        parts = urlsplit(self.url)
        assert parts.hostname
        assert parts.port
        return parts.hostname, parts.port

    @property
    def log(self) -> str:
        return self._log.read_text(encoding="utf-8")

    def end(self, by: signal.Signals = signal.SIGTERM) -> int:
        """Send a signal and wait; the exit status."""
        self.process.send_signal(by)
        return self.process.wait(SECONDS)


@contextmanager
def serving(
    folder: Path,
    *flags: str,
    variables: Mapping[str, str] | None = None,
    program: Sequence[str] = PROGRAM,
    python: str = sys.executable,
) -> Iterator[Server]:
    """A server on a free port."""
    log = folder / "log"
    command = [python, *program, "serve", "--port", "0", *flags]
    with (
        log.open("w", encoding="utf-8") as stderr,
        subprocess.Popen(
            command, env=environment(variables), stdout=subprocess.PIPE, stderr=stderr, encoding="utf-8"
        ) as process,
    ):
        try:
            yield Server(process, log)
        finally:
            process.kill()
