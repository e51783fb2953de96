"""What is asked of a coverage report, by flags of the command line or of pytest, and its delivery."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from mock_isales.engine.coverage.coverage import Coverage
from mock_isales.engine.coverage.junit import junit
from mock_isales.engine.coverage.omissions import BadOmissions, Omissions, read_omissions
from mock_isales.engine.coverage.page import page
from mock_isales.engine.coverage.report import Report
from mock_isales.engine.coverage.text import lines, short_lines
from mock_isales.engine.seed_files.wording import suggestion

KINDS: Mapping[str, Callable[[Report], str]] = {
    "text": lambda report: "\n".join(lines(report)),
    "short": lambda report: "\n".join(short_lines(report)),
    "json": lambda report: report.coverage.view().model_dump_json(indent=2),
    "junit": lambda report: junit(report, is_strict=False),
    "junit-strict": lambda report: junit(report, is_strict=True),
    "html": page,
}
"""What a report can be."""

DEFAULT = ("text",)


class BadReport(ValueError):  # noqa: N818 - it reads as what it says
    """What is asked of a report cannot be; the message has a line for each reason."""


class Wanted(NamedTuple):
    """A report that is wanted.

    Attributes:
        kind: Which one.
        file: Where to; None prints it.
    """

    kind: str
    file: Path | None


class Asked(NamedTuple):
    """What is asked.

    Attributes:
        reports: Which reports.
        fail_under: The least per cent that are enough; None: any.
        omissions: What is left out on purpose.
    """

    reports: Sequence[Wanted]
    fail_under: float | None
    omissions: Omissions


class Delivered(NamedTuple):
    """What has become of it.

    Attributes:
        printed: What is to be printed.
        is_under: Whether too little was met.
        failed: What could not be written, a sentence each.
    """

    printed: Sequence[str]
    is_under: bool
    failed: Sequence[str]


def asked_of(reports: Sequence[str], fail_under: float | None, omit: str | None) -> Asked:
    """What flags ask.

    Args:
        reports: `KIND` or `KIND=FILE` each.
        fail_under: The least per cent.
        omit: The file of omissions.

    Raises:
        BadReport: It cannot be.
    """
    if fail_under is not None and not 0 <= fail_under <= 100:  # noqa: PLR2004 - per cent
        raise BadReport(f"the least coverage is from 0 to 100 per cent, not {fail_under:g}")
    wanted = [_wanted(each) for each in reports or DEFAULT]
    try:
        omissions = {} if omit is None else read_omissions(Path(omit))
    except BadOmissions as error:
        raise BadReport(str(error)) from None
    return Asked(wanted, fail_under, omissions)


def deliver(coverage: Coverage, asked: Asked, notes: Sequence[str] = ()) -> Delivered:
    """Write the reports that go to files, and tell what is to be printed."""
    report = Report(coverage, asked.omissions, notes)
    printed = [KINDS[kind](report) for kind, file in asked.reports if file is None]
    failed = list(_written(report, asked.reports))
    is_under = asked.fail_under is not None and report.is_under(asked.fail_under)
    if is_under:
        printed.append(f"coverage of the contract is {report.whole.percent:.1f} %, under {asked.fail_under:g} %")
    return Delivered(printed, is_under, failed)


def _wanted(said: str) -> Wanted:
    kind, equals, name = said.partition("=")
    if kind not in KINDS:
        raise BadReport(f"no report is called {kind[:80]}: {suggestion(kind[:80], list(KINDS))}")
    if not equals:
        return Wanted(kind, None)
    file = Path(name)
    if not name or not _can_be_written(file):
        raise BadReport(f"the report {kind} cannot be written to {name[:300]!r}: no such folder, or no file")
    return Wanted(kind, file)


def _can_be_written(file: Path) -> bool:
    try:
        return file.parent.is_dir() and not file.is_dir() and "\0" not in str(file)
    except OSError:  # it is too long
        return False


def _written(report: Report, reports: Sequence[Wanted]) -> Iterator[str]:
    for kind, file in reports:
        if file is None:
            continue
        try:
            file.write_text(f"{KINDS[kind](report).rstrip()}\n", encoding="utf-8")
        except OSError as error:
            yield f"the report {kind} cannot be written to {file}: {(error.strerror or str(error)).lower()}"
