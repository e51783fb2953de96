"""What the server says besides its answers: one line a message, on standard error."""

import logging
from collections.abc import Iterable
from typing import Any

from mock_isales.serving.json_lines import JsonLine, catch_what_is_printed

LOGGER = "mock_isales"


def log_to_stderr(level: str, form: str = "text") -> None:
    """Send what this process logs to standard error.

    Args:
        level: From which level on our own lines are shown: debug, info, warning or error. Those of libraries are shown
            from warnings on, at the least. In text, tracebacks are for debugging.
        form: How they are written: text, or json.
    """
    debugging = level == "debug"
    handler = logging.StreamHandler()
    handler.setFormatter(JsonLine() if form == "json" else OneLine(tracebacks=debugging))
    ours = logging.getLevelNamesMapping()[level.upper()]
    logging.basicConfig(level=max(ours, logging.WARNING), handlers=[handler], force=True)
    logging.getLogger(LOGGER).setLevel(ours)
    logging.getLogger("uvicorn").setLevel(logging.INFO if debugging else logging.NOTSET)
    if form == "json":
        catch_what_is_printed()


def in_form_of_the_log(lines: Iterable[str], level: int, **fields: Any) -> str | None:  # noqa: ANN401 - as JSON has it
    """Lines as the log would have them where that is JSON; None where it is text, or nothing is logged yet.

    Args:
        lines: What is to be said whatever the log leaves out.
        level: How bad it is.
        fields: What stands beside it.
    """
    for handler in logging.getLogger().handlers:
        if isinstance(handler.formatter, JsonLine):
            records = [logging.LogRecord(LOGGER, level, "", 0, "%s", (line,), None) for line in lines]
            for record in records:
                record.fields = fields
            return "\n".join(map(handler.formatter.format, records))
    return None


class OneLine(logging.Formatter):
    """One line a message, so that a log can be read by line; tracebacks only for those who debug."""

    def __init__(self, *, tracebacks: bool) -> None:
        super().__init__()
        self._tracebacks = tracebacks

    def format(self, record: logging.LogRecord) -> str:
        """The line of a message."""
        severity = f"{record.levelname.lower()}: " if record.levelno >= logging.WARNING else ""
        line = "mock-isales: " + severity + " ".join(record.getMessage().splitlines())
        if not record.exc_info:
            return line
        if self._tracebacks:
            return f"{line}\n{self.formatException(record.exc_info)}"
        kind, error, _ = record.exc_info
        return f"{line}: {kind.__name__}: {' '.join(str(error).split())}" if kind else line
