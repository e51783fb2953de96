"""The documented routes. The way of a request: authorization, body, decision, envelope, journal."""

import asyncio
import logging
from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from http import HTTPStatus
from reprlib import Repr
from typing import Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute

from mock_isales.api.bodies import BodyTooLarge, read_body
from mock_isales.api.envelopes import MEDIA_TYPE, envelope
from mock_isales.api.exchanges import Exchange
from mock_isales.api.problems import problem
from mock_isales.api.targets import LONGEST_TARGET, target_too_long
from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.clauses import Refusal
from mock_isales.contract.interface import Interface
from mock_isales.contract.text import Language
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.injections import Injection
from mock_isales.engine.worlds import DEFAULT_WORLD

Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]

REQUEST_ID = "X-Mock-Request"
"""The header of a documented answer that names its call's id in the journal of its world."""

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


@dataclass(frozen=True, slots=True)
class Told:
    """What the documented wire was told.

    Attributes:
        max_body: The most bytes of a body.
        request_ids: Whether an answer names its call's id in the journal.
    """

    max_body: int
    request_ids: bool = True


def documented_routes(told: Told) -> APIRouter:
    """The routes of the documented interfaces."""
    router = APIRouter(route_class=RawRoute, redirect_slashes=False)
    for interface in INTERFACES:
        router.add_api_route(
            interface.wire.path,
            documented_endpoint(interface, told),
            methods=["POST"],
            name=interface.operation,
            operation_id=interface.operation,
            response_class=Response,
        )
    return router


def documented_endpoint(interface: Interface[Any], told: Told) -> Endpoint:
    """The endpoint of one interface."""

    async def endpoint(request: Request) -> Response:
        exchange = Exchange(request, interface.operation)
        response = await _answer(interface, told.max_body, request, exchange)
        number = exchange.keep(response)
        if told.request_ids:
            response.headers[REQUEST_ID] = str(number)
        return response

    return endpoint


async def _answer(interface: Interface[Any], max_body: int, request: Request, exchange: Exchange) -> Response:
    headers = request.headers
    if len(request.scope["path"]) > LONGEST_TARGET:
        return target_too_long()
    refusal = interface.wire.refuse_authorization(headers.get("authorization"))
    if refusal is not None:
        exchange.refused(refusal)
        return unauthenticated()
    try:
        exchange.body = await read_body(request, max_body)
    except BodyTooLarge:
        exchange.refused(interface.wire.body_size.refuse("", f"more than {max_body} bytes"))
        return body_too_large(max_body)
    vdn, campaign = request.path_params["vdnId"], request.path_params["campaignId"]
    decision = await exchange.world.decide(interface, headers.get("content-type"), vdn, campaign, exchange.body)
    exchange.decided(decision)
    log_decision(decision, vdn, campaign, exchange.world.name)
    injection = decision.injection
    if injection is not None and injection.delay:
        await asyncio.sleep(injection.delay)
    if injection is not None and injection.status is not None:
        return injected(injection.status, injection.fault)
    return Response(envelope(decision, Language.of_locale(headers.get("locale"))), media_type=MEDIA_TYPE)


def injected(status: int, fault: str) -> Response:
    """The answer of a fault that is an HTTP status."""
    return problem("injected", status, f"Fault {fault} of this world answers so; the call has done nothing.")


def unauthenticated() -> Response:
    """The answer to a call that does not show who calls."""
    detail = "The header Authorization is absent or blank; every call of the documented interfaces carries one."
    headers = {"WWW-Authenticate": "auth-v2"}
    return problem("not-authenticated", HTTPStatus.UNAUTHORIZED, detail, headers)


def body_too_large(limit: int) -> Response:
    """The answer to a body over the limit. The connection ends with it: what is left of the body is not read."""
    detail = f"The body is larger than the {limit} bytes that this server takes."
    return problem("body-too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, detail, {"Connection": "close"})


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
    if injection.delay:
        parts.append(f"{injection.delay:g} s late")
    return ", ".join(parts)
