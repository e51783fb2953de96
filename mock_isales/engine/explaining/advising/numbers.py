"""What to change where a number may not be added."""

from collections.abc import Iterator
from typing import Any

from mock_isales.contract.calling_numbers import ACCESS_CODE, CALLER_NO
from mock_isales.contract.json_text import JsonValue
from mock_isales.contract.nearest.places import parts_of, value_at
from mock_isales.contract.outbound_fields import CALL_DATA_LIST, CALLED, CALLED_NO, SESSION_ID
from mock_isales.contract.text import Text
from mock_isales.engine.explaining.advising.advice import Advice
from mock_isales.engine.explaining.showing import shortened
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import rule_advice as wording


def duplicate(subject: Subject) -> Advice:
    """A called number stands twice within the scope of the reading."""
    sentences = _without_number(subject)
    before = next(_alike_before(subject), None)
    scope = subject.terms.readings.duplicate_scope
    if before is not None:
        sentences.append(wording.stands_at(before))
        if scope == "session" and parts_of(before)[1] != parts_of(subject.place)[1]:
            sentences.append(wording.IN_SESSIONS)
    elif scope == "campaign":
        sentences.append(wording.ADDED_BEFORE)
    return Advice(sentences)


def blocklisted(subject: Subject) -> Advice:
    """A called number is on the blocklist."""
    return Advice([*_without_number(subject), wording.blocked(str(subject.entry.vdn)), wording.NUMBER_BY_NUMBER])


def duplicate_calling(subject: Subject) -> Advice:
    """A calling number stands twice in a call."""
    sentences = [wording.leave_out(subject.place, _number(subject))]
    listed = value_at(subject.body, CALLER_NO.name)
    for index, each in enumerate(listed if isinstance(listed, list) else []):
        if isinstance(each, dict) and each.get(ACCESS_CODE.name) == subject.value:
            return Advice([*sentences, wording.stands_at(f"{CALLER_NO.name}[{index}].{ACCESS_CODE.name}")])
    return Advice(sentences)


def unprovisioned(subject: Subject) -> Advice:
    """A calling number has not been provisioned."""
    numbers = subject.found.provisioned
    sentences = [wording.leave_out(subject.place, _number(subject)), wording.NUMBER_BY_NUMBER]
    if numbers is not None:
        sentences.append(wording.provisioned(str(subject.entry.vdn), numbers))
    return Advice(sentences, numbers[0] if numbers else None)


def _number(subject: Subject) -> str:
    return shortened(str(subject.value))


def _without_number(subject: Subject) -> list[Text]:
    """Leave a called number out; the record with it, if it has no other."""
    sentences = [wording.leave_out(subject.place, _number(subject))]
    if len(_called(value_at(subject.body, subject.place.partition(f".{CALLED.name}")[0]))) == 1:
        sentences.append(wording.WHOLE_RECORD)
    return sentences


def _alike_before(subject: Subject) -> Iterator[str]:
    """The places of the same number before the one that was refused, in the scope of the reading."""
    in_session = subject.terms.readings.duplicate_scope == "session"
    refused = _session(value_at(subject.body, subject.place.partition(f".{CALLED.name}")[0]))
    records = value_at(subject.body, CALL_DATA_LIST.name)
    for index, record in enumerate(records if isinstance(records, list) else []):
        for position, called in enumerate(_called(record)):
            place = f"{CALL_DATA_LIST.name}[{index}].{CALLED.name}[{position}].{CALLED_NO.name}"
            if place == subject.place:
                return
            if called.get(CALLED_NO.name) == subject.value and (not in_session or _session(record) == refused):
                yield place


def _called(record: JsonValue) -> list[dict[str, Any]]:
    listed = record.get(CALLED.name) if isinstance(record, dict) else None
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def _session(record: JsonValue) -> str | None:
    return record.get(SESSION_ID.name) or None if isinstance(record, dict) else None
