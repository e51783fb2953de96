import pytest

from mock_isales.contract.json_text import JsonDecimal, JsonInteger, NotJson, is_json, parse, parse_bytes


@pytest.mark.parametrize(
    "text",
    [
        "NaN",
        "[Infinity]",
        "-Infinity",
        "{} x",
        "",
        "{'a':1}",
        "[1,]",
        "01",
        '"\x01"',
        '"\\ud800"',
        '"\\udc00\\ud800"',
        '{"\\ud800":1}',
        '"\\ud83d\\u0041"',
        "[" * 101 + "]" * 101,
        "[" * 200000,
    ],
)
def test_refuses_what_is_not_json(text: str) -> None:
    with pytest.raises(NotJson):
        parse(text)
    assert not is_json(text)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ('{"a":1,"a":2}', {"a": JsonInteger("2")}),
        ('"\\ud83d\\ude00"', "😀"),
        ('"\\\\ud800"', "\\ud800"),
        ("[" * 100 + "]" * 100, None),
        ('["' + "[" * 300 + '", []]', None),
    ],
)
def test_takes_what_is(text: str, value: object) -> None:
    parsed = parse(text)
    assert is_json(text)
    assert value is None or parsed == value


def test_keeps_numbers_as_they_were_written() -> None:
    whole, point, exponent = parse(f"[{'9' * 5000}, 1.0, 1e999]")
    assert (type(whole), type(point), type(exponent)) == (JsonInteger, JsonDecimal, JsonDecimal)
    assert (str(whole), str(point), repr(exponent)) == ("9" * 5000, "1.0", "1e999")


@pytest.mark.parametrize("body", [b"\xff{}", b"\xef\xbb\xbf{}", b"\xed\xa0\x80", '"é"'.encode("latin-1")])
def test_refuses_bytes_that_are_not_plain_utf_8(body: bytes) -> None:
    with pytest.raises(NotJson):
        parse_bytes(body)


def test_a_text_that_was_unescaped_may_hold_a_lone_surrogate() -> None:
    assert is_json('["\ud800"' + ", []" * 200 + "]")
