"""Edges: the numbers at which a field's declaration begins to refuse, on both sides."""

import json
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from mock_isales.contract.clauses import Clause
from mock_isales.contract.fields import Field, List
from mock_isales.contract.forms import WholeNumber
from mock_isales.contract.json_text import JsonInteger, JsonNumber, JsonValue
from mock_isales.contract.readings import Readings
from mock_isales.contract.scalars import Integer, PathInteger, String, length
from mock_isales.contract.service import ServiceSettings, Terms

DEFAULT_TERMS = Terms(Readings(), ServiceSettings())

_LONGEST_SHOWN = 40
_SMALL = re.compile(r"(-?)0*([0-9]{1,9})")

Measure = Callable[[JsonValue, Terms], int | None]
"""What of a value is measured; None where it has no such measure."""


class Edge(NamedTuple):
    """One number beside a limit.

    Attributes:
        id: `{clause}:{number}`; where the number is a setting, `{clause}:at` and `{clause}:over`.
        clause: The clause that refuses it, or would refuse its neighbour.
        is_accepted: Whether it passes.
        number: Which number it is, under the terms.
        example: A value that stands on it.
    """

    id: str
    clause: Clause
    is_accepted: bool
    number: Callable[[Terms], int]
    example: str


class Scale(NamedTuple):
    """What of a field's values is measured, and the edges on it."""

    measured: Measure
    edges: tuple[Edge, ...]


def scales_of(field: Field) -> Iterator[Scale]:
    """The scales of a field, by its declaration; those of a list's entries are their own fields'."""
    match field:
        case List():
            yield Scale(_count, tuple(_list_edges(field)))
        case String(max_length=int(limit)):
            yield Scale(_length, tuple(_length_edges(field, limit)))
        case String(form=WholeNumber(low=low, high=high)):
            yield Scale(_number, tuple(_range_edges(field, low, high)))
        case Integer(low=low, high=high) | PathInteger(low=low, high=high):
            yield Scale(_number, tuple(_range_edges(field, low, high)))


def _list_edges(field: List) -> Iterator[Edge]:
    mandatory = field.mandatory_clause
    yield Edge(f"{mandatory.id}:0", mandatory, is_accepted=False, number=lambda _: 0, example="[]")
    yield Edge(f"{mandatory.id}:1", mandatory, is_accepted=True, number=lambda _: 1, example="1 entry")
    if field.maximum is None:
        return
    maximum, clause = field.maximum, field.count_clause
    most = maximum(DEFAULT_TERMS)
    at, over = f"{most} entries by default", f"{most + 1} entries by default"
    yield Edge(f"{clause.id}:at", clause, is_accepted=True, number=maximum, example=at)
    yield Edge(f"{clause.id}:over", clause, is_accepted=False, number=lambda terms: maximum(terms) + 1, example=over)


def _length_edges(field: String, limit: int) -> Iterator[Edge]:
    clause = _refusing(field, "1" * (limit + 1))
    yield _fixed(clause, limit, f"{limit} characters, as {_shown('1' * limit)}", is_accepted=True)
    yield _fixed(clause, limit + 1, f"{limit + 1} characters, as {_shown('1' * (limit + 1))}", is_accepted=False)


def _range_edges(field: String | Integer | PathInteger, low: int, high: int | None) -> Iterator[Edge]:
    below = _refusing(field, _sent(field, low - 1))
    above = None if high is None else _refusing(field, _sent(field, high + 1))
    within = above or below
    yield _fixed(below, low - 1, _told(field, low - 1), is_accepted=False)
    yield _fixed(within, low, _told(field, low), is_accepted=True)
    if above is not None and high is not None:
        yield _fixed(above, high, _told(field, high), is_accepted=True)
        yield _fixed(above, high + 1, _told(field, high + 1), is_accepted=False)


def _fixed(clause: Clause, number: int, example: str, *, is_accepted: bool) -> Edge:
    return Edge(f"{clause.id}:{number}", clause, is_accepted, lambda _: number, example)


def _refusing(field: Field, value: JsonValue) -> Clause:
    """The clause that refuses a value: below a range it may be that of the form, which has no sign."""
    refusal = field.refusal(value, field.name, DEFAULT_TERMS)
    if refusal is None:
        raise LookupError(f"nothing refuses {field.name} {value!r}")
    return refusal.clause


def _sent(field: Field, number: int) -> JsonValue:
    return JsonInteger(number) if isinstance(field, Integer) else str(number)


def _told(field: Field, number: int) -> str:
    return json.dumps(str(number)) if isinstance(field, String) else str(number)


def _shown(text: str) -> str:
    return json.dumps(text) if len(text) <= _LONGEST_SHOWN else f'"{text[0]}" {len(text)} times'


def _count(value: JsonValue, _: Terms) -> int | None:
    return len(value) if isinstance(value, list) else None


def _length(value: JsonValue, terms: Terms) -> int | None:
    if not isinstance(value, str):
        return None
    return len(value) if value.isascii() else length(value, terms)  # the readings differ beyond ASCII alone


def _number(value: JsonValue, _: Terms) -> int | None:
    """A number of at most nine digits: no edge has more."""
    found = _SMALL.fullmatch(value) if isinstance(value, str | JsonNumber) else None
    return int(f"{found[1]}{found[2]}") if found else None
