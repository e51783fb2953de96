"""When a fault ends."""

from typing import Any

import pytest

from mock_isales.engine.faults.faults import Faults
from mock_isales.engine.faults.forms import Until
from tests.engine.faults.calls import NOON, fault, strike, struck
from tests.engine.faults.wrong import wrong, wrong_places

SECOND = 1_000_000
AT_NOON = "2026-09-21T14:13:20Z"


def ends(until: dict[str, Any], elapsed: int) -> bool:
    """Whether a fault has ended when so many microseconds have passed since it was set."""
    faults = Faults()
    faults.put(fault(until=until), NOON)
    (listed,) = faults.listed(NOON + elapsed)
    assert (strike(faults, now=NOON + elapsed) is None) is listed.ended
    return listed.ended


def test_by_a_number_of_hits() -> None:
    faults = Faults()
    faults.put(fault(when={"every": 2}, until={"hits": 2}), NOON)
    assert struck(faults, 10) == [2, 4]
    (listed,) = faults.listed(NOON)
    assert (listed.seen, listed.hits, listed.ended) == (4, 2, True)


@pytest.mark.parametrize(
    ("until", "last"),
    [
        ({"seconds": 1.5}, 1_499_999),
        ({"seconds": 30}, 30 * SECOND - 1),
        ({"seconds": 0.000001}, 0),
        ({"time": "2026-09-21T14:13:21Z"}, SECOND - 1),
        ({"time": "2026-09-21T16:13:20.5+02:00"}, SECOND // 2 - 1),
        ({"seconds": 2, "time": "2026-09-21T14:13:21Z"}, SECOND - 1),
        ({"seconds": 1, "time": "2026-09-21T14:13:22Z"}, SECOND - 1),
    ],
)
def test_by_the_worlds_clock_to_the_microsecond(until: dict[str, Any], last: int) -> None:
    assert not ends(until, last)
    assert ends(until, last + 1)
    assert ends(until, last + 1000 * SECOND)


def test_at_once_if_its_time_has_come_already() -> None:
    assert ends({"time": AT_NOON}, 0)
    assert ends({"time": "2018-06-01T00:00:00Z"}, 0)


@pytest.mark.parametrize("until", [{}, {"hits": None}])
def test_never_if_nothing_is_said(until: dict[str, Any]) -> None:
    assert not ends(until, 10**15)


def test_a_clock_that_is_set_back_lets_it_go_on() -> None:
    faults = Faults()
    faults.put(fault(until={"seconds": 1}), NOON)
    assert not strike(faults, now=NOON + SECOND)
    assert strike(faults, now=NOON)


def test_what_comes_first_ends_it() -> None:
    faults = Faults()
    faults.put(fault(until={"hits": 1, "seconds": 1}), NOON)
    assert strike(faults)
    assert not strike(faults)


@pytest.mark.parametrize(
    ("time", "nearest"),
    [
        ("2018-05-31T23:59:59.999999Z", "2018-06-01T00:00:00Z"),
        ("2080-06-01T00:00:00.000001Z", "2080-06-01T00:00:00Z"),
    ],
)
def test_a_time_that_no_clock_tells_is_told_the_nearest(time: str, nearest: str) -> None:
    assert wrong(Until, {"time": time}) == [("time", f"no world's clock gets there; the nearest time is {nearest}")]


@pytest.mark.parametrize("time", ["2018-06-01T00:00:00Z", "2080-06-01T00:00:00Z"])
def test_the_ends_of_the_clocks_range_can_be_said(time: str) -> None:
    assert Until.model_validate({"time": time}).time


@pytest.mark.parametrize(
    ("key", "value"),
    [
        *(("hits", value) for value in (0, -1, 1.0, True, "1")),
        *(("seconds", value) for value in (0, -1, 0.0000009, 1_000_000_001, True, "1", float("nan"), float("inf"))),
        *(("time", value) for value in (1_790_000_000, True, "2026-11-21T10:00:00", "now", "")),
        ("calls", 1),
    ],
)
def test_bad_values_are_told_their_place(key: str, value: object) -> None:
    assert wrong_places(Until, {key: value}) == [key]
