"""Worlds: a world decides about calls, under its own terms, on its own clock."""

from collections.abc import Sequence
from contextlib import suppress
from functools import partial
from typing import Any

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.clauses import Refusal
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.interface import Interface
from mock_isales.contract.judging import Call, Judge
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.requests import AddOutboundNumbers
from mock_isales.contract.service import Terms
from mock_isales.engine.decisions import Decision
from mock_isales.engine.steps import STEPS, count_call
from mock_isales.engine.stores.protocol import CampaignKey, Clock, Store, StoreFailure, Transaction

DEFAULT_WORLD = "default"


class World:
    """One contact centre of its own.

    Attributes:
        name: What it is called.
        terms: What its calls are judged under.
        store: Where its state is kept.
        clock: Its time.
    """

    def __init__(self, name: str, terms: Terms, store: Store, clock: Clock) -> None:
        self.name = name
        self.terms = terms
        self.store = store
        self.clock = clock
        self._judges: dict[str, Judge[Any]] = {interface.operation: Judge(interface, terms) for interface in INTERFACES}

    async def decide(
        self, interface: Interface[Any], content_type: str | None, vdn: str, campaign: str, body: bytes
    ) -> Decision:
        """Judge a call and, if nothing refuses it, do what it asks for (steps 2 to 14 of the order of the checks).

        Args:
            interface: Which interface is called.
            content_type: The header, None without it.
            vdn: The path's first parameter, as it was sent.
            campaign: The path's second parameter, as it was sent.
            body: The body, as it was sent.
        """
        call = self._judges[interface.operation].judge(content_type, vdn, campaign, body)
        if isinstance(call, Refusal):
            return Decision(interface, self.terms, call)
        return await self._act(interface, call)

    async def _act(self, interface: Interface[Any], call: Call[Any]) -> Decision:
        key = CampaignKey(self.name, call.vdn, call.campaign)
        decided: list[Decision] = []

        def step(campaign: Transaction) -> None:
            decided.append(STEPS[interface.operation](self.terms, call.request, campaign))

        try:
            await self.store.transact(key, self.clock, step)
        except StoreFailure as failure:
            if interface is ADD_OUTBOUND_NUMBERS:
                await self._count_unstored(key, call.request)
            return unstored(decided, Decision(interface, self.terms, storing_refusal(interface, str(failure))))
        return decided[0]

    async def _count_unstored(self, key: CampaignKey, request: AddOutboundNumbers) -> None:
        """A call that could not be stored has still been made: the pace counts it, if the database lets it."""
        with suppress(StoreFailure):
            await self.store.transact(key, self.clock, partial(count_call, self.terms, request))


def unstored(decided: Sequence[Decision], failed: Decision) -> Decision:
    """What becomes of a call when the database fails: a refusal decided before stands, as the first check decides."""
    return decided[0] if decided and decided[0].refusal else failed


def storing_refusal(interface: Interface[Any], reason: str) -> Refusal:
    """The refusal of a call that the database could not store; 0200001, where that is its code, has a detail."""
    announced = interface.storing.code is ResultCode.PARAMETER_ERROR
    detail = ResultCode.DATABASE_ERROR.sentence if announced else None
    return interface.storing.refuse("", reason, detail)
