"""Data ids are snowflakes of 19 digits: unique, increasing, on the world's clock."""

from datetime import UTC, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_isales.engine.identifiers import EARLIEST_US, LATEST_US, data_ids

NOON = 1_790_000_000_000_000
PER_MILLISECOND = 4096
SAMPLED = ["2024-06-18T16:05:35+00:00"] * 2


def milliseconds(data_id: int) -> int:
    """The time in a data id, in milliseconds since the epoch."""
    return (data_id >> 22) + 1_288_834_974_657


def test_the_range_of_the_clock_is_from_june_2018_to_june_2080() -> None:
    ends = [datetime.fromtimestamp(us // 1_000_000, UTC).isoformat() for us in (EARLIEST_US, LATEST_US)]
    assert ends == ["2018-06-01T00:00:00+00:00", "2080-06-01T00:00:00+00:00"]


@pytest.mark.parametrize("now", [EARLIEST_US, NOON, LATEST_US])
def test_a_data_id_has_19_digits_and_fits_63_bits(now: int) -> None:
    ids = data_ids(0, now, 10_000)
    assert {len(str(data_id)) for data_id in ids} == {19}
    assert max(ids) < 2**63


def test_a_data_id_tells_the_time_the_node_and_the_sequence() -> None:
    first, second = data_ids(0, NOON, 2)
    assert milliseconds(first) == milliseconds(second) == NOON // 1000
    assert first & 0b11_1111_1111_1111_1111_1111 == 1 << 12
    assert second == first + 1


def test_the_documents_sample_decodes_the_same_way() -> None:
    sampled = [milliseconds(data_id) for data_id in (1803096731904991234, 1803096731997265922)]
    assert [datetime.fromtimestamp(each // 1000, UTC).isoformat() for each in sampled] == SAMPLED


def test_more_than_4096_in_a_millisecond_borrow_the_next() -> None:
    ids = data_ids(0, NOON, PER_MILLISECOND + 2)
    assert list(ids) == sorted(set(ids))
    times = [milliseconds(data_id) - NOON // 1000 for data_id in ids]
    assert times == [0] * PER_MILLISECOND + [1, 1]


def test_they_go_on_from_the_last_one_when_the_clock_stands_still_or_is_set_back() -> None:
    (last,) = data_ids(0, NOON, 1)
    for now in (NOON, NOON - 1, NOON - 60_000_000, EARLIEST_US):
        assert list(data_ids(last, now, 2)) == [last + 1, last + 2]


def test_they_leave_the_borrowed_time_as_soon_as_the_clock_is_past_it() -> None:
    borrowed = data_ids(0, NOON, PER_MILLISECOND + 1)[-1]
    assert milliseconds(data_ids(borrowed, NOON + 1000, 1)[0]) == NOON // 1000 + 1
    assert data_ids(borrowed, NOON + 2000, 1) == data_ids(0, NOON + 2000, 1)


@given(st.lists(st.tuples(st.integers(EARLIEST_US, LATEST_US), st.integers(1, 5000)), max_size=8))
def test_they_increase_strictly_whatever_the_clock_does(calls: list[tuple[int, int]]) -> None:
    last = 0
    for now, count in calls:
        ids = data_ids(last, now, count)
        assert len(ids) == count
        assert all(one < next_one for one, next_one in zip([last, *ids], ids, strict=False))
        last = ids[-1]


def test_half_a_million_at_once_come_without_a_gap_but_those_between_milliseconds() -> None:
    ids = data_ids(0, NOON, 500_000)
    assert len(set(ids)) == 500_000
    assert [after - before for before, after in pairwise(ids) if after - before != 1] == [(1 << 22) - 4095] * 122
