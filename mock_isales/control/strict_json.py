"""JSON as it is taken under `/_mock`: RFC 8259 to the letter, in UTF-8, with no key standing twice."""

import json
from collections import Counter
from collections.abc import Iterator
from typing import Any, NoReturn

from mock_isales.contract.json_text import JsonDecimal, JsonInteger
from mock_isales.control.forms.problems import BadPlace
from mock_isales.control.refusals import bad_request

JsonTree = Any
"""None, bool, str, JsonInteger, JsonDecimal, a list or a dict of them."""

Way = tuple[str | int, ...]

_LONGEST_KEY = 60
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class _Constant(ValueError):  # noqa: N818
    """`NaN` or `Infinity`, which Python's reader knows and JSON does not."""


class _Repeating(dict[str, JsonTree]):
    """An object in which some key stands twice."""

    key = ""

    @classmethod
    def of(cls, pairs: list[tuple[str, JsonTree]]) -> "_Repeating":
        """The object of some keys and values."""
        made = cls(pairs)
        counted = Counter(key for key, _ in pairs)
        made.key = next(key for key, count in counted.items() if count > 1)
        return made


def tree_of(body: bytes) -> JsonTree:
    """What a body says; numbers as they are written.

    Raises:
        Refused: It is not JSON, or a key stands twice in it.
    """
    text = _text_of(body)
    has_repeated = False

    def made(pairs: list[tuple[str, JsonTree]]) -> dict[str, JsonTree]:
        nonlocal has_repeated
        known = dict(pairs)
        if len(known) == len(pairs):
            return known
        has_repeated = True
        return _Repeating.of(pairs)

    try:
        tree = json.loads(
            text, object_pairs_hook=made, parse_int=JsonInteger, parse_float=JsonDecimal, parse_constant=_refuse
        )
    except json.JSONDecodeError as error:
        raise not_json(error.msg[:1].lower() + error.msg[1:], f"line {error.lineno}, column {error.colno}") from None
    except _Constant as error:
        raise not_json(f"{error} is not a value") from None
    except RecursionError:
        raise not_json("nested too deep") from None
    if has_repeated:
        found = [(place_of((*way, key)), key[:_LONGEST_KEY]) for way, key in _repeating(tree)]
        raise bad_request([BadPlace(place=place, reason=f"the key {key} stands twice") for place, key in found])
    return tree


def not_json(reason: str, place: str = "") -> Exception:
    """The refusal of a body that is not JSON."""
    return bad_request([BadPlace(place=place, reason=f"not JSON: {reason}")])


def place_of(way: Way) -> str:
    """What a part of a body is called: `answer.latency.uniform[1]`."""
    place = ""
    for part in way:
        place += f"[{part}]" if isinstance(part, int) else f".{part}" if place else part
    return place


def at(tree: JsonTree, way: Way) -> JsonTree:
    """What stands at a place that there is."""
    for part in way:
        tree = tree[part]
    return tree


def _text_of(body: bytes) -> str:
    if body.startswith(_BYTE_ORDER_MARK):
        raise not_json("the body begins with a byte-order mark, which JSON does not have", "line 1, column 1")
    try:
        return body.decode()
    except UnicodeDecodeError as error:
        line = body.count(b"\n", 0, error.start) + 1
        column = error.start - body.rfind(b"\n", 0, error.start)
        raise not_json("the body is not UTF-8", f"line {line}, column {column}") from None


def _refuse(name: str) -> NoReturn:
    raise _Constant(name)


def _repeating(tree: JsonTree) -> Iterator[tuple[Way, str]]:
    """The ways to the objects in which a key stands twice, each with the key; found without recursion."""
    ahead: list[tuple[Way, JsonTree]] = [((), tree)]
    while ahead:
        way, node = ahead.pop()
        if isinstance(node, _Repeating):
            yield way, node.key
        parts = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, list) else ()
        ahead.extend(((*way, part), each) for part, each in parts)
