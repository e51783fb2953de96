"""Lies that skip a check: `skip:CLAUSE`. What departs from the clause goes on to the checks that follow."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from mock_isales.contract.clauses import Clause, Refusal
from mock_isales.contract.fields import List
from mock_isales.contract.interface import Interface
from mock_isales.contract.rules import Rule
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.decisions import Decision
from mock_isales.engine.lies.fields import with_fields
from mock_isales.engine.lies.lenient_lists import lenient_list
from mock_isales.engine.lies.lenient_scalars import lenient_scalar
from mock_isales.engine.lies.lenient_wires import lenient_wire
from mock_isales.engine.lies.lie import Lie
from mock_isales.engine.steps import Step
from mock_isales.engine.stores.protocol import Transaction

_NO_LIMIT = 1 << 40


def skips(interface: Interface[Any]) -> Iterator[Lie]:
    """One for each check of an interface. That what is accepted can be stored is not checked beforehand."""
    for clause in interface.clauses():
        if clause.outcome is not None and clause != interface.storing:
            yield _skip(interface, clause)


def _skip(interface: Interface[Any], clause: Clause) -> Lie:
    lifted = next((each.lifted for each in interface.rules if clause in each.clauses), None)
    sentence = Text(
        f"This is not checked: {clause.sentence.english}", f"不检查以下要求：{clause.sentence.chinese}"
    )  # fmt: skip
    lie = Lie(
        name=f"skip:{clause.id}",
        about=clause.id,
        operation=interface.operation,
        point=clause.id,
        sentence=sentence,
    )
    if clause == interface.wire.body_size:
        return replace(lie, body_limit=lambda _: _NO_LIMIT)
    if clause == interface.wire.signature:
        return replace(lie, believes=True)
    if lifted is not None:
        return replace(lie, step=partial(_under, lifted))
    return replace(lie, interface=partial(_without, clause))


def _under(lifted: Any, step: Step) -> Step:  # noqa: ANN401 - settings, as a rule declares them
    """A step that goes as under other settings."""

    def take(interface: Interface[Any], terms: Terms, request: object, campaign: Transaction) -> Decision:
        service = terms.service.model_copy(update=dict(lifted))
        return step(interface, replace(terms, service=service), request, campaign)

    return take


def _without(clause: Clause, interface: Interface[Any]) -> Interface[Any]:
    """The interface with a check less."""

    def lenient(field: Any) -> Any:  # noqa: ANN401 - of whatever kind it is
        if isinstance(field, List):
            own = [*field.own_clauses(), field.entry_mandatory_clause, field.entry_type_clause]
            return lenient_list(field, clause) if clause in own else field
        return lenient_scalar(field, clause) if clause in field.clauses() else field

    of_wire = [*interface.wire.clauses_before_path(), *interface.wire.clauses_after_path()]
    wire = lenient_wire(interface, clause) if clause in of_wire else interface.wire
    rules = tuple(_less(each, clause) for each in interface.rules if each.clauses != (clause,))
    return replace(with_fields(interface, lenient), wire=wire, rules=rules)


def _less(rule: Rule[Any, Any], clause: Clause) -> Rule[Any, Any]:
    """A rule of several clauses with one less; one that the clause is not of, as it is."""
    if clause not in rule.clauses or rule.every is None:
        return rule
    every = rule.every

    def refusal(request: object, facts: object, terms: Terms) -> Refusal | None:
        return next((each for each in every(request, facts, terms) if each.clause != clause), None)

    return replace(rule, refusal=refusal)
