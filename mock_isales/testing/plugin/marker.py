"""What the markers of a test say of its world."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any, cast

import pytest

from mock_isales.engine.seed_files.wording import suggestion
from mock_isales.engine.views.clocks import ClockSetting
from mock_isales.testing.plugin.failing import BadSetup

KEYWORDS = ("seed", "readings", "settings", "clock")


def said_of(markers: Iterable[pytest.Mark]) -> dict[str, Any]:
    """What the markers of a test say.

    Args:
        markers: The markers, the closest first: the first that says a keyword decides on it, also where it says None.

    Raises:
        BadSetup: One says what no marker knows.
    """
    said: dict[str, Any] = {}
    for marker in markers:
        _refuse_unknown(marker)
        said = {**marker.kwargs, **said}
    return said


def terms_said(keyword: str, said: object) -> dict[str, Any]:
    """The readings, or the settings, that are said by a keyword.

    Raises:
        BadSetup: They are no mapping of names.
    """
    if said is None:
        return {}
    if isinstance(said, Mapping) and all(isinstance(name, str) for name in said):
        return dict(said)
    example = {"readings": "{'total_size': 'accepted'}", "settings": "{'pace_interval': 0}"}[keyword]
    raise BadSetup(f"{keyword} must be a mapping such as {example}")


def clock_said(said: object) -> ClockSetting:
    """The setting of a clock; what is written as one is judged by the server.

    Raises:
        BadSetup: It cannot be one.
    """
    match said:
        case ClockSetting():
            return said
        case Mapping():
            setting: object = said
        case datetime():
            setting = {"mode": "frozen", "now": said}
        case str():
            setting = {"mode": "frozen", "now": said} if said[:1].isdigit() else {"mode": said}
        case _:
            raise BadSetup(
                "clock must be frozen, real, a time such as 2026-11-21T10:00:00Z, or a setting such as "
                "{'mode': 'manual', 'step': 1}"
            )
    return cast("ClockSetting", setting)


def _refuse_unknown(marker: pytest.Mark) -> None:
    if marker.args:
        raise BadSetup(f"{marker.args[0]!r} has no keyword: say seed=…, readings=…, settings=… or clock=…")
    for keyword in marker.kwargs:
        if keyword not in KEYWORDS:
            raise BadSetup(f"{keyword}: unknown keyword; {suggestion(keyword, KEYWORDS)}")
