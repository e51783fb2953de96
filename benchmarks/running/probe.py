"""Another caller: calls a server without a pause, and tells how long its longest call took.

It is a process of its own, so that what measures does not hold it up: `python -m benchmarks.running.probe PORT`. For
each line that it reads it prints the longest call since the line before, in milliseconds.
"""

import select
import subprocess
import sys
import time
from types import TracebackType
from typing import Self

from benchmarks.running.callers import Caller
from benchmarks.running.rig import HERE
from benchmarks.running.servers import NotMeasured
from benchmarks.running.targets import CN_BODY, CN_PATH

BEGINS_AGAIN = 0.05
"""Seconds in which calls that began before are over."""


class Probe:
    """Another caller of a server.

    Args:
        port: Where the server listens.
    """

    def __init__(self, port: int) -> None:
        command = [sys.executable, "-m", "benchmarks.running.probe", str(port)]
        self._process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=HERE.parent
        )

    def __enter__(self) -> Self:
        self.longest_ms()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def longest_ms(self) -> float:
        """The longest call since this was asked last."""
        time.sleep(BEGINS_AGAIN)
        if self._process.stdin is None or self._process.stdout is None:
            raise NotMeasured("there is no probe")
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


def main() -> None:
    """Call until standard input ends."""
    with Caller(int(sys.argv[1])) as caller:
        longest = 0.0
        while True:
            longest = max(longest, caller.seconds("POST", CN_PATH, CN_BODY), caller.seconds("GET", "/_mock/live"))
            if select.select([sys.stdin], [], [], 0)[0]:
                if not sys.stdin.readline():
                    return
                print(longest * 1000, flush=True)
                longest = 0.0


if __name__ == "__main__":
    main()
