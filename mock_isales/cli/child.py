"""A command that is run as a child: the signals that it gets, and how it ends."""

import os
import shutil
import signal
from collections.abc import Mapping, Sequence
from subprocess import Popen
from types import FrameType

_CANNOT_RUN = 126
_NOT_FOUND = 127
_BY_SIGNAL = 128
"""The exit statuses of a shell; the last one is added to the signal's number."""

_PASSED_ON = [each for each in signal.Signals if each.name in {"SIGTERM", "SIGHUP"}]


class NotRun(Exception):  # noqa: N818 - it reads as what it says
    """A command cannot be run; the message says why.

    Attributes:
        status: The exit status that a shell would have.
    """

    def __init__(self, message: str, status: int) -> None:
        super().__init__(message)
        self.status = status


def run_child(command: Sequence[str], environment: Mapping[str, str]) -> int:
    """Run a command to its end; it has this process' input and output.

    SIGTERM and SIGHUP are passed on to it. Ctrl-C is not: a terminal sends that to both, and the command decides what
    becomes of it. What was ignored before stays so. From now on none of them ends this process.

    Returns:
        The exit status, as a shell has it.

    Raises:
        NotRun: It cannot be run.
    """
    relay = _Relay()
    for each in (signal.SIGINT, *_PASSED_ON):
        if signal.getsignal(each) is not signal.SIG_IGN:
            signal.signal(each, relay.take)
    try:
        process = Popen(command, env=environment)  # noqa: S603 - it is what the user asks for
    except OSError as error:
        raise _not_run(command[0], error) from None
    relay.pass_on_to(process)
    status = process.wait()
    return status if status >= 0 else _BY_SIGNAL - status


class _Relay:
    """Passes signals on to a child; those that come before it is there, once it is."""

    def __init__(self) -> None:
        self._process: Popen[bytes] | None = None
        self._early: list[int] = []

    def take(self, number: int, _: FrameType | None) -> None:
        if number == signal.SIGINT:
            return
        if self._process is None:
            self._early.append(number)
        else:
            self._process.send_signal(number)

    def pass_on_to(self, process: "Popen[bytes]") -> None:
        self._process = process
        for number in self._early:
            process.send_signal(number)


def _not_run(name: str, error: OSError) -> NotRun:
    if not isinstance(error, FileNotFoundError):
        return NotRun(f"the command {name} cannot be run: {(error.strerror or str(error)).lower()}", _CANNOT_RUN)
    if shutil.which(name, os.F_OK) is not None:
        return NotRun(f"the command {name} cannot be run: what its first line names is not there", _CANNOT_RUN)
    where = "there is no such file" if os.sep in name else "nothing on the PATH has that name"
    return NotRun(f"the command {name} is not found: {where}", _NOT_FOUND)
