"""Explains a call of a world's journal."""

from collections.abc import Iterator

from mock_isales.contract.text import Language, Text
from mock_isales.engine.explaining.advising.advising import advice_told
from mock_isales.engine.explaining.advising.strays import stray_advice
from mock_isales.engine.explaining.checks import checks_told
from mock_isales.engine.explaining.clauses import clause_told
from mock_isales.engine.explaining.departures import departures_told
from mock_isales.engine.explaining.faults import fault_told
from mock_isales.engine.explaining.forms import Answered, Called, Explanation
from mock_isales.engine.explaining.looking import found_in
from mock_isales.engine.explaining.outcomes import outcome_of, summary_of
from mock_isales.engine.explaining.readings import readings_told
from mock_isales.engine.explaining.showing import seen, shortened
from mock_isales.engine.explaining.signatures import signature_told
from mock_isales.engine.explaining.subjects import Auth, Subject
from mock_isales.engine.explaining.wording import outcomes as wording
from mock_isales.engine.forms import time_of
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.worlds import World
from mock_isales.http_status import phrase_of

_LONGEST_TARGET = 200


async def explain(world: World, entry: Entry, language: Language, auth: Auth = "present") -> Explanation:
    """Why a call was answered as it was, and what to change.

    Args:
        world: The world that it went into; what it says now is looked up where the call's answer depends on it.
        entry: The call.
        language: In which language.
        auth: What the server asks of Authorization.
    """
    terms = world.terms if entry.terms is None else entry.terms
    subject = Subject(entry, terms, auth)
    return explained(Subject(entry, terms, auth, await found_in(world, subject)), language)


def explained(subject: Subject, language: Language) -> Explanation:
    """The explanation of a call of which all is known."""
    entry = subject.entry
    code = None if entry.decision is None else entry.decision.result_code
    phrase = phrase_of(entry.status) if entry.status else wording.NO_ANSWER.of(language)
    return Explanation(
        id=entry.id,
        language=language,
        outcome=outcome_of(subject),
        summary=summary_of(subject).of(language),
        called=Called(
            at=time_of(entry.at),
            method=seen(entry.method),
            target=shortened(entry.target, _LONGEST_TARGET),
            operation=entry.operation,
        ),
        answered=Answered(
            status=entry.status,
            result_code=None if code is None else seen(code),
            sentence=phrase if code is None else wording.sentence_of(code).of(language),
            arrived=entry.transport in {None, "drip"},
        ),
        clause=clause_told(subject, language),
        advice=advice_told(subject, language) or stray_advice(subject, language),
        signature=signature_told(subject, language),
        fault=fault_told(subject, language),
        checks=checks_told(subject, language),
        readings=readings_told(subject, language),
        departures=departures_told(subject, language),
        notes=[each.of(language) for each in _notes(subject)],
    )


def _notes(subject: Subject) -> Iterator[Text]:
    clause = subject.clause
    code = None if clause is None else clause.code
    if subject.entry.terms is None and code is not None:
        yield wording.PRESENT_TERMS
    if subject.is_long:
        yield wording.LONG_BODY
    if code is not None and code.is_validation and subject.terms.readings.validation_codes == "umbrella":
        yield wording.UMBRELLA
