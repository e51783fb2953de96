"""What a call is answered that gets no envelope: an HTTP status with a problem."""

from http import HTTPStatus
from typing import TYPE_CHECKING

from fastapi import Response

from mock_isales.api.doors import CONTROL
from mock_isales.api.problems import problem

if TYPE_CHECKING:  # it is imported where tokens are verified: few servers in CI do
    from mock_isales.contract.c2.gates import Unverified
    from mock_isales.engine.journal.entries import SignatureRuling

_CHALLENGE = {"WWW-Authenticate": "auth-v2"}
_ASKED_BY_STATUS = {401: _CHALLENGE, 405: {"Allow": "POST"}}
"""Headers that HTTP wants with a status."""


def injected(status: int, fault: str) -> Response:
    """The answer of a fault that is an HTTP status."""
    detail = f"Fault {fault} of this world answers so; the call has done nothing."
    return problem("injected", status, detail, _ASKED_BY_STATUS.get(status))


def unauthenticated(step: str | None = None) -> Response:
    """The answer to a call that does not show who calls; `step` is the one that failed, where tokens are verified."""
    members = {} if step is None else {"step": step}
    detail = "The header Authorization is absent or blank; every call of the documented interfaces carries one."
    return problem("not-authenticated", HTTPStatus.UNAUTHORIZED, detail, _CHALLENGE, **members)


def not_verified(unverified: "Unverified", world: str) -> Response:
    """The answer to a call whose token is not the right one. What the client may have done otherwise: the journal."""
    detail = " ".join([unverified.detail, *where_canonical(unverified, world)])
    return problem("not-authenticated", HTTPStatus.UNAUTHORIZED, detail, _CHALLENGE, step=unverified.step.value)


def body_too_large(limit: int) -> Response:
    """The answer to a body over the limit. The connection ends with it: what is left of the body is not read."""
    detail = f"The body is larger than the {limit} bytes that this server takes."
    return problem("body-too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail, {"Connection": "close"})


def where_canonical(unverified: "Unverified | SignatureRuling", world: str) -> list[str]:
    """A sentence about the canonical request that the server built, if it has built one."""
    if not unverified.signed_headers:
        return []
    return [f"The journal shows the canonical request that the server built: GET {CONTROL}/worlds/{world}/journal."]
