"""What the log says of calls, once they are kept: why one was not let in, or not accepted; and of the others, that."""

import logging
from collections.abc import Iterator
from reprlib import Repr
from typing import Any

from mock_isales.api.other_answers import where_canonical
from mock_isales.contract.clauses import Refusal
from mock_isales.contract.text import Language
from mock_isales.engine.clocks import US_PER_SECOND
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.injections import Injection
from mock_isales.engine.journal.entries import SUCCESS, Entry, SignatureRuling
from mock_isales.engine.journal.values import readable, shown
from mock_isales.engine.worlds import DEFAULT_WORLD

_SHOWN = 80
_SHORTLY = Repr()
_SHORTLY.maxstring = _SHORTLY.maxother = _SHOWN

logger = logging.getLogger("mock_isales.calls")


def log_call(entry: Entry, world: str, decision: Decision | None = None) -> None:
    """Say in the log what has become of a call: for those who debug if it was accepted, or went astray, too.

    Args:
        entry: The call, as its world's journal has it.
        world: The world.
        decision: What the world has decided; None if nothing was to be decided.
    """
    is_news = entry.fault is not None or (entry.decision is not None and entry.decision is not SUCCESS)
    level = logging.INFO if is_news else logging.DEBUG
    if not logger.isEnabledFor(level):
        return
    fields = {"fields": {name: value for name, value in _fields(entry, world) if value is not None}}
    for sentence in _sentences(entry, world, decision):
        logger.log(level, "%s", sentence, extra=fields)


def _fields(entry: Entry, world: str) -> Iterator[tuple[str, Any]]:
    """What programs read of a call; what is None is left out."""
    yield "world", world
    yield "request_id", entry.id or None
    yield "operation", entry.operation
    yield "method", entry.method
    yield "vdn", _cut(entry.vdn)
    yield "campaign", _cut(entry.campaign)
    yield "status", int(entry.status)
    if entry.decision is not None:
        yield "code", _cut(entry.decision.result_code)
        yield "clause", entry.decision.clause
        yield "field", _cut(entry.decision.field or None)
        yield "value", _cut(entry.decision.value)
    yield "fault", entry.fault
    yield "duration", entry.duration_us / US_PER_SECOND


def _cut(value: object) -> object:
    """A value as JSON has it; of a long one, the beginning of its text."""
    if isinstance(value, str) and len(value) > _SHOWN:
        return readable(f"{value[:_SHOWN]}…")
    return readable(value) if type(value) is str else shown(value)


def _sentences(entry: Entry, world: str, decision: Decision | None) -> Iterator[str]:
    """What people read of it."""
    if entry.signature is not None:
        yield _unverified(entry.signature, world)
        return
    call = _call(entry, world)
    refusal, injection = (None, None) if decision is None else (decision.refusal, decision.injection)
    if injection is not None:
        yield f"{call}: {_injected(injection)} by fault {injection.fault}"
    if decision is not None and refusal is not None:
        code = decision.describe(Language.ENGLISH).code
        yield f"{call}: {code} by {refusal.clause.id}: {_place(refusal)}"
    elif injection is None:
        yield f"{call}: {_answered(entry)}"


def _call(entry: Entry, world: str) -> str:
    """Which call it is: of one that went astray, how it was sent."""
    if entry.operation is None or entry.vdn is None or entry.campaign is None:
        call = f"{entry.method} {_escaped(entry.target)}"
    else:
        call = f"{entry.operation} {_escaped(entry.vdn)}/{_escaped(entry.campaign)}"
    return call if world == DEFAULT_WORLD else f"{call} in {world}"


def _answered(entry: Entry) -> str:
    ruling = entry.decision
    code = None if ruling is None else ruling.result_code
    clause = None if ruling is None else ruling.clause
    answer = f"HTTP {int(entry.status)}" if code is None else code
    return answer if clause is None else f"{answer} by {clause}"


def _unverified(signature: SignatureRuling, world: str) -> str:
    mistakes = [sentence for _, sentence, _ in signature.mistakes]
    sentences = " ".join([signature.detail, *mistakes, *where_canonical(signature, world)])
    return f"not authenticated in {world}, step {signature.step}: {sentences}"


def _escaped(text: str) -> str:
    return text[:_SHOWN].encode("unicode_escape").decode()


def _place(refusal: Refusal) -> str:
    value = _SHORTLY.repr(refusal.value)
    shortly = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    return f"{refusal.field} = {shortly}" if refusal.field else shortly


def _injected(injection: Injection) -> str:
    parts = [injection.code] if injection.code else []
    if injection.status:
        parts.append(f"HTTP {injection.status}")
    if injection.connection:
        parts.append(f"{injection.connection} instead of an answer")
    if injection.cut is not None:
        parts.append(f"cut off after {injection.cut} bytes")
    if injection.drip is not None:
        parts.append("drip by drip")
    if injection.delay:
        parts.append(f"{injection.delay:g} s late")
    return ", ".join(parts)
