"""Lies about codes: `code:CLAUSE`. What departs from the clause is refused, but with another code of the interface."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any

from mock_isales.contract.clauses import Clause, Refusal
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import Call, Judge
from mock_isales.contract.rules import Rule
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.lies.lie import Lie


def codes(interface: Interface[Any]) -> Iterator[Lie]:
    """One for each clause of an interface that leads to a result code."""
    for clause in interface.clauses():
        if clause.code is not None:
            other = other_code(interface, clause.code)
            sentence = Text(
                f"{other} is answered instead of {clause.code}: {clause.sentence.english}",
                f"以{other}代替{clause.code}响应：{clause.sentence.chinese}",
            )
            wrong = replace(clause, outcome=other)
            yield Lie(
                name=f"code:{clause.id}",
                about=clause.id,
                operation=interface.operation,
                point=clause.id,
                sentence=sentence,
                interface=partial(_recoded, wrong),
                judge=partial(_Miscoding, wrong),
            )


def other_code(interface: Interface[Any], code: ResultCode) -> ResultCode:
    """The code after one, of those that the clauses of an interface lead to; after the last, the first."""
    led_to = {clause.code for clause in interface.clauses()}
    ring = [each for each in interface.codes if each in led_to]
    return ring[(ring.index(code) + 1) % len(ring)]


class _Miscoding(Judge[Any]):
    """Judges with a clause that has a wrong code."""

    def __init__(self, wrong: Clause, interface: Interface[Any], terms: Terms) -> None:
        super().__init__(interface, terms)
        self._wrong = wrong

    def judge(self, content_type: str | None, vdn: str, campaign: str, body: bytes) -> Call[Any] | Refusal:
        judged = super().judge(content_type, vdn, campaign, body)
        return _by(self._wrong, judged) if isinstance(judged, Refusal) else judged


def _recoded(wrong: Clause, interface: Interface[Any]) -> Interface[Any]:
    """The interface with a clause of its rules, or that of storing, that has a wrong code."""
    storing = wrong if interface.storing.id == wrong.id else interface.storing
    return replace(interface, rules=tuple(_miscoding(each, wrong) for each in interface.rules), storing=storing)


def _miscoding(rule: Rule[Any, Any], wrong: Clause) -> Rule[Any, Any]:
    def refusal(request: object, facts: object, terms: Terms) -> Refusal | None:
        refused = rule.refusal(request, facts, terms)
        return None if refused is None else _by(wrong, refused)

    return replace(rule, refusal=refusal)


def _by(wrong: Clause, refusal: Refusal) -> Refusal:
    """A refusal with the wrong code, if it is by that clause; 0200001 has a detail, and the others have none."""
    right = refusal.clause.code
    if refusal.clause.id != wrong.id or right is None:
        return refusal
    detail = (refusal.detail or right.sentence) if wrong.code is ResultCode.PARAMETER_ERROR else None
    return replace(refusal, clause=wrong, detail=detail)
