"""What became of a call."""

import json
from typing import Any

from mock_isales.contract.json_text import JsonValue
from mock_isales.contract.outbound_fields import CALLED
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.text import Text
from mock_isales.engine.explaining.forms import Outcome
from mock_isales.engine.explaining.showing import seen
from mock_isales.engine.explaining.subjects import LONGEST_BODY, Subject
from mock_isales.engine.explaining.wording import outcomes as wording


def outcome_of(subject: Subject) -> Outcome:
    """What became of it."""
    if subject.injected:
        return "injected"
    if subject.accepted:
        return "accepted"
    return "undocumented" if subject.ruling is None else "refused"


def summary_of(subject: Subject) -> Text:
    """The same in a sentence."""
    if subject.entry.fault is not None:
        return wording.injected(seen(subject.entry.fault))
    if subject.accepted:
        return wording.accepted(stored(subject))
    if subject.ruling is None:
        return wording.UNDOCUMENTED
    clause = subject.ruling.clause
    return wording.WITHOUT_REASON if clause is None else wording.refused(seen(clause))


def stored(subject: Subject) -> Text:
    """What an accepted call stored."""
    interface, body = subject.interface, subject.body
    listed = body.get(interface.entries.name) if interface is not None and isinstance(body, dict) else None
    if not isinstance(listed, list):
        return wording.STORED
    if interface is not ADD_OUTBOUND_NUMBERS:
        return wording.added_numbers(len(listed))
    numbers = sum(len(_of(record, CALLED.name)) for record in listed)
    return wording.added_records(len(listed), numbers, _total(subject))


def _total(subject: Subject) -> int | None:
    """The totalSize that was answered."""
    if len(subject.entry.answer) > LONGEST_BODY:
        return None
    try:
        answer: Any = json.loads(subject.entry.answer)
    except ValueError:
        return None
    total = _of(_of(answer, "returnObject"), "totalSize")
    return total if isinstance(total, int) else None


def _of(value: JsonValue, name: str) -> Any:  # noqa: ANN401 - any JSON
    return value.get(name, []) if isinstance(value, dict) else []
