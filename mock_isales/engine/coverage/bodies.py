"""The edges that the values of a call stand on, found in its path and in its body, which is read again for that."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from mock_isales.contract.fields import Field, List
from mock_isales.contract.json_text import JsonValue, NotJson, parse_bytes
from mock_isales.contract.service import Terms
from mock_isales.engine.coverage.edges import Measure, scales_of
from mock_isales.engine.coverage.points import BY_OPERATION
from mock_isales.engine.journal.entries import Entry, Ruling

_KINDS_OF_TERMS = 64
_PART = re.compile(r"([^.\[\]]+)|\[([0-9]+)\]")


@dataclass(frozen=True, slots=True)
class _Ruler:
    """A field's edges under some terms.

    Attributes:
        measured: What of a value is measured; None where there are no edges.
        accepted: The edges that pass, by their numbers.
        refused: Those that do not, by their numbers and the clause that refuses.
        within: The fields of a list's entries, by their names.
    """

    measured: Measure | None
    accepted: Mapping[int, list[str]]
    refused: Mapping[tuple[int, str], str]
    within: "Mapping[str, _Ruler]"


def accepted_edges(operation: str, terms: Terms, entry: Entry) -> set[str]:
    """The edges that an accepted call stands on, in whichever of its values."""
    edges: set[str] = set()
    _walk(_rulers(operation, terms), _values(operation, entry), terms, edges)
    return edges


def refused_edge(operation: str, terms: Terms, entry: Entry, ruling: Ruling) -> set[str]:
    """The edge that the value stands on which a call was refused for; none if it stands on none."""
    value: JsonValue = _values(operation, entry)
    rulers = _rulers(operation, terms)
    ruler: _Ruler | None = None
    for name, index in _PART.findall(ruling.field):
        if name:
            ruler = rulers.get(name)
            if ruler is None:
                return set()
            value, rulers = value.get(name), ruler.within
        else:
            value = value[int(index)]
    if ruler is None or ruler.measured is None:
        return set()
    number = ruler.measured(value, terms)
    edge = None if number is None else ruler.refused.get((number, ruling.clause or ""))
    return set() if edge is None else {edge}


def _values(operation: str, entry: Entry) -> dict[str, JsonValue]:
    """What the body of a call holds, if it is an object, and the two parameters of its path."""
    interface = BY_OPERATION[operation]
    path = {interface.vdn.name: entry.vdn, interface.campaign.name: entry.campaign}
    try:
        body = parse_bytes(entry.body)
    except NotJson:
        return path
    return {**body, **path} if isinstance(body, dict) else path


def _walk(rulers: Mapping[str, _Ruler], values: dict[str, JsonValue], terms: Terms, edges: set[str]) -> None:
    for name, value in values.items():
        ruler = rulers.get(name)
        if ruler is None or ruler.measured is None:
            continue
        number = ruler.measured(value, terms)
        if number is not None and number in ruler.accepted:
            edges.update(ruler.accepted[number])
        if ruler.within and isinstance(value, list):
            for each in value:
                _walk(ruler.within, each, terms, edges)


@lru_cache(_KINDS_OF_TERMS)
def _rulers(operation: str, terms: Terms) -> Mapping[str, _Ruler]:
    interface = BY_OPERATION[operation]
    return _rulers_of((interface.vdn, interface.campaign, *interface.body.fields), terms)


def _rulers_of(fields: Iterable[Field], terms: Terms) -> Mapping[str, _Ruler]:
    return {field.name: _ruler(field, terms) for field in fields}


def _ruler(field: Field, terms: Terms) -> _Ruler:
    accepted: dict[int, list[str]] = {}
    refused: dict[tuple[int, str], str] = {}
    measured: Measure | None = None
    for scale in scales_of(field):
        measured = scale.measured
        for edge in scale.edges:
            number = edge.number(terms)
            if edge.is_accepted:
                accepted.setdefault(number, []).append(edge.id)
            else:
                refused[number, edge.clause.id] = edge.id
    within = _rulers_of(field.shape.fields, terms) if isinstance(field, List) else {}
    return _Ruler(measured, accepted, refused, within)
