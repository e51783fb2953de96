"""`mock-isales cov merge`, and the report at the end of `mock-isales run --cov`."""

import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TextIO

from mock_isales.cli.failing import USAGE, told
from mock_isales.engine.coverage.coverage import Coverage
from mock_isales.engine.coverage.delivering import Asked, BadReport, asked_of, deliver
from mock_isales.engine.coverage.files import BadCoverage, merged

UNDER = 3
"""The exit status when too little is covered."""


def merge(files: Sequence[str], reports: Sequence[str], fail_under: float | None, omit: str | None) -> None:
    """Report what some files hold together, and end the process."""
    with told(BadReport, BadCoverage):
        asked = asked_of(reports, fail_under, omit)
        whole = merged(Path(file) for file in files)
    sys.exit(report(whole, asked, sys.stdout))


def asked(reports: Sequence[str], fail_under: float | None, omit: str | None) -> Asked:
    """What is asked; the process ends if it cannot be."""
    with told(BadReport):
        return asked_of(reports, fail_under, omit)


def report(coverage: Coverage, asked: Asked, stream: TextIO) -> int:
    """Report a coverage as is asked; the exit status."""
    delivered = deliver(coverage, asked)
    with suppress(OSError):
        for text in delivered.printed:
            print(text, file=stream, flush=True)
    for reason in delivered.failed:
        print(f"mock-isales: {reason}", file=sys.stderr)  # noqa: T201
    return USAGE if delivered.failed else UNDER if delivered.is_under else 0
