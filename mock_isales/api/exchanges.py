"""Exchanges: a call from its arrival to its answer, as the journal keeps it."""

from time import perf_counter_ns
from typing import TYPE_CHECKING

from fastapi import Request, Response

from mock_isales.api.doors import world_of
from mock_isales.contract.clauses import Refusal
from mock_isales.contract.text import Language
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.injections import Injection, Transport
from mock_isales.engine.journal.entries import SUCCESS, Entry, Ruling, SignatureRuling, masked_head

if TYPE_CHECKING:  # it is imported where tokens are verified: few servers in CI do
    from mock_isales.contract.c2.gates import Unverified
    from mock_isales.contract.service import Terms

REQUEST_ID = "X-Mock-Request"
"""The header of a documented answer that names its call's id in the journal of its world."""

_REQUEST_ID = REQUEST_ID.lower().encode()
_NS_PER_US = 1000


class Exchange:
    """One call and what became of it.

    Attributes:
        world: The world that it has gone into.
        body: Its body, as far as it was read.
        decision: What its world has decided; None before, and where nothing was to be decided.
        made: What the journal keeps of it, once that is known.
    """

    made: Entry

    def __init__(self, request: Request, operation: str | None) -> None:
        self.world = world_of(request.scope)
        self.body = b""
        self.decision: Decision | None = None
        self._request = request
        self._headers: dict[bytes, bytes] = dict(reversed(request.scope["headers"]))  # of two with a name, the first
        self._operation = operation
        self._at = self.world.clock()
        self._began = perf_counter_ns()
        self._ruling: Ruling | None = None
        self._fault: str | None = None
        self._transport: Transport | None = None
        self._without_fault: Ruling | None = None
        self._terms: Terms | None = None
        self._measured: tuple[tuple[str, int], ...] | None = None
        self._signature: SignatureRuling | None = None

    def header(self, name: bytes) -> str | None:
        """The call's header of a lower-case name, the first one; None without it."""
        value = self._headers.get(name)
        return None if value is None else value.decode("latin-1")

    def refused(self, refusal: Refusal) -> None:
        """A clause refused the call with an HTTP status, before its world could decide."""
        self._ruling = _ruling_of(None, refusal)

    def unverified(self, refusal: Refusal, unverified: "Unverified") -> None:
        """The call's token was not the right one."""
        self.refused(refusal)
        names = unverified.signed_headers
        mistakes = tuple((each.kind.value, each.sentence, each.advice) for each in unverified.mistakes)
        self._signature = SignatureRuling(unverified.step.value, unverified.detail, names, mistakes)

    def decided(self, decision: Decision, code: str) -> None:
        """The call's world has decided, which is answered with that code unless a fault answers without one.

        The last time stands.
        """
        self.decision = decision
        self._fault, self._transport, self._without_fault = None, None, None
        self._terms = decision.terms
        self._measured = decision.measured
        told: str | None = code
        if decision.injection is not None:
            told = self._struck(decision, decision.injection, code)
        refusal = decision.refusal
        if refusal is not None:
            self._ruling = _ruling_of(told, refusal)
        else:
            self._ruling = SUCCESS if told == SUCCESS.result_code else Ruling(told)

    def _struck(self, decision: Decision, injection: Injection, code: str) -> str | None:
        """Keep what a fault has done to the call; the code that is answered, None if none is."""
        self._fault, self._transport = injection.fault, injection.transport
        without = decision.without_fault
        if without is not None:
            described, refusal = without.describe(Language.ENGLISH), without.refusal
            self._without_fault = SUCCESS if refusal is None else _ruling_of(described.code, refusal)
        return code if injection.code is not None or not injection.replaces else None

    async def keep(self, response: Response, *, tell_id: bool = False) -> Entry:
        """Put the call into the journal, and tell how it stands there.

        Args:
            response: The answer.
            tell_id: Whether the answer names the call's id there.
        """
        headers = list(response.raw_headers)

        def entry_of(entry_id: int | None) -> Entry:
            response.raw_headers = list(headers)  # it may be made again
            return self.entry(response, entry_id if tell_id else None)

        await self.world.record(entry_of)
        return self.made

    def entry(self, response: Response, entry_id: int | None) -> Entry:
        """The call as the journal keeps it.

        Args:
            response: The answer.
            entry_id: The call's id there, which the answer is to name; None if it names none.
        """
        if entry_id is not None and response.status_code:
            response.raw_headers.append((_REQUEST_ID, b"%d" % entry_id))
        scope = self._request.scope
        parameters = scope.get("path_params", {})
        target = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
        self.made = Entry(
            at=self._at,
            operation=self._operation,
            vdn=parameters.get("vdnId"),
            campaign=parameters.get("campaignId"),
            method=scope["method"],
            target=target.decode("latin-1"),
            head=masked_head(scope["headers"]),
            body=self.body,
            status=response.status_code,
            answer_head=masked_head(response.raw_headers),
            answer=bytes(response.body),
            decision=self._ruling,
            fault=self._fault,
            signature=self._signature,
            transport=self._transport,
            without_fault=self._without_fault,
            terms=self._terms,
            measured=self._measured,
            duration_us=(perf_counter_ns() - self._began) // _NS_PER_US,
        )
        return self.made


def _ruling_of(code: str | None, refusal: Refusal) -> Ruling:
    """What the journal keeps of a refusal that is answered with a code."""
    return Ruling(code, refusal.clause.id, refusal.field, refusal.value)
