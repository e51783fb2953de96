"""Points: what of an interface a client's suite can provoke. All of them come from its declarations."""

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from mock_isales.contract.catalogue import INTERFACES, unraised_codes
from mock_isales.contract.clauses import Clause
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.fields import Field, List
from mock_isales.contract.interface import Interface
from mock_isales.contract.limits import Limit
from mock_isales.engine.coverage.edges import DEFAULT_TERMS, scales_of


class Group(StrEnum):
    """What kind of a point it is."""

    OUTCOMES = "outcomes"  # a code that calls are answered with
    CLAUSES = "clauses"  # a clause that refuses
    BOUNDARIES = "boundaries"  # a number beside a limit


class Point(NamedTuple):
    """One point.

    Attributes:
        id: Stable, and readable: `ON:0200018`, `ON-PACE`, `ON-PACE:at`, `ON-CALLEDNO-LENGTH:25`.
        operation: The operation that it belongs to.
        group: What kind it is.
        sentence: What the document says of it.
        how: What provokes a boundary; empty for others.
    """

    id: str
    operation: str
    group: Group
    sentence: str
    how: str = ""

    @property
    def told(self) -> str:
        """The sentence, and what provokes it."""
        return f"{self.sentence} {self.how}".rstrip()


def points_of(interface: Interface[Any]) -> Iterator[Point]:
    """All points of an interface: its outcomes, its clauses, its boundaries."""
    operation = interface.operation
    unraised = unraised_codes(interface)
    for code in interface.codes:
        if code not in unraised:
            yield Point(outcome_id(interface, code), operation, Group.OUTCOMES, code.sentence.english or "Success.")
    for clause in interface.clauses():
        if clause.outcome is not None:
            yield Point(clause.id, operation, Group.CLAUSES, clause.sentence.english)
    for field, place in places_of(interface):
        for scale in scales_of(field):
            for edge in scale.edges:
                how = f"{place}: {edge.example}: {_ending(is_accepted=edge.is_accepted)}"
                yield Point(edge.id, operation, Group.BOUNDARIES, edge.clause.sentence.english, how)
    for clause, limit in limits_of(interface):
        yield from _of_limit(operation, clause, limit)


def outcome_id(interface: Interface[Any], code: str) -> str:
    """The id of a code as an outcome."""
    return f"{interface.document.value}:{code!s}"


def limits_of(interface: Interface[Any]) -> Iterator[tuple[Clause, Limit[Any, Any]]]:
    """The limits of campaigns that an interface's rules judge, each with its clause."""
    for each in interface.rules:
        if each.limit is not None:
            yield each.clauses[0], each.limit


def places_of(interface: Interface[Any]) -> Iterator[tuple[Field, str]]:
    """All fields of an interface, each with the place of its first value."""
    yield from ((field, field.name) for field in (interface.vdn, interface.campaign))
    for field in interface.body.fields:
        yield from _places_from(field, field.name)


def _places_from(field: Field, place: str) -> Iterator[tuple[Field, str]]:
    yield field, place
    if isinstance(field, List):
        for each in field.shape.fields:
            yield from _places_from(each, f"{place}[0].{each.name}")


def _of_limit(operation: str, clause: Clause, limit: Limit[Any, Any]) -> Iterator[Point]:
    bound = limit.bound(DEFAULT_TERMS) or 0
    sign = -1 if limit.is_least else 1
    beyond = " to ".join(f"{bound + sign * by:,}" for by in sorted({1, limit.grain}, reverse=limit.is_least))
    sentence, meaning = clause.sentence.english, f"{limit.meaning.english} (by default)"
    yield Point(f"{clause.id}:at", operation, Group.BOUNDARIES, sentence, f"{bound:,} {meaning}: accepted")
    yield Point(f"{clause.id}:{limit.beyond}", operation, Group.BOUNDARIES, sentence, f"{beyond} {meaning}: refused")


def _ending(*, is_accepted: bool) -> str:
    return "accepted" if is_accepted else "refused"


BY_OPERATION: Mapping[str, Interface[Any]] = {interface.operation: interface for interface in INTERFACES}
"""The interfaces, by their operations."""

POINTS: Mapping[str, Point] = {point.id: point for interface in INTERFACES for point in points_of(interface)}
"""All points of all interfaces, by their ids."""

UNRAISED: Mapping[str, tuple[ResultCode, ...]] = {each.operation: unraised_codes(each) for each in INTERFACES}
"""The codes of each operation that a client can only be answered by faults."""
