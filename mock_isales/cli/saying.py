"""What commands say on standard error, in the form of the log: it is said before anybody has judged the settings.

Nothing is imported for that until something is said: a health check runs every few seconds.
"""

import logging
import sys
from collections.abc import Mapping
from typing import Any

from mock_isales.environment import told_to_server
from mock_isales.options import OPTIONS

_FORM = OPTIONS["log_format"]


def speak_as_told(flags: Mapping[str, Any]) -> None:
    """Log as JSON from now on, where flags or environment ask for it: what is wrong with the others is told so, too."""
    if (flags.get(_FORM.name) or told_to_server([_FORM.variable]).get(_FORM.variable)) == "json":
        from mock_isales.serving.logs import log_to_stderr  # noqa: PLC0415

        log_to_stderr("info", "json")


def say(*lines: str, level: int = logging.ERROR) -> None:
    """Say it on standard error, whatever the log leaves out."""
    print(in_form(lines, level) or "\n".join(f"mock-isales: {line}" for line in lines), file=sys.stderr, flush=True)  # noqa: T201


def in_form(lines: tuple[str, ...], level: int, **fields: Any) -> str | None:  # noqa: ANN401 - as JSON has it
    """Lines as the log would have them where that is JSON; None where it is text.

    Args:
        lines: What is to be said.
        level: How bad it is.
        fields: What stands beside it.
    """
    from mock_isales.serving.logs import in_form_of_the_log  # noqa: PLC0415

    return in_form_of_the_log(lines, level, **fields)
