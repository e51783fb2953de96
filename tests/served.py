"""A real server for a test: the command line's own, on a free port."""

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

READY = "mock-isales is ready at "


@contextmanager
def served(*flags: str) -> Iterator[str]:
    """Start `mock-isales serve` with these flags; the address, until the block ends."""
    command = [sys.executable, "-m", "mock_isales", "serve", "--port", "0", *flags]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        try:
            assert process.stdout is not None
            line = process.stdout.readline()
            assert line.startswith(READY), line
            yield line.removeprefix(READY).strip()
        finally:
            process.terminate()
            status = process.wait(20)
    assert status == 0
