"""Plots as SVG: bars in panels. The same figures make the same file."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from html import escape
from itertools import groupby
from typing import NamedTuple

from benchmarks.figures import Figure, shown

WIDTH, LABELS, NUMBERS, ROW, HEAD, EDGE = 760, 300, 80, 22, 34, 12
OURS, THEIRS, BOUND = "#1f6feb", "#b4bcc6", "#cf222e"


class Bar(NamedTuple):
    """A bar: what it stands for, how long it is, whether it is ours."""

    label: str
    value: float
    ours: bool = False


class Panel(NamedTuple):
    """Some bars on one scale.

    Attributes:
        title: What they show.
        unit: In what.
        bars: The bars, from the top.
        bound: Where a line stands that they are held against; None without.
    """

    title: str
    unit: str
    bars: Sequence[Bar]
    bound: float | None = None


def drawing(panels: Sequence[Panel]) -> str:
    """Panels below each other."""
    parts, top = [], EDGE
    for panel in panels:
        parts += [*_panel(panel, top)]
        top += HEAD + ROW * len(panel.bars) + EDGE
    head = (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {top}" font-family="sans-serif" font-size="13">'
    )
    return "\n".join([head, f'<rect width="{WIDTH}" height="{top}" fill="#ffffff"/>', *parts, "</svg>", ""])


def _panel(panel: Panel, top: int) -> Iterator[str]:
    title = escape(f"{panel.title} ({panel.unit})")
    yield f'<text x="{EDGE}" y="{top + 16}" font-weight="bold" fill="#1f2328">{title}</text>'
    scale = (WIDTH - LABELS - NUMBERS) / max([bar.value for bar in panel.bars] + [panel.bound or 0])
    for place, bar in enumerate(panel.bars):
        y, length = top + HEAD - 8 + place * ROW, bar.value * scale
        yield f'<text x="{LABELS - 8}" y="{y + 14}" text-anchor="end" fill="#1f2328">{escape(bar.label)}</text>'
        yield f'<rect x="{LABELS}" y="{y + 2}" width="{length:.1f}" height="16" fill="{OURS if bar.ours else THEIRS}"/>'
        yield f'<text x="{LABELS + length + 6:.1f}" y="{y + 14}" fill="#1f2328">{shown(bar.value)}</text>'
    if panel.bound is not None:
        x, end = LABELS + panel.bound * scale, top + HEAD - 8 + ROW * len(panel.bars)
        yield f'<path d="M{x:.1f} {top + HEAD - 8}V{end}" stroke="{BOUND}" stroke-dasharray="4 3"/>'


def _beside(figures: Sequence[Figure]) -> str:
    """Of ratios to other servers: how fast each is beside ours."""
    panels = []
    for title, group in groupby(figures, key=lambda figure: figure.group):
        others = [Bar(each.label.removeprefix("beside "), 1 / each.value) for each in group if each.value]
        if others:
            panels.append(Panel(title, "calls a second, ours being 1", [Bar("mock-isales", 1, ours=True), *others]))
    return drawing(panels)


def _latency(figures: Sequence[Figure]) -> str:
    return drawing(
        [
            Panel(each.what, each.unit, [Bar("mock-isales", each.value, ours=True), Bar("Prism", each.goal.bound)])
            for each in figures
            if each.value is not None and each.goal is not None
        ]
    )


def _times(figures: Sequence[Figure]) -> str:
    """Of times: ours and others', as they are."""
    panels = []
    for title, group in groupby(figures, key=lambda figure: figure.group):
        bars = [
            Bar(each.label, each.value, ours=each.label.startswith("mock-isales"))
            for each in group
            if each.value is not None and each.unit == "ms"
        ]
        panels.append(Panel(title, "ms", bars))
    return drawing([panel for panel in panels if panel.bars])


def _held_up(figures: Sequence[Figure]) -> str:
    held = [each for each in figures if each.value is not None and each.group.startswith("the longest time")]
    bars = [Bar(each.label, each.value or 0, ours=each.goal is not None) for each in held]
    bound = next((each.goal.bound for each in held if each.goal is not None), None)
    return drawing([Panel(held[0].group, "ms", bars, bound)] if held else [])


PLOTS: Mapping[str, Callable[[Sequence[Figure]], str]] = {
    "throughput": _beside,
    "latency": _latency,
    "one-client": _times,
    "start": _times,
    "sqlite": _beside,
    "control": _held_up,
}
"""What draws the figures of a measure."""
