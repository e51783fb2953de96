"""How commands end when they cannot go on."""

import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from mock_isales.cli.saying import say

USAGE = 2
"""The exit status when the user can put it right: a flag, a file, a port."""
BROKEN = 1
"""The exit status when they cannot."""


@contextmanager
def told(*kinds: type[Exception]) -> Iterator[None]:
    """End the process at these exceptions, with their messages on standard error."""
    try:
        yield
    except kinds as error:
        say(*str(error).splitlines())
        sys.exit(USAGE)


def unexpected(error: Exception) -> NoReturn:
    """End the process at an exception that nobody expected: the system's refusal, or a bug."""
    logging.getLogger("mock_isales").debug("here it came from", exc_info=error)
    what = (
        str(error) if isinstance(error, OSError) else f"{type(error).__name__}: {error}; this is a bug of mock-isales"
    )
    say(" ".join(what.split()))
    _let_go_of_output()
    sys.exit(BROKEN)


def _let_go_of_output() -> None:
    """What standard output did not take would be written once more at the end, and fail once more."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
