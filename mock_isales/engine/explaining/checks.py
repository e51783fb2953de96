"""How far the checks of a call have come."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from mock_isales.contract.clauses import Clause
from mock_isales.contract.fields import Field, List
from mock_isales.contract.interface import Interface
from mock_isales.contract.nearest.places import parts_of
from mock_isales.contract.text import Language
from mock_isales.engine.explaining.entries import entries_told
from mock_isales.engine.explaining.forms import ChecksTold, StepTold
from mock_isales.engine.explaining.subjects import Auth, Subject
from mock_isales.engine.explaining.wording.steps import Step


class Check(NamedTuple):
    """A clause where it is checked.

    Attributes:
        step: With which others.
        clause: The clause.
        field: The name of the field that is checked; None for what is about more than one.
    """

    step: Step
    clause: Clause
    field: str | None = None


def checks_told(subject: Subject, language: Language) -> ChecksTold | None:
    """How far the checks have come; None where no interface was called or nobody knows what it said."""
    interface = subject.interface
    if interface is None or subject.ruling is None or (subject.clause is None and not subject.accepted):
        return None
    order = list(in_order(interface))
    unasked = _unasked(interface, subject.auth)
    held, ahead = _parted(order, subject)
    return ChecksTold(
        held=_by_step(held, unasked, language),
        not_reached=_by_step(ahead, unasked, language),
        not_asked=[each.id for each in unasked],
        entries=[each.of(language) for each in entries_told(subject, interface)],
    )


def in_order(interface: Interface[Any]) -> Iterator[Check]:
    """All checks of an interface that can refuse a call, in their order; a clause about many fields stands at each."""
    wire = interface.wire
    yield from _each(Step.ADDRESS, wire.uri, wire.method)
    yield from _each(Step.CALLER, wire.authorization, wire.body_size, wire.signature)
    yield from _each(Step.HEADERS, wire.content_type)
    for field in (interface.vdn, interface.campaign):
        yield from _each(Step.PATH, *field.clauses(), field=field.name)
    yield from _each(Step.BODY, *wire.clauses_after_path())
    yield from _each(Step.LIST, *interface.entries.own_clauses(), field=interface.entries.name)
    for option in interface.options:
        yield from _each(Step.OPTIONS, *option.clauses(), field=option.name)
    yield from _entry_checks(interface.entries)
    for rule in interface.rules:
        yield from _each(Step.CAMPAIGN, *rule.clauses)
    yield from _each(Step.STORING, interface.storing)


def _entry_checks(field: List) -> Iterator[Check]:
    yield from _each(Step.ENTRIES, field.entry_mandatory_clause, field.entry_type_clause, field=field.name)
    for each in field.shape.fields:
        yield from _field_checks(each)


def _field_checks(field: Field) -> Iterator[Check]:
    if isinstance(field, List):
        yield from _each(Step.ENTRIES, *field.own_clauses(), field=field.name)
        yield from _entry_checks(field)
    else:
        yield from _each(Step.ENTRIES, *field.clauses(), field=field.name)


def _each(step: Step, *clauses: Clause, field: str | None = None) -> Iterator[Check]:
    return (Check(step, clause, field) for clause in clauses)


def _unasked(interface: Interface[Any], auth: Auth) -> list[Clause]:
    """What a server does not ask of Authorization."""
    wire = interface.wire
    return {"present": [wire.signature], "off": [wire.authorization, wire.signature], "c2": []}[auth]


def _parted(order: list[Check], subject: Subject) -> tuple[list[Check], list[Check]]:
    """The checks before the one that refused, and those behind it."""
    if subject.clause is None:
        return order, []
    names = [part for part in parts_of(subject.place) if isinstance(part, str)]
    places = [index for index, check in enumerate(order) if check.clause == subject.clause]
    at = next((index for index in places if order[index].field in names[-1:]), places[0])
    return order[:at], order[at + 1 :]


def _by_step(checks: list[Check], but: list[Clause], language: Language) -> list[StepTold]:
    steps: dict[Step, dict[str, None]] = {}
    for check in checks:
        if check.clause not in but:
            steps.setdefault(check.step, {})[check.clause.id] = None
    return [StepTold(step=step.value.of(language), clauses=list(ids)) for step, ids in steps.items()]
