"""The log as JSON: an object a line, for what collects logs."""

import json
import logging
import sys
import threading
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from mock_isales.engine.journal.values import readable

_ACCESS = "uvicorn.access"
_OF_ACCESS = ("client", "method", "target", "http_version", "status")
"""What uvicorn tells of each request, in its order."""


class JsonLine(logging.Formatter):
    """One object a message: `timestamp`, `level`, `logger`, `process`, `message`, and what its kind has besides.

    All of it is ASCII, which any encoding of standard error can say, and strict JSON (RFC 8259). An error has its
    traceback in `exception`. A record's own `fields` stand beside the rest.
    """

    def format(self, record: logging.LogRecord) -> str:
        """The line of a message."""
        told: dict[str, Any] = {
            "timestamp": _rfc3339(record.created),
            "level": record.levelname.lower(),
            "logger": record.name,
            "process": record.process,
            "message": readable(record.getMessage().strip()),
        }
        told |= _fields(record)
        if record.exc_info and record.exc_info[0] is not None:
            told["exception"] = readable(self.formatException(record.exc_info))
        return json.dumps(told, default=str)


def catch_what_is_printed() -> None:
    """Log what Python would print: warnings, and exceptions that nobody is there to take."""
    logging.captureWarnings(capture=True)
    threading.excepthook = _log_of_thread
    sys.unraisablehook = _log_unraisable


def _rfc3339(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _fields(record: logging.LogRecord) -> Mapping[str, Any]:
    if record.name == _ACCESS and isinstance(record.args, tuple) and len(record.args) == len(_OF_ACCESS):
        return dict(zip(_OF_ACCESS, record.args, strict=True))
    fields: Mapping[str, Any] = getattr(record, "fields", {})
    return fields


def _log_of_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None:
        logging.getLogger("mock_isales").error("a thread has failed", exc_info=told.exc_value)


def _log_unraisable(told: "sys.UnraisableHookArgs") -> None:
    if told.exc_value is not None:
        logging.getLogger("mock_isales").error(told.err_msg or "an exception is ignored", exc_info=told.exc_value)
