"""The page about the points of coverage, written from the points that are counted."""

from collections.abc import Iterator

from mock_isales.engine.coverage.points import BY_OPERATION, POINTS, UNRAISED, Group
from mock_isales.engine.coverage.report import points_in

_MEANINGS = {
    Group.OUTCOMES: "The codes that the contract itself answers.",
    Group.CLAUSES: "The clauses that refuse; one is met by a call that it refuses.",
    Group.BOUNDARIES: "The last that passes, and the first that is refused, at each limit.",
}


def coverage_page() -> str:
    """Every point of coverage, by interface and group: its id, its sentence, what provokes it."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield "# Points of coverage"
    yield ""
    yield "Written by `make docs` from the code: the points come from the declarations that judge the calls."
    yield "`--isales-cov` of pytest and `--cov` of `mock-isales run` count which of them a client's tests meet."
    yield "`--isales-cov-omit` and `--cov-omit` take a file that leaves some out, by the ids below; each with a reason."
    yield "A `*` at the end of an id stands for whatever follows. What faults answer meets no point."
    yield ""
    yield f"| interface | points | {' | '.join(Group)} |"
    yield "|---|---|" + "---|" * len(Group)
    for operation, interface in BY_OPERATION.items():
        counts = [len(list(points_in(operation, group))) for group in (None, *Group)]
        yield f"| {interface.document.value} `{operation}` | {' | '.join(map(str, counts))} |"
    yield f"| both | {' | '.join(map(str, _totals()))} |"
    for operation, interface in BY_OPERATION.items():
        yield ""
        yield f"## {interface.document.value}: {interface.document.heading}"
        for group in Group:
            yield from _group(operation, group)
        unraised = ", ".join(f"`{code.value}`" for code in UNRAISED[operation])
        yield ""
        yield f"No points, as faults alone answer them: {unraised}."


def _totals() -> Iterator[int]:
    yield len(POINTS)
    for group in Group:
        yield sum(point.group is group for point in POINTS.values())


def _group(operation: str, group: Group) -> Iterator[str]:
    yield ""
    yield f"### {group.value.capitalize()}"
    yield ""
    yield _MEANINGS[group]
    yield ""
    is_provoked = group is Group.BOUNDARIES
    yield f"| point | what it says |{' what meets it |' if is_provoked else ''}"
    yield f"|---|---|{'---|' if is_provoked else ''}"
    for point in points_in(operation, group):
        yield f"| `{point.id}` | {point.sentence} |{f' {point.how} |' if is_provoked else ''}"
