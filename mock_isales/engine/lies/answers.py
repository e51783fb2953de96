"""Lies about finished answers: something in the envelope is missing, of another type, or not true."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from mock_isales.contract.clauses import Clause
from mock_isales.contract.interface import Interface
from mock_isales.contract.text import Language, Text
from mock_isales.engine.decisions import Decision
from mock_isales.engine.lies.lie import Envelope, Lie

Told = tuple[str, Text, Callable[[Decision, Envelope], Envelope]]
"""What ends a lie's name, its sentence, and how it changes an envelope."""

TWINS = ("resultCode", "resultDesc", "returnCode", "returnDesc")
CODES = ("resultCode", "returnCode")
"""The members of every envelope; and those of them that hold the code."""


def answered(interface: Interface[Any], clause: Clause, kind: str, told: Told) -> Lie:
    """A lie about the answers of an interface."""
    what, sentence, answer = told
    name = ":".join(filter(None, [kind, clause.id, what]))
    return Lie(name=name, about=clause.id, operation=interface.operation, sentence=sentence, answer=answer)


def envelope_lies(interface: Interface[Any]) -> Iterator[Lie]:
    """Those about what every envelope has: the code and the description, each twice."""
    clause = interface.answers[0]
    for member in TWINS:
        yield answered(interface, clause, "drop", (member, _missing(member), partial(_without, member)))
    for member in CODES:
        yield answered(
            interface, clause, "type", (member, of_type(member, "number", "数字"), partial(_as_number, member))
        )
        unlike = Text(f"{member} is not the code that its twin is.", f"{member}与其孪生字段不相同。")
        yield answered(interface, clause, "unequal", (member, unlike, partial(_unlike, interface, member)))
    another = Text("A refusal has the description of another code.", "失败响应的描述属于另一个结果码。")
    yield answered(interface, clause, "describes", ("", another, partial(_described_as, interface)))
    foreign = Text(
        "A refusal is described in the other language than locale asks for.", "失败响应的描述未使用locale要求的语言。"
    )
    yield answered(interface, interface.wire.locale, "language", ("", foreign, _in_the_other_language))


def missing_in(member: str) -> Text:
    """That a member is missing."""
    return _missing(member)


def of_type(member: str, kind: str, chinese: str) -> Text:
    """That a member is of another type."""
    return Text(f"{member} is a {kind}.", f"{member}为{chinese}类型。")


def next_code(interface: Interface[Any], code: str) -> str:
    """The documented code after one, and after the last the first that is no success; of an unknown one, that too."""
    failing = list(interface.codes[1:])
    known = next((place for place, each in enumerate(failing) if each == code), -1)
    return failing[(known + 1) % len(failing)].value


def _missing(member: str) -> Text:
    return Text(f"{member} is missing.", f"缺少{member}。")


def _without(member: str, _: Decision, content: Envelope) -> Envelope:
    return {name: value for name, value in content.items() if name != member}


def _as_number(member: str, _: Decision, content: Envelope) -> Envelope:
    code: str = content[member]
    return content | {member: int(code) if code.isdecimal() else code}


def _unlike(interface: Interface[Any], member: str, _: Decision, content: Envelope) -> Envelope:
    return content | {member: next_code(interface, content[member])}


def _described_as(interface: Interface[Any], _: Decision, content: Envelope) -> Envelope:
    """The other code's sentence, in the language of the own one."""
    if content["resultCode"] == interface.codes[0]:
        return content
    other = next(each for each in interface.codes if each == next_code(interface, content["resultCode"]))
    return _with_text(content, other.sentence.of(_language_of(content)))


def _in_the_other_language(decision: Decision, content: Envelope) -> Envelope:
    (other,) = {*Language} - {_language_of(content)}
    return _with_text(content, decision.describe(other).text)


def _language_of(content: Envelope) -> Language:
    """The language of a description: only the Chinese ones are not ASCII."""
    return Language.ENGLISH if content["resultDesc"].isascii() else Language.CHINESE


def _with_text(content: Envelope, text: str) -> Envelope:
    return content | dict.fromkeys(("resultDesc", "returnDesc"), text)
