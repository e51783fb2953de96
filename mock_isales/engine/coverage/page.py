"""The report as one HTML page, which needs nothing besides."""

from collections.abc import Iterator, Mapping
from html import escape

from mock_isales.engine.coverage.points import BY_OPERATION, Group, Point
from mock_isales.engine.coverage.report import Report, points_in
from mock_isales.engine.coverage.text import short_lines

_HEAD = """<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>mock-isales: coverage of the contract</title>
<style>
body { font: 15px/1.5 system-ui, sans-serif; margin: 2rem auto; max-width: 70rem; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; width: 100%; }
td, th { border-bottom: 1px solid #ddd; padding: .2rem .6rem; text-align: left; vertical-align: top; }
.met { background: #e6f4ea; }
.missed { background: #fce8e6; }
.omitted { background: #f1f3f4; color: #555; }
code { white-space: nowrap; }
th { white-space: nowrap; }
td:nth-child(1) { width: 19rem; }
td:nth-child(2) { width: 3rem; }
.outcomes td:nth-child(3), .clauses td:nth-child(3) { width: 5rem; }
</style>
"""

_BESIDE: Mapping[Group, str] = {
    Group.OUTCOMES: "by faults",
    Group.CLAUSES: "",
    Group.BOUNDARIES: "what provokes it",
}
"""The heads of the column that each group has of its own."""


def page(report: Report) -> str:
    """The report in HTML."""
    return _HEAD + "\n".join(_body(report)) + "\n</html>\n"


def _body(report: Report) -> Iterator[str]:
    head, *rest = short_lines(report)
    yield f"<h1>{escape(head[:1].upper() + head[1:])}</h1>"
    yield "<ul>"
    yield from (f"<li>{escape(line.strip())}</li>" for line in rest)
    yield "</ul>"
    for operation, interface in BY_OPERATION.items():
        yield f"<h2>{escape(f'{interface.document.value}: {interface.document.heading}')}</h2>"
        for group in Group:
            yield f"<h3>{escape(f'{group.value}: {report.of(operation, group)}')}</h3>"
            yield f"<table class={group.value}><tr><th>point<th>calls<th>{_BESIDE[group]}<th>what it says</tr>"
            yield from (_row(report, each) for each in points_in(operation, group))
            yield "</table>"


def _row(report: Report, point: Point) -> str:
    count = report.coverage.points[point.id]
    why = report.omitted.get(point.id)
    kind = "met" if count else "missed" if why is None else "omitted"
    told = point.sentence if why is None else f"{point.sentence} Left out: {why}"
    cells = "".join(f"<td>{escape(each)}" for each in (str(count), _beside(report, point), told))
    return f'<tr class="{kind}"><td><code>{escape(point.id)}</code>{cells}</tr>'


def _beside(report: Report, point: Point) -> str:
    """Of an outcome how many calls faults have answered with it, which do not meet it; else what provokes it."""
    if point.group is not Group.OUTCOMES:
        return point.how
    code = point.id.partition(":")[2]
    return str(report.coverage.injected_in(point.operation).get(code, 0))
