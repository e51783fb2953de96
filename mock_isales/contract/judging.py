"""From the bytes of a call to one typed request, or the first refusal (steps 2 to 6 of the order of the checks)."""

from dataclasses import dataclass
from functools import lru_cache
from typing import Generic, TypeVar

from mock_isales.contract.clauses import Refusal
from mock_isales.contract.compiled import CompiledBody
from mock_isales.contract.interface import Interface
from mock_isales.contract.service import Terms

Request = TypeVar("Request")

_HEADS_KEPT = 256
"""For how many kinds of calls it is kept what their head says: clients call the same campaigns again and again."""


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
        self._head = lru_cache(_HEADS_KEPT)(self._judge_head)

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

    def _judge_head(self, content_type: str | None, vdn: str, campaign: str) -> tuple[int, int] | Refusal:
        """What comes before the body: the VDN and the campaign that are meant."""
        refusal = self.interface.wire.refuse_content_type(content_type, self.terms)
        if refusal is not None:
            return refusal
        for field, value in ((self.interface.vdn, vdn), (self.interface.campaign, campaign)):
            refusal = field.refusal(value, field.name, self.terms)
            if refusal is not None:
                return refusal
        return self.interface.vdn.convert(vdn), self.interface.campaign.convert(campaign)
