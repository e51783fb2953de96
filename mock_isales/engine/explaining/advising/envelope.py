"""What to change in a call's envelope."""

from typing import Any

from mock_isales.contract.interface import Interface
from mock_isales.contract.nearest.gathering import as_list, held_in
from mock_isales.contract.nearest.json_breaks import Break, break_of
from mock_isales.contract.nearest.lists import example_entry
from mock_isales.contract.nearest.sentences import MORE_AMISS
from mock_isales.engine.explaining.advising.advice import Advice
from mock_isales.engine.explaining.showing import seen
from mock_isales.engine.explaining.signatures import signature_advice
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import envelope_advice as wording
from mock_isales.engine.explaining.wording.values import said

CONTENT_TYPE = "application/json; charset=UTF-8"
"""What both documents fix."""


def envelope_advice(subject: Subject, interface: Interface[Any]) -> Advice | None:
    """What to change; None for a clause that is not about the envelope."""
    wire = interface.wire
    by_clause = {
        wire.authorization: lambda: Advice([wording.SIGN if subject.auth == "c2" else wording.SEND_AUTHORIZATION]),
        wire.body_size: lambda: Advice([wording.smaller(said(str(subject.value)))]),
        wire.signature: lambda: Advice(signature_advice(subject)),
        wire.content_type: lambda: _content_type(subject),
        wire.body_empty: lambda: Advice([wording.SEND_BODY], _least(interface)),
        wire.body_json: lambda: _broken(subject),
        wire.body_object: lambda: _no_object(subject, interface),
    }
    found = None if subject.clause is None else by_clause.get(subject.clause)
    return None if found is None else found()


def _content_type(subject: Subject) -> Advice:
    missing = [wording.WITHOUT_TYPE] if subject.value is None else []
    return Advice([*missing, wording.SET_CONTENT_TYPE], CONTENT_TYPE)


def _broken(subject: Subject) -> Advice:
    place = break_of(subject.entry.body, str(subject.value))
    shown = Break(place.reason, place.line, place.column, place.offset, seen(place.found))
    return Advice(wording.broken(shown))


def _no_object(subject: Subject, interface: Interface[Any]) -> Advice:
    """What the body holds is given as an object, if it passes; else the least that does."""
    held = held_in(subject.body)
    sentences = [] if held is None else [wording.SERIALISED_TWICE]
    body = subject.body if held is None else held
    if isinstance(body, list) and body and all(isinstance(each, dict) for each in body):
        sentences.append(wording.WRAP_LIST)
        body = {interface.entries.name: as_list(interface.entries, body)}
    if isinstance(body, dict) and interface.body_refusal(body, subject.terms) is None:
        return Advice(sentences, body)
    return Advice([*sentences, MORE_AMISS] if sentences else [wording.SEND_OBJECT], _least(interface))


def _least(interface: Interface[Any]) -> dict[str, Any]:
    return {interface.entries.name: [example_entry(interface.entries.shape)]}
