"""The table and the plots, made of the results that are kept.

python -m benchmarks.report            prints the table, and writes docs/benchmarks
"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from benchmarks.figures import Figure, shown
from benchmarks.measures.table import MEASURES
from benchmarks.plots import PLOTS
from benchmarks.results import Result, kept

PAGE = Path(__file__).parent.parent / "docs" / "benchmarks"
COLUMNS = ("", "what", "goal", "measured", "spread", "note")


def main() -> None:
    """Print the table of what is kept, and write the page."""
    print(table(_all_kept()))
    write_page()


def table(results: Iterable[Result]) -> str:
    """The table of some results, as text."""
    rows = [COLUMNS, *(_row(figure) for result in results for figure in result.figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(COLUMNS))]
    return "\n".join("  ".join(map(str.ljust, row, widths)).rstrip() for row in rows)


def write_page() -> None:
    """Write the page with the plots: the same results make the same page."""
    results = _all_kept()
    PAGE.mkdir(parents=True, exist_ok=True)
    drawn = []
    for name, draw in PLOTS.items():
        result = next((each for each in results if each.name == name), None)
        if result is not None:
            (PAGE / f"{name}.svg").write_text(draw(result.figures), encoding="utf-8")
            drawn.append(name)
    (PAGE / "README.md").write_text("\n".join([*_page(results, drawn), ""]), encoding="utf-8")


def _all_kept() -> list[Result]:
    return [result for measure in MEASURES if (result := kept(measure.name)) is not None]


def _page(results: Sequence[Result], drawn: Sequence[str]) -> Iterator[str]:
    yield "# What the double costs"
    yield ""
    yield "Written by `make bench`. Ratios are medians of pairs: two servers run, are loaded in turn in short slices,"
    yield "A B B A, and each slice is compared with the one beside it. Memory store, journal on, C2 off, byte code"
    yield "compiled. ✓ is a goal that is met, ✗ one that is not, – what only tells, or was left out."
    for measure in MEASURES:
        for result in results:
            if result.name == measure.name:
                yield from _section(measure.what, result, plotted=measure.name in drawn)


def _section(what: str, result: Result, *, plotted: bool) -> Iterator[str]:
    yield ""
    yield f"## {what[0].upper()}{what[1:]}"
    yield ""
    if plotted:
        yield f"![{what}]({result.name}.svg)"
        yield ""
    machine = ", ".join(f"{name} {value}" for name, value in result.machine.items())
    yield f"{machine}; rounds {result.told['rounds']}, slices of {result.told['seconds']} s."
    yield ""
    yield "| " + " | ".join(COLUMNS) + " |"
    yield "|---" * len(COLUMNS) + "|"
    for figure in result.figures:
        yield "| " + " | ".join(_row(figure)) + " |"


def _row(figure: Figure) -> tuple[str, ...]:
    unit = figure.unit
    goal = "" if figure.goal is None else f"{'≤' if figure.goal.at_most else '≥'} {shown(figure.goal.bound)} {unit}"
    if figure.value is None:
        return figure.mark, figure.what, goal, "left out", "", figure.note
    spread = f"{shown(min(figure.samples))} to {shown(max(figure.samples))}" if len(figure.samples) > 1 else ""
    return figure.mark, figure.what, goal, f"{shown(figure.value)} {unit}", spread, figure.note


if __name__ == "__main__":
    main()
