import re
from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_isales.contract.forms import Time, WholeNumber, is_digits, is_integer, is_time, is_within, to_digits, to_int


@pytest.mark.parametrize(("low", "high"), [(1, 5), (0, 86400), (0, 909), (1, 86400), (1, 19)])
@given(data=st.data())
def test_the_pattern_of_a_whole_number_is_exact(low: int, high: int, data: st.DataObject) -> None:
    number = data.draw(st.one_of(st.integers(0, 2 * high), st.sampled_from([low, high, high + 1])))
    text = data.draw(st.sampled_from(["", "0", "00"])) + str(number)
    assert bool(re.search(WholeNumber(low, high).pattern, text)) == (low <= number <= high)


@pytest.mark.parametrize(
    ("text", "low", "high", "within"),
    [
        ("1", 1, 9999, True),
        ("9999", 1, 9999, True),
        ("0", 1, 9999, False),
        ("10000", 1, 9999, False),
        ("0001", 1, 5, True),
        ("-1", 1, None, False),
        ("-0", 1, None, False),
        ("9" * 5000, 1, None, True),
        ("-" + "9" * 5000, 1, None, False),
        ("9" * 5000, 1, 5, False),
        ("00", 0, 5, True),
        ("7", 5, None, True),
        ("3", 5, None, False),
    ],
)
def test_a_range_holds_whatever_the_number_of_digits(text: str, low: int, high: int | None, within: bool) -> None:  # noqa: FBT001
    assert is_within(text, low, high) is within


@given(st.datetimes(min_value=datetime(1, 1, 1)))  # noqa: DTZ001
def test_every_time_of_the_calendar_is_one(moment: datetime) -> None:
    text = moment.replace(microsecond=0).isoformat(" ")
    assert is_time(text)
    assert re.search(Time().pattern, text)


@pytest.mark.parametrize(
    "text",
    [
        "2025-02-29 00:00:00",
        "1900-02-29 00:00:00",
        "2026-04-31 00:00:00",
        "2026-13-01 00:00:00",
        "2026-01-00 00:00:00",
        "0000-01-01 00:00:00",
        "2026-01-01 24:00:00",
        "2026-01-01 00:00:60",
        "2026-01-01T00:00:00",
        "2026-1-1 0:0:0",
        "2026-01-01 00:00:00 ",
        "2026-01-01 00:00:00\n",
        "٢٠٢٦-01-01 00:00:00",
        "2026-01-01",
    ],
)
def test_no_other_text_is_a_time(text: str) -> None:
    assert not is_time(text)


def test_digits_are_ascii_and_an_integer_may_be_negative() -> None:
    assert is_digits("0123456789")
    assert not any(map(is_digits, ["", "-1", "٣", "1\n"]))
    assert is_integer("-12")
    assert not any(map(is_integer, ["", "-", "+1", "1.0", "١", "1\n", "--1"]))


@pytest.mark.parametrize(
    ("text", "value"),
    [("-007", -7), ("0", 0), ("1" + "0" * 9000, 10**9000), ("0" * 9000 + "5", 5)],
    ids=["negative", "zero", "long", "leading zeros"],
)
def test_integers_of_any_length_are_read_and_written(text: str, value: int) -> None:
    assert to_int(text) == value
    assert to_int(to_digits(value)) == value
