"""Exchanges: a call from its arrival to its answer, as the journal keeps it."""

from time import perf_counter_ns
from typing import TYPE_CHECKING

from fastapi import Request, Response

from mock_isales.api.doors import world_of
from mock_isales.contract.clauses import Refusal
from mock_isales.engine.decisions import Decision
from mock_isales.engine.journal.entries import SUCCESS, Entry, Ruling, SignatureRuling, masked_head

if TYPE_CHECKING:  # it is imported where tokens are verified: few servers in CI do
    from mock_isales.contract.c2.gates import Unverified

REQUEST_ID = "X-Mock-Request"
"""The header of a documented answer that names its call's id in the journal of its world."""

_REQUEST_ID = REQUEST_ID.lower().encode()
_NS_PER_US = 1000


class Exchange:
    """One call and what became of it.

    Attributes:
        world: The world that it has gone into.
        body: Its body, as far as it was read.
    """

    def __init__(self, request: Request, operation: str | None) -> None:
        self.world = world_of(request.scope)
        self.body = b""
        self._request = request
        self._headers: dict[bytes, bytes] = dict(reversed(request.scope["headers"]))  # of two with a name, the first
        self._operation = operation
        self._at = self.world.clock()
        self._began = perf_counter_ns()
        self._ruling: Ruling | None = None
        self._fault: str | None = None
        self._signature: SignatureRuling | None = None

    def header(self, name: bytes) -> str | None:
        """The call's header of a lower-case name, the first one; None without it."""
        value = self._headers.get(name)
        return None if value is None else value.decode("latin-1")

    def refused(self, refusal: Refusal) -> None:
        """A clause refused the call with an HTTP status, before its world could decide."""
        self._ruling = Ruling(None, refusal.clause.id, refusal.field, refusal.value)

    def unverified(self, refusal: Refusal, unverified: "Unverified") -> None:
        """The call's token was not the right one."""
        self.refused(refusal)
        names = unverified.signed_headers
        mistakes = tuple((each.kind.value, each.sentence, each.advice) for each in unverified.mistakes)
        self._signature = SignatureRuling(unverified.step.value, unverified.detail, names, mistakes)

    def decided(self, decision: Decision, code: str) -> None:
        """The call's world has decided, which is answered with that code unless a fault answers with an HTTP status."""
        injection = decision.injection
        told = None if injection is not None and injection.status else code
        self._fault = None if injection is None else injection.fault
        refusal = decision.refusal
        if refusal is not None:
            self._ruling = Ruling(told, refusal.clause.id, refusal.field, refusal.value)
        else:
            self._ruling = SUCCESS if told == SUCCESS.result_code else Ruling(told)

    def keep(self, response: Response, *, tell_id: bool = False) -> None:
        """Put the call into the journal.

        Args:
            response: The answer.
            tell_id: Whether the answer names the call's id there.
        """
        if tell_id:
            response.raw_headers.append((_REQUEST_ID, b"%d" % self.world.journal.next_id))
        scope = self._request.scope
        parameters = scope.get("path_params", {})
        target = scope["raw_path"] + (b"?" + scope["query_string"] if scope["query_string"] else b"")
        self.world.journal.add(
            Entry(
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
                duration_us=(perf_counter_ns() - self._began) // _NS_PER_US,
            )
        )
