"""How a call would have been answered under another reading, where what the journal keeps suffices to tell."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, NamedTuple

from mock_isales.contract.c2.mistakes.mistake import MistakeKind
from mock_isales.contract.campaigns import Campaign, DeviceType
from mock_isales.contract.clauses import Refusal
from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import judge_head
from mock_isales.contract.outbound_rules import campaign_fits, unique
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.explaining.subjects import Subject
from mock_isales.engine.explaining.wording import readings as wording


class Would(NamedTuple):
    """How a call would have been answered.

    Attributes:
        kind: Just so, by another clause, not by any that looks at the call alone, or nobody knows.
        text: The same in words.
        clause: With `other`: the id of the clause.
    """

    kind: Literal["same", "other", "passes", "unknown"]
    text: Text
    clause: str | None = None


SAME = Would("same", wording.SAME)
UNKNOWN = Would("unknown", wording.UNKNOWN)
PASSES = Would("passes", wording.PASSES_CHECK)


def would_of(subject: Subject, name: str, value: str) -> Would:
    """How it would have been answered under another value of a reading."""
    terms = replace(subject.terms, readings=subject.terms.readings.model_copy(update={name: value}))
    flip = _BY_READING.get(name)
    if flip is not None:
        return flip(subject, terms)
    return UNKNOWN if subject.interface is None else _judged_again(subject, subject.interface, terms)


def _judged_again(subject: Subject, interface: Interface[Any], terms: Terms) -> Would:
    """By what looks at the call alone."""
    head = judge_head(
        interface, terms, subject.header("content-type"), subject.entry.vdn or "", subject.entry.campaign or ""
    )
    if isinstance(head, Refusal):
        return _held_against(subject, head)
    if subject.is_long:
        return UNKNOWN
    body = interface.wire.read_body(subject.entry.body)
    refusal = body if isinstance(body, Refusal) else interface.body_refusal(body, terms)
    return Would("passes", wording.VALID) if refusal is None else _held_against(subject, refusal)


def _held_against(subject: Subject, refusal: Refusal) -> Would:
    if refusal.clause == subject.clause and refusal.field == subject.place:
        return SAME
    clause = refusal.clause
    return Would("other", wording.other(str(clause.outcome), clause.id, refusal.field), clause.id)


def _other_states(subject: Subject, terms: Terms) -> Would:
    """A completed campaign refuses by every reading, a running one by one of them."""
    del terms
    return SAME if subject.value == "completed" else PASSES


def _other_duplicates(subject: Subject, terms: Terms) -> Would:
    """Within the call alone it can be told; what the campaign had before nobody has kept."""
    request = subject.request
    if request is None:
        return UNKNOWN
    refusal = unique.refusal(request, Facts(subject), terms)
    if refusal is None:
        return UNKNOWN if terms.readings.duplicate_scope == "campaign" else PASSES
    return _held_against(subject, refusal)


def _other_call_data(subject: Subject, terms: Terms) -> Would:
    request = subject.request
    if request is None:
        return UNKNOWN
    refusal = campaign_fits.refusal(request, Facts(subject), terms)
    return PASSES if refusal is None else _held_against(subject, refusal)


def _other_signature(subject: Subject, terms: Terms) -> Would:
    """An empty line is the only mistake that the reading forgives."""
    del terms
    signature = subject.entry.signature
    kinds = [] if signature is None else [kind for kind, _, _ in signature.mistakes]
    return Would("passes", wording.SIGNED) if kinds == [MistakeKind.QUERY_LINE_EMPTY] else SAME


@dataclass(frozen=True, slots=True)
class Facts:
    """What a call that was refused tells of its campaign."""

    subject: Subject
    now: int = 0

    @property
    def campaign(self) -> Campaign:
        """One with a flow, since its callData was looked at; no other rule looks here."""
        return Campaign(0, 0, device_type=DeviceType.INTELLIGENT_IVR)

    def blocklisted(self, numbers: Sequence[str]) -> Collection[str]:  # noqa: ARG002 - as a transaction
        """Nobody asks."""
        return ()

    def called_before(self, numbers: Sequence[str]) -> Collection[str]:  # noqa: ARG002
        """None that the call tells of."""
        return ()


_BY_READING: Mapping[str, Callable[[Subject, Terms], Would]] = {
    "cap_counts": lambda *_: UNKNOWN,
    "pace_counts": lambda *_: UNKNOWN,
    "refusing_states": _other_states,
    "duplicate_scope": _other_duplicates,
    "sessionless_records": _other_duplicates,
    "ivr_call_data": _other_call_data,
    "c2_empty_query_line": _other_signature,
}
