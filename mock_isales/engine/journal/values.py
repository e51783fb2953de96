"""The value that a call was refused for: any at all, made fit to be kept in few bytes and to be shown as JSON."""

import json
import math
import sys

from mock_isales.contract.forms import to_digits
from mock_isales.contract.json_text import JsonDecimal, JsonInteger, JsonNumber, JsonValue

_LONGEST_NUMBER = 100
"""Numbers of more characters stand as texts: readers of JSON give up on them, each somewhere else."""


class JsonText(str):
    """A list or an object, as JSON text: parsed, it would take many times the bytes."""

    __slots__ = ()


def kept(value: object) -> object:
    """A value as it is kept: None, a bool, an int, a finite float, a str that UTF-8 can say, or a JsonText.

    What is kept already stays what it is.
    """
    if value is None or isinstance(value, JsonText):
        return value
    plain = _plain(value)
    if isinstance(plain, (list, dict)):
        return JsonText(json.dumps(plain, ensure_ascii=False, separators=(",", ":")))
    return plain


def shown(value: object) -> JsonValue:
    """A kept value as a JSON value."""
    return json.loads(value) if isinstance(value, JsonText) else value


def size_of(value: object) -> int:
    """The bytes that a kept value takes."""
    return 0 if value is None or isinstance(value, bool) else sys.getsizeof(value)


def readable(text: str) -> str:
    r"""A text that UTF-8 can say: a lone surrogate is written as `\ud800`."""
    if text.isascii():
        return str(text)
    return text.encode(errors="backslashreplace").decode()


def _plain(value: object) -> JsonValue:
    match value:
        case dict():
            return {readable(str(key)): _plain(each) for key, each in value.items()}
        case list() | tuple():
            return [_plain(each) for each in value]
    return _scalar(value)


def _scalar(value: object) -> bool | int | float | str | None:
    match value:
        case None | bool():
            return value
        case JsonNumber():
            return _number(value)
        case int():
            return _number(JsonInteger(to_digits(value)))
        case float():
            return _number(JsonDecimal(repr(value)))
        case bytes():
            return value.decode(errors="backslashreplace")
    return readable(str(value))


def _number(text: JsonNumber) -> int | float | str:
    if len(text) > _LONGEST_NUMBER:
        return str(text)
    if isinstance(text, JsonInteger):
        return int(text)
    number = float(text)
    return number if math.isfinite(number) else str(text)
