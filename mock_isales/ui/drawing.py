"""Draws charts with pygal, in the page's colours."""

import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from math import log10
from xml.etree.ElementTree import Element

import pygal
from pygal.style import Style

from mock_isales.contract.text import Language
from mock_isales.ui.charts import Growth, Kinds
from mock_isales.ui.texts.charts import TEXTS

# pygal hooks into every import that comes after its own, for plugins of which there are none; Python warns of the hook.
sys.meta_path[:] = [each for each in sys.meta_path if not type(each).__module__.startswith("pygal")]

_FONT = "system-ui, -apple-system, 'Segoe UI', 'Noto Sans', 'Noto Sans CJK SC', 'Microsoft YaHei', sans-serif"
_MINUTE, _DAY = 60, 86_400
_TICKS = 4
_ROOM = 30
"""Such a part of a chart's width shows how it is since the last point."""


def _style(surface: str, ink: str, faint: str, colors: tuple[str, ...], opacity: str) -> Style:
    return Style(
        background="transparent",
        plot_background=surface,
        foreground=ink,
        foreground_strong=ink,
        foreground_subtle=faint,
        guide_stroke_color=faint,
        major_guide_stroke_color=faint,
        colors=colors,
        font_family=_FONT,
        label_font_size=13,
        major_label_font_size=13,
        legend_font_size=13,
        no_data_font_size=16,
        value_font_size=12,
        opacity=opacity,
        transition="0s",
    )


_COLOURS = {
    "light": ("#ffffff", "#3c444d", "#d9dde3", ("#0b6bcb", "#127a43", "#8b96a3")),
    "dark": ("#181c22", "#c5ccd6", "#2f3640", ("#6cb1ff", "#57d08a", "#7b8794")),
}


def drawn(chart: Growth | Kinds) -> bytes:
    """A chart as SVG. Nothing in it is text that a client has sent, and no script."""
    made = _growth(chart) if isinstance(chart, Growth) else _kinds(chart)
    made.add_xml_filter(_without_scripts)
    svg: bytes = made.render()
    return svg


def _without_scripts(root: Element) -> Element:
    """An image runs nothing: what pygal puts in for its tooltips is left out."""
    for parent in root.iter():
        for child in [each for each in parent if str(each.tag).endswith("script")]:
            parent.remove(child)
    return root


def _growth(chart: Growth) -> "pygal.DateTimeLine":
    points = list(_steps([(at.astimezone(UTC), count) for at, count in chart.points]))
    pattern = _pattern([at for at, _ in points])
    line = pygal.DateTimeLine(
        **_options(chart, opacity=".35"),
        show_legend=False,
        fill=True,
        show_dots=False,
        x_value_formatter=lambda at: at.strftime(pattern),
        x_labels_major_count=_TICKS,
        show_minor_x_labels=False,
        truncate_label=-1,
    )
    line.y_labels = _ticks(max((count for _, count in points), default=1))
    line.add(TEXTS["records"].of(Language(chart.language)), points)
    return line


def _steps(points: list[tuple[datetime, int]]) -> Iterator[tuple[datetime, int]]:
    """The same with what there was just before each: a line that climbs only when something came."""
    before = 0
    for at, count in points:
        yield at, before
        yield at, count
        before = count
    if points:
        (first, _), (last, _) = points[0], points[-1]
        yield last + max((last - first) / _ROOM, timedelta(seconds=1)), before


def _pattern(times: list[datetime]) -> str:
    span = (max(times) - min(times)).total_seconds() if times else 0
    return "%H:%M:%S" if span < _MINUTE * 10 else "%H:%M" if span < _DAY else "%m-%d %H:%M"


def _kinds(chart: Kinds) -> "pygal.StackedBar":
    language = Language(chart.language)
    bars = pygal.StackedBar(
        **_options(chart, opacity=".85"),
        legend_at_bottom=True,
        legend_at_bottom_columns=3,
        legend_box_size=11,
        truncate_label=-1,
    )
    bars.x_labels = [TEXTS["priority"].of(language).format(n=priority) for priority in range(1, 6)]
    pending = [0, 0, chart.pending, 0, 0]
    bars.y_labels = _ticks(max(map(sum, zip(chart.incomplete, chart.completed, pending, strict=True))))
    bars.add(TEXTS["incomplete"].of(language), chart.incomplete)
    bars.add(TEXTS["completed"].of(language), chart.completed)
    bars.add(TEXTS["pending"].of(language), pending)
    return bars


def _ticks(highest: int) -> list[int]:
    """Round numbers from 0 to just above the highest."""
    least = max(highest, 1) / _TICKS
    magnitude = 10 ** int(log10(max(least, 1)))
    step = next(each * magnitude for each in (1, 2, 5, 10) if each * magnitude >= least)
    return [step * each for each in range(-(-max(highest, 1) // step) + 1)]


def _options(chart: Growth | Kinds, opacity: str) -> dict[str, object]:
    return {
        "style": _style(*_COLOURS[chart.theme], opacity),
        "width": 560,
        "height": 260,
        "js": [],
        "disable_xml_declaration": False,
        "pretty_print": False,
        "human_readable": True,
        "show_x_guides": False,
        "show_y_guides": True,
        "value_formatter": lambda count: f"{count:,.0f}",
        "margin": 8,
        "margin_right": 30,
        "spacing": 8,
    }
