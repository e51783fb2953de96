"""Where a body stops being JSON."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_isales.contract.json_text import NotJson, parse_bytes
from mock_isales.contract.nearest.json_breaks import Break, break_of


def broken(body: bytes, message: str | None = None) -> Break:
    with pytest.raises(NotJson) as error:
        parse_bytes(body)
    return break_of(body, str(error.value) if message is None else message)


@pytest.mark.parametrize(
    ("body", "line", "column", "offset", "found", "says"),
    [
        (b'{"a": 1}x', 1, 9, 8, "x", "has ended"),
        (b'{"a": 1 "b": 2}', 1, 9, 8, '"b": 2}', "comma"),
        (b'{"a" 1}', 1, 6, 5, "1}", "colon"),
        (b"{'a': 1}", 1, 2, 1, "'a': 1}", "double quotes"),
        (b'{"a": "x', 1, 7, 6, '"x', "closing double quote"),
        (b'{"a": "x\ny"}', 1, 9, 8, '\ny"}', "control character"),
        (rb'{"a": "\x41"}', 1, 8, 7, r'\x41"}', "escape"),
        ('{\n"é": x}'.encode(), 2, 6, 8, "x}", "missing"),
        (b'{"a": 1', 1, 8, 7, "", "ends too early"),
        (b"{", 1, 2, 1, "", "ends too early"),
        (b'{"a": 1,\n', 2, 1, 9, "", "ends too early"),
        (b'{"a":', 1, 6, 5, "", "ends too early"),
        (b"  ", 1, 3, 2, "", "ends too early"),
        (b'{"a":01}', 1, 7, 6, "1}", "begins with a zero"),
        (b"[-01]", 1, 4, 3, "1]", "begins with a zero"),
        (b"01", 1, 2, 1, "1", "begins with a zero"),
        (b"[10 1]", 1, 5, 4, "1]", "comma"),
        (b"[0x1]", 1, 3, 2, "x1]", "comma"),
        (b'["0"1]', 1, 5, 4, "1]", "comma"),
        (b'\xef\xbb\xbf{"a": 1}', 1, 1, 0, "U+FEFF", "byte-order mark"),
        (b'{"a": "\xe9"}', 1, 8, 7, "0xe9", "UTF-8"),
        (b'{"NaN": NaN}', 1, 9, 8, "NaN}", "no NaN"),
        (rb'{"a": "\ud800"}', 1, 8, 7, r'\ud800"}', "surrogate"),
        (b'{"a": ' + b"[" * 100 + b"]" * 100 + b"}", 1, 106, 105, "[" + "]" * 19, "deeper than 100"),
    ],
)
def test_a_body_breaks_somewhere(  # noqa: PLR0913, PLR0917
    body: bytes, line: int, column: int, offset: int, found: str, says: str
) -> None:
    told = broken(body)
    assert (told.line, told.column, told.offset, told.found) == (line, column, offset, found)
    assert says in told.reason.english


@pytest.mark.parametrize(
    ("message", "says"),
    [("NaN is not JSON", "no NaN"), ("nested too deep", "deeper"), ("of an older server", "not JSON")],
)
def test_what_cannot_be_found_has_no_place(message: str, says: str) -> None:
    told = break_of(b'["NaN"]', message)
    assert says in told.reason.english
    assert told.offset is None


def test_a_message_of_another_python_has_a_place_all_the_same() -> None:
    told = break_of(b"[x]", "What is that: line 1 column 2 (char 1)")
    assert (told.reason.english, told.offset) == ("It is not JSON.", 1)


@given(st.binary(max_size=30))
def test_the_text_before_the_place_is_what_the_offset_says(body: bytes) -> None:
    try:
        parse_bytes(body)
    except NotJson as error:
        told = break_of(body, str(error))
        if told.offset is not None:
            assert 0 <= told.offset <= len(body)
