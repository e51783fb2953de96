"""JSON as the contract takes it: RFC 8259 to the letter, in UTF-8, nested at most 100 deep."""

import json
import re
from itertools import accumulate
from typing import Any, NoReturn

MAX_DEPTH = 100

JsonValue = Any
"""None, bool, str, JsonInteger, JsonDecimal, a list or a dict of them."""

_STRING = re.compile(rb'"[^"\\]*(?:\\.[^"\\]*)*"', re.DOTALL)
_NOT_A_BRACKET = bytes(byte for byte in range(256) if byte not in b"[]{}")
_DEEPER = {byte: 1 if byte in b"[{" else -1 for byte in b"[]{}"}
_ESCAPE = re.compile(
    r"""\\(?:
        [^u]                                                    # another escape, among them an escaped backslash
      | u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}  # a pair
      | (?P<lone>u[dD][89a-fA-F][0-9a-fA-F]{2})
      | u
    )""",
    re.VERBOSE,
)


class JsonNumber(str):
    """A number as it was written: no rounding, no limit to its digits."""

    __slots__ = ()

    def __repr__(self) -> str:
        return str(self)


class JsonInteger(JsonNumber):
    """A number without point and exponent."""

    __slots__ = ()


class JsonDecimal(JsonNumber):
    """A number with a point or an exponent."""

    __slots__ = ()


class NotJson(ValueError):  # noqa: N818 - it reads as what it says
    """The text is not JSON; the message says why."""


def parse(text: str) -> JsonValue:
    """The value that a JSON text stands for; a key given twice counts with its last value.

    Raises:
        NotJson: The text is not RFC 8259 JSON, escapes a lone surrogate, or is nested deeper than 100.
    """
    try:
        value = json.loads(text, parse_int=JsonInteger, parse_float=JsonDecimal, parse_constant=_refuse_constant)
    except RecursionError:
        raise NotJson("nested too deep") from None
    except ValueError as error:
        raise NotJson(str(error)) from None
    if lone_surrogate_in(text) is not None:
        raise NotJson("an escaped lone surrogate")
    if _depth(text) > MAX_DEPTH:
        raise NotJson(f"nested deeper than {MAX_DEPTH}")
    return value


def parse_bytes(body: bytes) -> JsonValue:
    """The value that a JSON body stands for: UTF-8, without a byte-order mark.

    Raises:
        NotJson: As `parse`, or the body is not UTF-8.
    """
    try:
        return parse(body.decode())
    except UnicodeDecodeError:
        raise NotJson("not UTF-8") from None


def lone_surrogate_in(text: str) -> int | None:
    """Where a text escapes half of a surrogate pair; None if it does nowhere."""
    if "\\u" not in text:
        return None
    return next((escape.start() for escape in _ESCAPE.finditer(text) if escape["lone"]), None)


def is_json(text: str) -> bool:
    """Whether a text is JSON."""
    try:
        parse(text)
    except NotJson:
        return False
    return True


def _refuse_constant(name: str) -> NoReturn:
    raise NotJson(f"{name} is not JSON")


def _depth(text: str) -> int:
    """How deep the brackets of a valid JSON text nest, leaving aside those inside strings.

    A text with few brackets is not looked at any closer: it cannot be nested deeper than it has them.
    """
    openers = text.count("[") + text.count("{")
    if openers <= MAX_DEPTH:
        return openers
    brackets = _STRING.sub(b"", text.encode(errors="surrogatepass")).translate(None, _NOT_A_BRACKET)
    return max(accumulate(map(_DEEPER.__getitem__, brackets)))
