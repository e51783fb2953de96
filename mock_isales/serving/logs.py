"""What the server says besides its answers: one line a message, on standard error."""

import logging

LOGGER = "mock_isales"


def log_to_stderr(level: str) -> None:
    """Send what this process logs to standard error.

    Args:
        level: From which level on our own lines are shown: debug, info, warning or error. Those of libraries are shown
            from warnings on, at the least. Tracebacks are for debugging.
    """
    debugging = level == "debug"
    handler = logging.StreamHandler()
    handler.setFormatter(OneLine(tracebacks=debugging))
    ours = logging.getLevelNamesMapping()[level.upper()]
    logging.basicConfig(level=max(ours, logging.WARNING), handlers=[handler], force=True)
    logging.getLogger(LOGGER).setLevel(ours)
    logging.getLogger("uvicorn").setLevel(logging.INFO if debugging else logging.NOTSET)


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
