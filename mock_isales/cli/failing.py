"""How commands end when they cannot go on."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

USAGE = 2
"""The exit status when the user can put it right: a flag, a file, a port."""
BUG = 1
"""The exit status when only we can."""


@contextmanager
def told(*kinds: type[Exception]) -> Iterator[None]:
    """End the process at these exceptions, with their messages on standard error."""
    try:
        yield
    except kinds as error:
        for line in str(error).splitlines():
            print(f"mock-isales: {line}", file=sys.stderr)  # noqa: T201
        sys.exit(USAGE)


def unexpected(error: Exception) -> NoReturn:
    """End the process at an exception that nobody expected."""
    logger = logging.getLogger("mock_isales")
    if logger.isEnabledFor(logging.DEBUG):
        logger.debug("unexpected", exc_info=error)
    message = " ".join(str(error).split())
    print(f"mock-isales: unexpected {type(error).__name__}: {message}; this is a bug of mock-isales", file=sys.stderr)  # noqa: T201
    sys.exit(BUG)
