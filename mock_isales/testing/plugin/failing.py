"""Says what is wrong with how a suite was set up, without the traceback of how that was found out."""

from collections.abc import Iterator
from contextlib import contextmanager
from textwrap import indent

import pytest

from mock_isales.engine.seed_files.problems import SeedError
from mock_isales.testing.errors import ControlError, Unreachable


class BadSetup(ValueError):  # noqa: N818 - it reads as what it says
    """A suite says what cannot be; the message tells what can."""


@contextmanager
def failing_as(what: str, *others: type[Exception]) -> Iterator[None]:
    """Let what is wrong in the block fail the test, or its fixture, with all that the error says.

    Args:
        what: What is wrong, in a few words.
        others: Errors that are told so, too.
    """
    told: tuple[type[Exception], ...] = (BadSetup, ControlError, SeedError, Unreachable, *others)
    try:
        yield
    except told as error:
        raise pytest.fail.Exception(f"mock-isales: {what}:{_beside_or_below(str(error))}", pytrace=False) from None


def _beside_or_below(reasons: str) -> str:
    """One reason stands in the same line, which is all that a run's summary shows; more than one stand below."""
    return f" {reasons}" if "\n" not in reasons else f"\n{indent(reasons, '  ')}"
