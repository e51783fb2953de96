"""A call as it was sent, and deciding about one that is valid in itself, within the transaction of its campaign."""

from dataclasses import replace
from typing import Any, NamedTuple

from mock_isales.contract.codes import ResultCode
from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import Call
from mock_isales.contract.service import Terms
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.injections import Injection
from mock_isales.engine.steps import Step, adds_records, pass_over, pretended
from mock_isales.engine.stores.protocol import Transaction


class SentCall(NamedTuple):
    """A call as it was sent, as far as a world judges it.

    Attributes:
        interface: Which interface is called.
        content_type: The header; None without it.
        vdn: The path's first parameter.
        campaign: The path's second parameter.
        body: The body.
    """

    interface: Interface[Any]
    content_type: str | None
    vdn: str
    campaign: str
    body: bytes


class Valid(NamedTuple):
    """A call that is valid in itself.

    Attributes:
        interface: Which interface is called.
        terms: What it was judged under.
        call: What it asks for, and of which campaign.
        step: Does what it asks for.
    """

    interface: Interface[Any]
    terms: Terms
    call: Call[Any]
    step: Step

    def decide(self, injection: Injection | None, campaign: Transaction) -> Decision:
        """Do what it asks for, unless a rule refuses it or a fault answers instead.

        Args:
            injection: What a fault does to it; None: nothing.
            campaign: The campaign, for a step.
        """
        if injection is not None and injection.replaces:
            return self._inject(injection, campaign)
        decision = self.step(self.interface, self.terms, self.call.request, campaign)
        return decision if injection is None else replace(decision, injection=injection)

    def _inject(self, injection: Injection, campaign: Transaction) -> Decision:
        """Do nothing of what it asks for, but find out what would have become of it; the pace may count it."""
        interface, terms, request = self.interface, self.terms, self.call.request
        adds = adds_records(interface)
        without = pass_over(interface, terms, request, campaign, counts=injection.counts_for_pace and adds)
        added = pretended(terms, request, campaign.now) if injection.code == ResultCode.SUCCESS and adds else None
        return Decision(interface, terms, added=added, injection=injection, without_fault=without)
