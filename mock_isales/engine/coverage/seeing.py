"""Seeing: which points a call meets, by its entry in the journal."""

from typing import NamedTuple

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.engine.addresses import without_prefix
from mock_isales.engine.coverage.bodies import accepted_edges, refused_edge
from mock_isales.engine.coverage.points import BY_OPERATION, limits_of, outcome_id
from mock_isales.engine.journal.entries import Entry, Ruling

_LIMITS = {clause.id: limit for interface in INTERFACES for clause, limit in limits_of(interface)}
_LOST = frozenset({"reset", "empty", "garbage", "cut"})
"""What leaves a client without a whole answer."""

_NOT_FOUND, _NOT_ALLOWED = 404, 405


class Seen(NamedTuple):
    """What a call shows.

    Attributes:
        points: The ids of the points that it meets.
        operation: The operation that was called; None if no interface was.
        injected: What faults answered it with: a code, `HTTP 503`, or what happened on the way.
    """

    points: frozenset[str]
    operation: str | None = None
    injected: tuple[str, ...] = ()


NOTHING = Seen(frozenset())


def seen(entry: Entry) -> Seen:
    """What a call shows. What a fault answers, or lets nobody see, meets no point."""
    interface = BY_OPERATION.get(entry.operation or "")
    if interface is None:
        return Seen(_stray_points(entry)) if entry.status == _NOT_FOUND else NOTHING
    ruling = entry.decision
    if ruling is None:
        points = {interface.wire.method.id} if entry.status == _NOT_ALLOWED else ()
        return Seen(frozenset(points), interface.operation)
    injected = tuple(_injected(entry, ruling))
    if _is_replaced(entry, ruling) or entry.transport in _LOST:
        return Seen(frozenset(), interface.operation, injected)
    points = {ruling.clause} if ruling.clause else set()
    if ruling.result_code in interface.codes:
        points.add(outcome_id(interface, ruling.result_code))
    points.update(_edges(interface.operation, entry, ruling), _limits(entry, ruling))
    return Seen(frozenset(points), interface.operation, injected)


def _is_replaced(entry: Entry, ruling: Ruling) -> bool:
    """Whether a fault answered instead of the contract: then no clause refused it, and no campaign was asked."""
    return entry.fault is not None and ruling.clause is None and entry.measured is None


def _injected(entry: Entry, ruling: Ruling) -> list[str]:
    labels: list[str] = [entry.transport] if entry.transport else []
    if _is_replaced(entry, ruling) and entry.status:
        labels.append(f"HTTP {entry.status:d}" if ruling.result_code is None else ruling.result_code)
    return labels


def _edges(operation: str, entry: Entry, ruling: Ruling) -> set[str]:
    """The edges of fields that the call stands on: all of one that is accepted, that of the place refused."""
    if entry.terms is None:
        return set()
    if ruling.clause is not None:
        return refused_edge(operation, entry.terms, entry, ruling)
    return accepted_edges(operation, entry.terms, entry)


def _limits(entry: Entry, ruling: Ruling) -> set[str]:
    """The edges of its campaign's limits that the call stands on."""
    points: set[str] = set()
    terms = entry.terms
    for clause, number in entry.measured or ():
        limit = _LIMITS[clause]
        bound = None if terms is None else limit.bound(terms)
        if bound is None:
            continue
        if ruling.clause is None and number == bound:
            points.add(f"{clause}:at")
        elif ruling.clause == clause and limit.is_just_beyond(number, bound):
            points.add(f"{clause}:{limit.beyond}")
    return points


def _stray_points(entry: Entry) -> frozenset[str]:
    """The clause of the address that was most likely meant; both, if it is as like the one as the other."""
    sent = without_prefix(entry.target.partition("?")[0]).split("/")
    likeness = {each.wire.uri.id: _likeness(sent, each.wire.path.split("/")) for each in INTERFACES}
    most = max(likeness.values())
    return frozenset(clause for clause, like in likeness.items() if like == most > 0)


def _likeness(sent: list[str], documented: list[str]) -> int:
    """How many characters an address has in segments that stand where the document has them."""
    return sum(len(each) for each, known in zip(sent, documented, strict=False) if each == known)
