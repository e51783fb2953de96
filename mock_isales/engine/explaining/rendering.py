"""An explanation as text."""

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING

from mock_isales.contract.text import Language, Text
from mock_isales.engine.explaining.showing import seen, shortened
from mock_isales.engine.explaining.wording import labels

if TYPE_CHECKING:  # the form says itself as text
    from mock_isales.engine.explaining.forms import ClauseTold, Explanation, ReadingTold, StepTold

_LONGEST_VALUE = 240
_MOST_DEPARTURES = 5
_OF_FAULT = ("operation", "match", "when", "answer")


class Say:
    """Says lines in a language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def __call__(self, line: Text, *values: object) -> str:
        """A line, with what stands in its places."""
        return line.of(self._language).format(*values)


def rendered(told: "Explanation") -> str:
    """The text: a paragraph for each part that there is."""
    say = Say(told.language)
    parts = (_head, _fault, _clause, _advice, _signature, _checks, _readings, _departures)
    paragraphs = ["\n".join(map(seen, part(told, say))) for part in parts] + ["\n".join(told.notes)]
    return "\n\n".join(each for each in paragraphs if each) + "\n"


def _head(told: "Explanation", say: Say) -> Iterator[str]:
    called, answered = told.called, told.answered
    operation = say(labels.OPERATION, called.operation) if called.operation else ""
    yield say(labels.CALL, told.id, f"{called.method} {called.target}", operation)
    code, sentence = answered.result_code, answered.sentence
    said = say(labels.CODE, code, sentence) if code and sentence else code or sentence
    answer = labels.ANSWER if answered.arrived or not answered.status else labels.LOST_ANSWER
    yield say(answer, say(labels.STATUS, answered.status, said) if answered.status else said)
    yield told.summary


def _clause(told: "Explanation", say: Say) -> Iterator[str]:
    clause = told.clause
    if clause is not None:
        yield say(labels.CLAUSE, clause.id, clause.sentence)
        yield "  " + say(labels.SECTION, clause.title, clause.section, clause.meaning)
        yield "  " + say(labels.WHERE, _where(clause, say))
        if not clause.id.endswith("-SIGNATURE"):  # a token is not kept
            yield "  " + say(labels.VALUE, say(labels.ABSENT) if clause.value is None else clause.value)


def _where(clause: "ClauseTold", say: Say) -> str:
    return {
        "header": say(labels.HEADER, clause.field),
        "address": say(labels.IN_PATH, clause.field),
        "body": clause.field or say(labels.BODY),
        "call": say(labels.CALL_AS_A_WHOLE),
    }[clause.part]


def _advice(told: "Explanation", say: Say) -> Iterator[str]:
    if told.advice is not None:
        yield say(labels.CHANGE)
        yield from (f"  {each}" for each in told.advice.sentences)
        if told.advice.value is not None:
            yield f"  => {shortened(json.dumps(told.advice.value, ensure_ascii=False), _LONGEST_VALUE)}"


def _signature(told: "Explanation", say: Say) -> Iterator[str]:
    signature = told.signature
    if signature is not None:
        yield say(labels.TOKEN)
        yield from ("  " + say(labels.RESULTS[each.result], each.step, each.sentence) for each in signature.steps)
        yield "  " + say(labels.DETAIL, signature.detail)
        yield from ("  " + say(labels.FOUND, each.sentence) for each in signature.mistakes)


def _fault(told: "Explanation", say: Say) -> Iterator[str]:
    fault = told.fault
    if fault is not None:
        yield say(labels.FAULT, fault.id)
        yield from (f"  {each}" for each in fault.sentences)
        if fault.settings is not None:
            said = {name: each for name, each in fault.settings.items() if name in _OF_FAULT}
            yield "  " + say(labels.SETTINGS, shortened(json.dumps(said, ensure_ascii=False), _LONGEST_VALUE))


def _checks(told: "Explanation", say: Say) -> Iterator[str]:
    checks = told.checks
    if checks is not None and told.clause is not None:
        yield from _steps(labels.CHECKS, checks.held, say)
        yield from (f"  {each}" for each in checks.entries)
        yield from _steps(labels.AHEAD, checks.not_reached, say)


def _steps(line: Text, steps: list["StepTold"], say: Say) -> Iterator[str]:
    count = sum(len(step.clauses) for step in steps)
    if count:
        listed = say(labels.COMMA).join(f"{step.step} {len(step.clauses)}" for step in steps)
        yield say(line, say(labels.ONE_CLAUSE if count == 1 else labels.CLAUSES, count), listed)


def _readings(told: "Explanation", say: Say) -> Iterator[str]:
    if told.readings:
        yield say(labels.READINGS)
        for reading in told.readings:
            yield from _reading(reading, say)


def _reading(reading: "ReadingTold", say: Say) -> Iterator[str]:
    line = labels.DEFAULT if reading.is_default else labels.NOT_DEFAULT
    yield "  " + say(line, reading.name, reading.value, reading.decides)
    yield "    " + say(labels.WHY, reading.why)
    yield from ("    " + say(labels.IF, each.value, each.sentence) for each in reading.alternatives)


def _departures(told: "Explanation", say: Say) -> Iterator[str]:
    if told.departures:
        yield say(labels.DEPARTURES)
        yield from (f"  {each.sentence}" for each in told.departures[:_MOST_DEPARTURES])
        if len(told.departures) > _MOST_DEPARTURES:
            yield "  " + say(labels.MORE, len(told.departures) - _MOST_DEPARTURES)
