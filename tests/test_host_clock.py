from collections.abc import Callable

import pytest

from mock_isales.host_clock import HostClock

MAY_2024 = 1_714_564_800_000_000_000  # nanoseconds


def told(*times: int) -> Callable[[], int]:
    return iter(times).__next__


def test_it_begins_with_the_wall_clock_and_goes_on_by_the_monotonic_one() -> None:
    clock = HostClock(wall=told(MAY_2024), monotonic=told(50_000, 51_000, 2_000_050_999))
    assert clock() == 1_714_564_800_000_001
    assert clock() == 1_714_564_802_000_000


def test_it_does_not_go_back() -> None:
    clock = HostClock()
    times = [clock() for _ in range(100)]
    assert times == sorted(times)


@pytest.mark.parametrize(
    ("wall", "us"),
    [
        (0, 1_527_811_200_000_000),  # 2018-06-01
        (4_000_000_000 * 10**9, 3_484_425_600_000_000),  # 2080-06-01
    ],
)
def test_it_stays_where_data_ids_have_19_digits(wall: int, us: int) -> None:
    assert HostClock(wall=told(wall), monotonic=told(0, 1))() == us
