"""Files of coverages, as JSON, and their merging."""

from collections.abc import Iterable
from pathlib import Path

from pydantic import ValidationError

from mock_isales.engine.coverage.coverage import Coverage
from mock_isales.engine.coverage.views import CoverageView

MAX_BYTES = 16 * 1024 * 1024


class BadCoverage(ValueError):  # noqa: N818 - it reads as what it says
    """A file holds no coverage; the message says why."""


def merged(paths: Iterable[Path]) -> Coverage:
    """What some files hold together.

    Raises:
        BadCoverage: One of them cannot be read, or holds something else.
    """
    whole = Coverage()
    for path in paths:
        whole.merge(Coverage.of(read_coverage(path)))
    return whole


def read_coverage(path: Path) -> CoverageView:
    """What a file holds.

    Raises:
        BadCoverage: It cannot be read, or holds something else.
    """
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else None
        raise BadCoverage(f"{path}: {(reason or str(error)).lower()}") from None
    if len(content) > MAX_BYTES:
        raise BadCoverage(f"{path}: larger than 16 MiB")
    try:
        return CoverageView.model_validate_json(content)
    except ValidationError as error:
        first = error.errors(include_url=False, include_input=False)[0]
        place = ".".join(str(each)[:80] for each in first["loc"])
        raise BadCoverage(f"{path}: {place}{': ' if place else ''}{first['msg']}") from None
