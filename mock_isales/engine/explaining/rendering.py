"""An explanation as text."""

import json
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from mock_isales.contract.text import Text
from mock_isales.engine.explaining.showing import shortened
from mock_isales.engine.explaining.wording import labels

if TYPE_CHECKING:
    from mock_isales.engine.explaining.forms import ClauseTold, Explanation, FaultTold, ReadingTold, StepTold

Say = Callable[[Text], str]

_LONGEST_VALUE = 240
_MOST_DEPARTURES = 5


def rendered(told: "Explanation") -> str:
    """The text: a paragraph for each part that there is."""

    def say(text: Text) -> str:
        return text.of(told.language)

    parts = (_head, _fault, _clause, _advice, _signature, _checks, _readings, _departures, _notes)
    paragraphs = ("\n".join(part(told, say)) for part in parts)
    return "\n\n".join(each for each in paragraphs if each) + "\n"


def _head(told: "Explanation", say: Say) -> Iterator[str]:
    operation = f" ({told.called.operation})" if told.called.operation else ""
    yield f"{say(labels.CALL)} {told.id}: {told.called.method} {told.called.target}{operation}"
    answered = told.answered
    parts = [f"HTTP {answered.status}"] if answered.status else []
    parts += [part for part in (answered.result_code, answered.sentence) if part]
    yield f"{say(labels.ANSWER)}: {', '.join(parts)}"
    yield told.summary


def _clause(told: "Explanation", say: Say) -> Iterator[str]:
    clause = told.clause
    if clause is not None:
        yield f"{clause.id}: {clause.sentence}"
        yield f"  {clause.title}, {clause.section} ({clause.meaning})"
        yield from _place(clause, say)


def _place(clause: "ClauseTold", say: Say) -> Iterator[str]:
    where = {
        "header": say(labels.HEADER).format(clause.field),
        "address": say(labels.IN_PATH).format(clause.field),
        "body": clause.field or say(labels.BODY),
        "call": say(labels.CALL_AS_A_WHOLE),
    }
    yield f"  {say(labels.WHERE)}: {where[clause.part]}"
    if clause.part != "header" or not clause.id.endswith("-SIGNATURE"):
        yield f"  {say(labels.VALUE)}: {say(labels.ABSENT) if clause.value is None else clause.value}"


def _advice(told: "Explanation", say: Say) -> Iterator[str]:
    if told.advice is not None:
        yield say(labels.CHANGE)
        yield from (f"  {each}" for each in told.advice.sentences)
        if told.advice.value is not None:
            value = json.dumps(told.advice.value, ensure_ascii=False)
            yield f"  => {shortened(value, _LONGEST_VALUE)}"


def _signature(told: "Explanation", say: Say) -> Iterator[str]:
    signature = told.signature
    if signature is not None:
        yield say(labels.TOKEN)
        for step in signature.steps:
            yield f"  {say(labels.RESULTS[step.result])} {step.step}: {step.sentence}"
        yield "  " + say(labels.DETAIL).format(signature.detail)
        yield from ("  " + say(labels.FOUND).format(each.sentence) for each in signature.mistakes)


def _fault(told: "Explanation", say: Say) -> Iterator[str]:
    if told.fault is not None:
        yield from _of_fault(told.fault, say)


def _of_fault(fault: "FaultTold", say: Say) -> Iterator[str]:
    yield f"{say(labels.FAULT)} {fault.id}:"
    yield from (f"  {each}" for each in fault.sentences)
    if fault.settings is not None:
        said = {name: each for name, each in fault.settings.items() if name in {"operation", "match", "when", "answer"}}
        yield "  " + say(labels.SETTINGS).format(shortened(json.dumps(said, ensure_ascii=False), _LONGEST_VALUE))


def _checks(told: "Explanation", say: Say) -> Iterator[str]:
    checks = told.checks
    if checks is not None and told.clause is not None:
        yield from _steps(labels.CHECKS, checks.held, say)
        yield from (f"  {each}" for each in checks.entries)
        yield from _steps(labels.AHEAD, checks.not_reached, say)


def _steps(label: Text, steps: list["StepTold"], say: Say) -> Iterator[str]:
    count = sum(len(step.clauses) for step in steps)
    if count:
        listed = ", ".join(f"{step.step} {len(step.clauses)}" for step in steps)
        yield f"{say(label)}: {say(labels.CLAUSE if count == 1 else labels.CLAUSES).format(count)} ({listed})"


def _readings(told: "Explanation", say: Say) -> Iterator[str]:
    if told.readings:
        yield say(labels.READINGS)
        for reading in told.readings:
            yield from _reading(reading, say)


def _reading(reading: "ReadingTold", say: Say) -> Iterator[str]:
    kind = labels.DEFAULT if reading.is_default else labels.NOT_DEFAULT
    yield f"  {reading.name} = {reading.value} ({say(kind)}). {reading.decides}"
    yield f"    {say(labels.WHY)}: {reading.why}"
    for each in reading.alternatives:
        yield "    " + say(labels.IF).format(each.value, each.sentence)


def _departures(told: "Explanation", say: Say) -> Iterator[str]:
    if told.departures:
        yield say(labels.DEPARTURES)
        yield from (f"  {each.sentence}" for each in told.departures[:_MOST_DEPARTURES])
        if len(told.departures) > _MOST_DEPARTURES:
            yield f"  … (+{len(told.departures) - _MOST_DEPARTURES})"


def _notes(told: "Explanation", say: Say) -> Iterator[str]:
    del say
    yield from told.notes
