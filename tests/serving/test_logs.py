import logging
import sys

import pytest

from mock_isales.serving.logs import OneLine


def record(level: int, message: str, error: BaseException | None = None) -> logging.LogRecord:
    exc_info = (type(error), error, None) if error else None
    return logging.LogRecord("mock_isales", level, "", 0, message, (), exc_info)


@pytest.mark.parametrize(
    ("level", "line"),
    [
        (logging.DEBUG, "mock-isales: said"),
        (logging.INFO, "mock-isales: said"),
        (logging.WARNING, "mock-isales: warning: said"),
        (logging.ERROR, "mock-isales: error: said"),
    ],
)
def test_a_line_says_how_bad_it_is(level: int, line: str) -> None:
    assert OneLine(tracebacks=False).format(record(level, "said")) == line


@pytest.mark.parametrize("message", ["two\nlines", "two\r\nlines", "two lines\n"])
def test_a_message_is_one_line(message: str) -> None:
    assert OneLine(tracebacks=False).format(record(logging.INFO, message)) == "mock-isales: two lines"


def test_an_error_is_named_in_the_same_line() -> None:
    failed = record(logging.ERROR, "it failed\n", ValueError("for\nthis reason"))
    assert OneLine(tracebacks=False).format(failed) == "mock-isales: error: it failed: ValueError: for this reason"


def test_no_error_is_not_named() -> None:
    nothing = logging.LogRecord("x", logging.ERROR, "", 0, "said", (), (None, None, None))
    assert OneLine(tracebacks=False).format(nothing) == "mock-isales: error: said"


def test_those_who_debug_see_the_traceback() -> None:
    try:
        int("why")
    except ValueError:
        failed = logging.LogRecord("x", logging.ERROR, "", 0, "it failed", (), sys.exc_info())
    first, *others = OneLine(tracebacks=True).format(failed).splitlines()
    assert first == "mock-isales: error: it failed"
    assert others[0] == "Traceback (most recent call last):"
