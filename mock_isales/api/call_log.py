"""What the log says of calls: why one was not let in, or not accepted."""

import logging
from reprlib import Repr
from typing import TYPE_CHECKING

from mock_isales.api.other_answers import where_canonical
from mock_isales.contract.clauses import Refusal
from mock_isales.contract.text import Language
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.injections import Injection
from mock_isales.engine.worlds import DEFAULT_WORLD

if TYPE_CHECKING:  # it is imported where tokens are verified: few servers in CI do
    from mock_isales.contract.c2.gates import Unverified

_SHOWN = 80
_SHORTLY = Repr()
_SHORTLY.maxstring = _SHORTLY.maxother = _SHOWN

logger = logging.getLogger("mock_isales.calls")


def log_unverified(unverified: "Unverified", world: str) -> None:
    """Say in the log why a call was not let in."""
    mistakes = [mistake.sentence for mistake in unverified.mistakes]
    sentences = " ".join([unverified.detail, *mistakes, *where_canonical(unverified, world)])
    logger.info("not authenticated in %s, step %s: %s", world, unverified.step.value, sentences)


def log_decision(decision: Decision, vdn: str, campaign: str, world: str) -> None:
    """Say in the log why a call was not accepted, which its answer may only say by a code."""
    refusal, injection = decision.refusal, decision.injection
    if (refusal is None and injection is None) or not logger.isEnabledFor(logging.INFO):
        return
    whither = "/".join(each[:_SHOWN].encode("unicode_escape").decode() for each in (vdn, campaign))
    call = f"{decision.interface.operation} {whither}"
    if world != DEFAULT_WORLD:
        call = f"{call} in {world}"
    if injection is not None:
        logger.info("%s: %s by fault %s", call, _injected(injection), injection.fault)
    if refusal is not None:
        code = decision.describe(Language.ENGLISH).code
        logger.info("%s: %s by %s: %s", call, code, refusal.clause.id, _place(refusal))


def _place(refusal: Refusal) -> str:
    value = _SHORTLY.repr(refusal.value)
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    return f"{refusal.field} = {shown}" if refusal.field else shown


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
