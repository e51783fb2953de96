"""The report as text."""

from collections.abc import Iterator

from mock_isales.engine.coverage.points import BY_OPERATION, Group
from mock_isales.engine.coverage.report import Report


def short_lines(report: Report) -> Iterator[str]:
    """How much was met of each interface, and what faults have answered."""
    whole = report.whole
    yield f"coverage of the contract: {whole} points, {whole.percent:.1f} %"
    for operation, interface in BY_OPERATION.items():
        groups = ", ".join(f"{group.value} {report.of(operation, group)}" for group in Group)
        yield f"  {interface.document.value} {operation}: {report.of(operation)} points: {groups}"
    yield from _injected(report)
    if report.omitted:
        count = len(report.omitted)
        yield f"  left out on purpose: {count} point{'' if count == 1 else 's'}"
    yield from (f"  left out, but met: {each} need not be left out any more" for each in report.needless)
    yield from (f"  {each}" for each in report.notes)


def lines(report: Report) -> Iterator[str]:
    """The same, then each point that was not met, with its sentence and what provokes it."""
    yield from short_lines(report)
    for group in Group:
        missed = [each for each in report.missed() if each.group is group]
        if missed:
            yield f"{group.value} that were not met: {len(missed)}"
            width = max(len(each.id) for each in missed)
            yield from (f"  {each.id:{width}}  {each.told}" for each in missed)
    if report.omissions:
        yield "left out on purpose:"
        width = max(map(len, report.omissions))
        yield from (f"  {each:{width}}  {why}" for each, why in report.omissions.items())


def _injected(report: Report) -> Iterator[str]:
    for operation, interface in BY_OPERATION.items():
        counts = report.coverage.injected_in(operation)
        if counts:
            told = ", ".join(f"{label} ({count})" for label, count in counts.items())
            yield f"  {interface.document.value} answered by faults, which meets no point: {told}"
        missed = report.unraised_missed(operation)
        if missed:
            yield f"  {interface.document.value} codes that faults alone answer, and have not: {', '.join(missed)}"
