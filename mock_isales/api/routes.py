"""The documented routes. The way of a request: authorization, body, decision, envelope."""

import logging
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from reprlib import Repr
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute

from mock_isales.api.bodies import BodyTooLarge, read_body
from mock_isales.api.envelopes import MEDIA_TYPE, envelope
from mock_isales.api.problems import problem
from mock_isales.api.targets import LONGEST_TARGET, target_too_long
from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.interface import Interface
from mock_isales.contract.text import Language
from mock_isales.engine.decisions import Decision
from mock_isales.engine.worlds import World

Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]

_SHOWN = 80
_SHORTLY = Repr()
_SHORTLY.maxstring = _SHORTLY.maxother = _SHOWN

logger = logging.getLogger("mock_isales.calls")


class RawRoute(APIRoute):
    """A route whose endpoint takes the request as it is: the contract, not the framework, judges it."""

    def get_route_handler(self) -> Endpoint:
        """The endpoint itself."""
        endpoint: Endpoint = self.endpoint
        return endpoint


def documented_routes(world: World, max_body: int) -> APIRouter:
    """The routes of the documented interfaces.

    Args:
        world: Who decides about the calls.
        max_body: The most bytes of a body.
    """
    router = APIRouter(route_class=RawRoute, redirect_slashes=False)
    for interface in INTERFACES:
        router.add_api_route(
            interface.wire.path,
            documented_endpoint(interface, world, max_body),
            methods=["POST"],
            name=interface.operation,
            operation_id=interface.operation,
            response_class=Response,
        )
    return router


def documented_endpoint(interface: Interface[Any], world: World, max_body: int) -> Endpoint:
    """The endpoint of one interface."""

    async def endpoint(request: Request) -> Response:
        headers = request.headers
        if len(request.scope["path"]) > LONGEST_TARGET:
            return target_too_long()
        refusal = interface.wire.refuse_authorization(headers.get("authorization"))
        if refusal is not None:
            return unauthenticated()
        try:
            body = await read_body(request, max_body)
        except BodyTooLarge:
            return body_too_large(max_body)
        vdn, campaign = request.path_params["vdnId"], request.path_params["campaignId"]
        decision = await world.decide(interface, headers.get("content-type"), vdn, campaign, body)
        if decision.refusal is not None:
            log_refusal(decision, vdn, campaign)
        return Response(envelope(decision, Language.of_locale(headers.get("locale"))), media_type=MEDIA_TYPE)

    return endpoint


def unauthenticated() -> Response:
    """The answer to a call that does not show who calls."""
    detail = "The header Authorization is absent or blank; every call of the documented interfaces carries one."
    headers = {"WWW-Authenticate": "auth-v2"}
    return problem("not-authenticated", HTTPStatus.UNAUTHORIZED, detail, headers)


def body_too_large(limit: int) -> Response:
    """The answer to a body over the limit. The connection ends with it: what is left of the body is not read."""
    detail = f"The body is larger than the {limit} bytes that this server takes."
    return problem("body-too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail, {"Connection": "close"})


def log_refusal(decision: Decision, vdn: str, campaign: str) -> None:
    """Say in the log why a call was refused, which its answer may only say by a code."""
    refusal = decision.refusal
    if refusal is None or not logger.isEnabledFor(logging.INFO):
        return
    code = decision.describe(Language.ENGLISH).code
    value = _SHORTLY.repr(refusal.value)
    shown = value if len(value) <= _SHOWN else f"{value[:_SHOWN]}…"
    place = f"{refusal.field} = {shown}" if refusal.field else shown
    operation = decision.interface.operation
    to = "/".join(each[:_SHOWN].encode("unicode_escape").decode() for each in (vdn, campaign))
    logger.info("%s %s: %s by %s: %s", operation, to, code.value, refusal.clause.id, place)
