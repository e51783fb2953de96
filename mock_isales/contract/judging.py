"""From the bytes of a call to one typed request, or the first refusal (steps 2 to 6 of the order of the checks)."""

from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, Generic, TypeVar

from mock_isales.contract.clauses import Refusal
from mock_isales.contract.compiled import CompiledBody
from mock_isales.contract.interface import Interface
from mock_isales.contract.service import Terms

Request = TypeVar("Request")

_HEADS_KEPT = 256
"""For how many kinds of calls it is kept what their head says: clients call the same campaigns again and again."""
_LONGEST_KEPT = 200
"""Characters of a head that is kept."""

Head = tuple[int, int]
"""The VDN and the campaign."""


@dataclass(frozen=True, slots=True)
class Call(Generic[Request]):
    """A call that is valid in itself, whatever its campaign says to it."""

    vdn: int
    campaign: int
    request: Request


class Judge(Generic[Request]):
    """Judges the calls of one interface under some terms."""

    def __init__(self, interface: Interface[Request], terms: Terms) -> None:
        self.interface = interface
        self.terms = terms
        self._compiled = CompiledBody(interface, terms)
        self._kept_head = lru_cache(_HEADS_KEPT)(partial(judge_head, interface, terms))

    def judge(self, content_type: str | None, vdn: str, campaign: str, body: bytes) -> Call[Request] | Refusal:
        """One call: its Content-Type, the two parameters of its path as sent, its body."""
        head = self._head(content_type, vdn, campaign)
        if isinstance(head, Refusal):
            return head
        request = self._compiled.accept(body) or self.judge_body(body)
        return request if isinstance(request, Refusal) else Call(*head, request)

    def judge_body(self, body: bytes) -> Request | Refusal:
        """A body, judged field by field: the slow way, which decides."""
        value = self.interface.wire.read_body(body)
        if isinstance(value, Refusal):
            return value
        refusal = self.interface.body_refusal(value, self.terms)
        if refusal is not None:
            return refusal
        request: Request = self.interface.body.convert(value)
        return request

    def _head(self, content_type: str | None, vdn: str, campaign: str) -> Head | Refusal:
        """What comes before the body; it is kept what short ones say, since others may be as long as they like."""
        if len(content_type or "") + len(vdn) + len(campaign) > _LONGEST_KEPT:
            return judge_head(self.interface, self.terms, content_type, vdn, campaign)
        return self._kept_head(content_type, vdn, campaign)


def judge_head(
    interface: Interface[Any], terms: Terms, content_type: str | None, vdn: str, campaign: str
) -> Head | Refusal:
    """The VDN and the campaign that a call means."""
    refusal = interface.wire.refuse_content_type(content_type, terms)
    if refusal is not None:
        return refusal
    for field, value in ((interface.vdn, vdn), (interface.campaign, campaign)):
        refusal = field.refusal(value, field.name, terms)
        if refusal is not None:
            return refusal
    return interface.vdn.convert(vdn), interface.campaign.convert(campaign)
