"""What a fault did to a call."""

from collections.abc import Iterator

from mock_isales.contract.text import Language, Text
from mock_isales.engine.explaining.forms import FaultTold
from mock_isales.engine.explaining.outcomes import stored
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import faults as wording
from mock_isales.engine.explaining.wording.outcomes import accepted, sentence_of
from mock_isales.engine.faults.injections import MAGIC
from mock_isales.http_status import phrase_of

_DONE = dict.fromkeys(("reset", "empty", "garbage"), wording.DONE_UNSEEN) | {"cut": wording.DONE_CUT}
"""What is said of a call that was done, where its answer did not arrive whole."""


def fault_told(subject: Subject, language: Language) -> FaultTold | None:
    """What a fault did; None if none struck."""
    if subject.entry.fault is None:
        return None
    fault = subject.found.fault
    return FaultTold(
        id=subject.entry.fault,
        settings=None if fault is None else fault.model_dump(mode="json", exclude_unset=True),
        done=subject.done,
        sentences=[each.of(language) for each in _sentences(subject)],
    )


def _sentences(subject: Subject) -> Iterator[Text]:
    if subject.entry.fault == MAGIC:
        yield wording.MAGIC
    elif subject.found.fault is None:
        yield wording.GONE
    yield from _did(subject)
    if not subject.done:
        yield wording.NOT_DONE
        yield _without(subject)
    else:
        yield _DONE.get(subject.entry.transport or "", wording.DONE)
        if subject.accepted:
            yield accepted(stored(subject))


def _did(subject: Subject) -> Iterator[Text]:
    """What the client has seen of it."""
    entry = subject.entry
    code = None if entry.decision is None else entry.decision.result_code
    if not subject.done and code is not None:
        yield wording.said(code, sentence_of(code))
    elif not subject.done and entry.status:
        yield wording.answered_status(entry.status, phrase_of(entry.status))
    if entry.transport is not None:
        yield wording.TRANSPORTS[entry.transport]
    fault = subject.found.fault
    is_late = entry.transport is None if fault is None else fault.answer.latency is not None
    if is_late and (subject.done or fault is not None):
        yield wording.LATE


def _without(subject: Subject) -> Text:
    """What the contract says of a call that was not done."""
    if subject.accepted:
        return wording.WITHOUT_ACCEPTED
    ruling = subject.ruling
    if ruling is None or ruling.clause is None:
        return wording.WITHOUT_UNKNOWN
    return wording.without(ruling.clause, ruling.result_code or "")
