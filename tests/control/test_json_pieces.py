"""JSON is read value by value, however its bytes are cut."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mock_isales.control.json_pieces import JsonPieces, NotPlain

values = st.recursive(
    st.none() | st.booleans() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3),
    max_leaves=8,
)


def cut(body: bytes, places: list[int]) -> list[bytes]:
    ends = sorted({place % (len(body) + 1) for place in places})
    return [body[first:end] for first, end in zip([0, *ends], [*ends, len(body)], strict=True)]


@given(st.lists(values, min_size=1, max_size=4), st.lists(st.integers(0, 2**20)), st.booleans(), st.sampled_from(" \n"))
def test_values_are_read_one_after_the_other(some: list[Any], places: list[int], ascii_only: bool, space: str) -> None:  # noqa: FBT001
    texts = [json.dumps(each, ensure_ascii=ascii_only) for each in some]
    body = space.join(["[", *(part for text in texts for part in (text, ",")), "]", ""]).encode()
    reader = JsonPieces(cut(body, places))
    assert reader.take("[")
    for value, text in zip(some, texts, strict=True):
        assert reader.value() == (value, text)
        assert not reader.take("]")
        assert reader.take(",")
    assert not reader.is_at_end()
    assert reader.take("]")
    assert reader.is_at_end()


def test_numbers_are_not_cut() -> None:
    reader = JsonPieces([b"12", b"34", b" 5"])
    assert reader.value() == ("1234", "1234")


def test_a_value_may_be_longer_than_what_is_taken_up_at_once() -> None:
    text = json.dumps(["春" * 100_000] * 3, ensure_ascii=False)
    reader = JsonPieces([text.encode(), b","])
    assert reader.value()[1] == text
    assert reader.take(",")


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"]",
        b'"a',
        b"[NaN] ",
        b"[-Infinity] ",
        b'{"a":1,"b":2,"a":1} ',
        b'"\xff" ',
        b'"\xe6\x98',
        b'\xef\xbb\xbf"a" ',
        b'"\n" ',
        b"[" * 100_000,
    ],
)
def test_what_is_not_plainly_good_is_given_up(body: bytes) -> None:
    with pytest.raises(NotPlain):
        JsonPieces([body]).value()
