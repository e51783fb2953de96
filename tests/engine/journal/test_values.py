"""Whatever a call was refused for can be kept, and shown as JSON."""

import json
import sys

import pytest

from mock_isales.contract.codes import ResultCode
from mock_isales.contract.json_text import parse
from mock_isales.engine.journal.values import JsonText, kept, readable, shown, size_of

HUGE = "9" * 5000


@pytest.mark.parametrize(
    ("value", "seen"),
    [
        (None, None),
        (True, True),
        (False, False),
        ("号", "号"),
        ("", ""),
        ("\ud800x", "\\ud800x"),
        (b"abc\xff", "abc\\xff"),
        (7, 7),
        (-(10**30), -(10**30)),
        pytest.param(10**5000, "1" + "0" * 5000, id="huge"),
        (1.5, 1.5),
        (float("inf"), "inf"),
        (float("nan"), "nan"),
        (ResultCode.EMPTY, ResultCode.EMPTY.value),
        ({1}, "{1}"),
        ((1, "\udfff"), [1, "\\udfff"]),
        ({"\ud800": b"\xff", 2: None}, {"\\ud800": "\\xff", "2": None}),
        ([], []),
        ({}, {}),
    ],
)
def test_any_value_becomes_json(value: object, seen: object) -> None:
    stays = kept(value)
    assert shown(stays) == seen
    assert type(shown(stays)) is type(seen)
    json.dumps(shown(stays), allow_nan=False, ensure_ascii=False).encode()
    assert kept(shown(stays)) == stays == kept(stays)


@pytest.mark.parametrize(
    ("text", "seen"),
    [
        ("6", 6),
        ("-0", 0),
        ("12345678901234567890123", 12345678901234567890123),
        ("1.50", 1.5),
        ("1e400", "1e400"),
        pytest.param(HUGE, HUGE, id="huge"),
        pytest.param(f"0.{HUGE}", f"0.{HUGE}", id="exact"),
        ('"6"', "6"),
        ('[1,{"a":[2.5,"x",null,true]}]', [1, {"a": [2.5, "x", None, True]}]),
        pytest.param(f"[{HUGE}]", [HUGE], id="huge-in-a-list"),
    ],
)
def test_a_value_of_a_body_is_shown_as_it_was_sent_unless_no_reader_could_take_it(text: str, seen: object) -> None:
    stays = kept(parse(text))
    assert shown(stays) == seen
    assert type(shown(stays)) is type(seen)
    assert kept(shown(stays)) == stays


def test_a_list_is_kept_as_text_for_parsed_it_would_take_many_times_the_bytes() -> None:
    stays = kept([[] for _ in range(1000)])
    assert isinstance(stays, JsonText)
    assert len(stays) == 3001
    assert size_of(stays) == sys.getsizeof(stays) < 4000


def test_the_size_of_a_value_is_what_it_takes() -> None:
    assert [size_of(value) for value in (None, True)] == [0, 0]
    assert [size_of(value) for value in ("号" * 100, 5, 1.5)] == [sys.getsizeof(each) for each in ("号" * 100, 5, 1.5)]


def test_a_text_is_readable_when_utf8_can_say_it() -> None:
    assert [readable(text) for text in ("a", "é号😀", "a\ud83d")] == ["a", "é号😀", "a\\ud83d"]
