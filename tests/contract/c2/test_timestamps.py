from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_isales.contract.c2.timestamps import duration, microseconds_of, timestamp, why_not

milliseconds = st.datetimes(min_value=datetime(1, 1, 1)).map(  # noqa: DTZ001
    lambda time: time.replace(tzinfo=UTC, microsecond=time.microsecond // 1000 * 1000)
)


@given(milliseconds)
def test_what_is_written_is_read(time: datetime) -> None:
    text = f"{time:%Y-%m-%dT%H:%M:%S}.{time.microsecond // 1000:03}Z".rjust(24, "0")
    microseconds = microseconds_of(text)
    assert microseconds is not None
    assert timestamp(microseconds) == text


def test_both_forms_are_read() -> None:
    assert microseconds_of("1970-01-01T00:00:01Z") == 1_000_000
    assert microseconds_of("1970-01-01T00:00:01.005Z") == 1_005_000
    assert microseconds_of("1969-12-31T23:59:59Z") == -1_000_000


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ("20261122T100000Z", "hyphens"),
        ("1795341600", "count"),
        ("1795341600000", "count"),
        ("2026-11-22 10:00:00Z", "space"),
        ("2026-11-22T10:00:00", "Z at its end is missing"),
        ("2026-11-22T10:00:00.123", "Z at its end is missing"),
        ("2026-11-22T10:00:00+08:00", "offset"),
        ("2026-11-22T10:00:00.123+0000", "offset"),
        ("2026-11-22T10:00:00.1Z", "three digits"),
        ("2026-11-22T10:00:00.123456Z", "three digits"),
        ("2026-02-29T10:00:00Z", "calendar"),
        ("2026-11-22T24:00:00Z", "calendar"),
        ("2026-11-22T10:00:60Z", "calendar"),
        ("0000-01-01T00:00:00Z", "calendar"),
        ("2026-11-22T10:00:00Z\n", None),
        ("٢٠٢٦-11-22T10:00:00Z", None),
        ("soon", None),
    ],
)
def test_no_other_text_is_a_time_and_what_is_wrong_is_said(text: str, hint: str | None) -> None:
    assert microseconds_of(text) is None
    sentence = why_not(text)
    assert text not in sentence
    assert hint in sentence if hint else ", but" not in sentence


@pytest.mark.parametrize(
    ("microseconds", "words"),
    [
        (0, "0 s"),
        (999_999, "0 s"),
        (900_000_000, "15 min 0 s"),
        (3_600_000_000, "1 h 0 min 0 s"),
        (10**12, "11 d 13 h 46 min 40 s"),
    ],
)
def test_a_length_of_time_is_said_in_words(microseconds: int, words: str) -> None:
    assert duration(microseconds) == words
