"""Data ids: snowflakes, as the document's sample has them (ON-DATA-ID).

A data id is 63 bits: 41 of milliseconds since `EPOCH_MS`, 10 of a node, 12 of a sequence within the millisecond. From
mid 2018 to mid 2080 that is 19 decimal digits.
"""

from collections.abc import Sequence

EPOCH_MS = 1_288_834_974_657
NODE = 1
SEQUENCE_BITS = 12
NODE_BITS = 10

_MS_SHIFT = SEQUENCE_BITS + NODE_BITS
_SEQUENCE_MASK = (1 << SEQUENCE_BITS) - 1

EARLIEST_US = 1_527_811_200_000_000
"""2018-06-01T00:00:00Z: from here on a data id has 19 digits."""
LATEST_US = 3_484_425_600_000_000
"""2080-06-01T00:00:00Z: up to here 41 bits hold the milliseconds."""


def data_ids(last: int, now_us: int, count: int) -> Sequence[int]:
    """The next data ids of a world, increasing.

    Args:
        last: The last one that the world gave out, 0 at first.
        now_us: Its clock, in microseconds since the epoch. Standing still or going back, it makes the ids borrow the
            next millisecond; they never wait.
        count: How many.
    """
    first = _first_of((now_us // 1000) - EPOCH_MS)
    next_one = first if last < first else _after(last)
    ids = _within_a_millisecond(next_one, count)
    if len(ids) == count:
        return ids
    many = list(ids)
    while len(many) < count:
        many += _within_a_millisecond(_after(many[-1]), count - len(many))
    return many


def highest_data_id() -> int:
    """The highest id that a world's clock can lead to."""
    return _first_of(LATEST_US // 1000 - EPOCH_MS) | _SEQUENCE_MASK


def _within_a_millisecond(first: int, count: int) -> range:
    """The ids from one on, as many as there are in its millisecond."""
    return range(first, min(first + count, (first | _SEQUENCE_MASK) + 1))


def _first_of(milliseconds: int) -> int:
    return milliseconds << _MS_SHIFT | NODE << SEQUENCE_BITS


def _after(data_id: int) -> int:
    if data_id & _SEQUENCE_MASK == _SEQUENCE_MASK:
        return _first_of((data_id >> _MS_SHIFT) + 1)
    return data_id + 1
