"""Lies about limits: `limit:CLAUSE:+1`, `limit:CLAUSE:-1`; where there are two, `limit:CLAUSE:low+1` and so on."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from mock_isales.contract.clauses import Clause
from mock_isales.contract.fields import Field, List
from mock_isales.contract.forms import WholeNumber
from mock_isales.contract.interface import Interface
from mock_isales.contract.rules import Rule
from mock_isales.contract.scalars import Integer, PathInteger, String
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.coverage.edges import scales_of
from mock_isales.engine.lies.fields import fields_of, with_fields
from mock_isales.engine.lies.lie import Lie

_LITTLE_SECONDS = 0.1
_WAYS = (1, -1)


def limits(interface: Interface[Any]) -> Iterator[Lie]:
    """Those about each limit of an interface."""
    lie = partial(_lie, interface)
    size = interface.wire.body_size
    for by in _WAYS:
        yield replace(lie(size, "", by), body_limit=partial(_plus, by))
    for field in fields_of(interface):
        for clause, end, by, changed in _of_field(field):
            change = partial(_exchanged, field, changed)
            told = lie(clause, end, by)
            if _is_stricter(by, is_least=end == "low"):
                told = replace(told, point=_last_accepted(field, clause, end))
            yield replace(told, interface=partial(with_fields, change=change))
    for each in interface.rules:
        for by in _WAYS if each.limit else ():
            told = lie(each.clauses[0], "", by)
            if each.limit and _is_stricter(by, is_least=each.limit.is_least):
                told = replace(told, point=f"{told.about}:at")
            yield replace(told, interface=partial(_with_rule, each, by))


def _lie(interface: Interface[Any], clause: Clause, end: str, by: int) -> Lie:
    which = {"": ("The limit", "上限或下限"), "low": ("The lower end", "下限"), "high": ("The upper end", "上限")}
    english, chinese = which[end]
    more, more_chinese = ("a little more", "略大") if by > 0 else ("a little less", "略小")
    sentence = Text(
        f"{english} is {more} than here: {clause.sentence.english}",
        f"{chinese}比以下要求{more_chinese}：{clause.sentence.chinese}",
    )
    name = f"limit:{clause.id}:{end}{by:+d}"
    return Lie(name=name, about=clause.id, operation=interface.operation, point=clause.id, sentence=sentence)


def _is_stricter(by: int, *, is_least: bool) -> bool:
    """Whether a limit that is off refuses what it should accept: what stands at the limit meets that."""
    return (by > 0) == is_least


def _last_accepted(field: Field, clause: Clause, end: str) -> str:
    """The point at the end of what a clause of a field accepts."""
    edges = [edge for scale in scales_of(field) for edge in scale.edges if edge.is_accepted and edge.clause == clause]
    return edges[0 if end == "low" else -1].id


def _of_field(field: Field) -> Iterator[tuple[Clause, str, int, Field]]:
    """For each limit of a field: its clause, which end of a range it is, by how much it is off, the field with it."""
    match field:
        case List(maximum=maximum) if maximum is not None:
            for by in _WAYS:
                yield field.count_clause, "", by, replace(field, maximum=partial(_more, maximum, by))
        case String(max_length=int(length)):
            clause = next(clause for clause in field.clauses() if clause.id.endswith("-LENGTH"))
            for by in _WAYS:
                yield clause, "", by, replace(field, max_length=length + by)
        case String(form=WholeNumber() as form):
            for end, by, off in _ends(form):
                yield field.checks[-1].clause, end, by, replace(field, form=off)
        case Integer() | PathInteger():
            for end, by, off in _ends(field):
                yield field.checks[-1].clause, end, by, off


def _ends(ranged: Any) -> Iterator[tuple[str, int, Any]]:  # noqa: ANN401 - all that has a low and a high
    """For each end of a range, by how much it is off, and what has it so; whole numbers in digits have no sign."""
    for by in _WAYS:
        if ranged.low + by >= 0:
            yield "low", by, replace(ranged, low=ranged.low + by)
        if ranged.high is not None:
            yield "high", by, replace(ranged, high=ranged.high + by)


def _exchanged(field: Field, by: Field, each: Any) -> Any:  # noqa: ANN401 - of whatever kind it is
    """What stands where a field stood; entries of a list may have been exchanged meanwhile, so its name tells it."""
    return by if (each.name, each.section) == (field.name, field.section) else each


def _with_rule(rule: Rule[Any, Any], by: int, interface: Interface[Any]) -> Interface[Any]:
    off: Callable[[Any, Any, Terms], Any] = lambda request, facts, terms: rule.refusal(  # noqa: E731
        request, facts, terms if rule.limit is None else _off(terms, rule.limit.setting, by)
    )
    rules = tuple(replace(each, refusal=off) if each is rule else each for each in interface.rules)
    return replace(interface, rules=rules)


def _off(terms: Terms, setting: str, by: int) -> Terms:
    """Terms with one setting a little off; one that is 0 lifts its rule, and stays."""
    value = getattr(terms.service, setting)
    little = by * _LITTLE_SECONDS if isinstance(value, float) else by
    service = terms.service.model_copy(update={setting: max(0, value + little) if value else value})
    return replace(terms, service=service)


def _more(maximum: Callable[[Terms], int], by: int, terms: Terms) -> int:
    return maximum(terms) + by


def _plus(by: int, limit: int) -> int:
    return limit + by
