"""The documented routes. The way of a request: authorization, body, decision, envelope, journal."""

from collections.abc import Callable, Coroutine, Iterable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from fastapi import APIRouter, Request, Response
from fastapi.routing import APIRoute

from mock_isales.api.bodies import BodyTooLarge, read_body
from mock_isales.api.breaking import hold_up, on_its_way, without_answer
from mock_isales.api.call_log import log_call
from mock_isales.api.doors import enter_again, renew
from mock_isales.api.envelopes import MEDIA_TYPE, envelope
from mock_isales.api.exchanges import Exchange
from mock_isales.api.other_answers import body_too_large, injected, not_verified, unauthenticated
from mock_isales.api.targets import LONGEST_TARGET, target_too_long
from mock_isales.contract.answers import Description
from mock_isales.contract.interface import Interface
from mock_isales.contract.text import Language
from mock_isales.contract.wire import Wire
from mock_isales.engine.deciding import SentCall
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.injections import Injection
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.stores.protocol import WorldGone
from mock_isales.engine.worlds import World
from mock_isales.settings import Settings

if TYPE_CHECKING:  # it is imported where tokens are verified: few servers in CI do
    from mock_isales.contract.c2.gates import Unverified

Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]

Writes = Callable[[Decision, Description], bytes]
"""Writes the envelope of a decision, with its code and its text."""

Verifies = Callable[[Request, bytes, World], Coroutine[Any, Any, "Unverified | None"]]
"""Tells why a call, with its body, does not show who calls."""


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
        asks_who: Whether a call must carry the header Authorization.
        verifies: What refuses a call whose Authorization is not the right one; None takes any.
        request_ids: Whether an answer names its call's id in the journal.
        writes: What writes the envelopes.
    """

    max_body: int
    asks_who: bool = True
    verifies: Verifies | None = None
    request_ids: bool = True
    writes: Writes = envelope


def told_by(settings: Settings, interface: Interface[Any]) -> Told:
    """What the wire of an interface was told. What verifies tokens, or lies, is imported when a server is to do so."""
    verifies = import_module("mock_isales.api.c2").C2().refuse if settings.auth == "c2" else None
    told = Told(settings.max_body, settings.auth != "off", verifies, settings.request_ids)
    lie = settings.lying()
    if lie is None:
        return told
    lying: Told = import_module("mock_isales.api.lying").lying(told, lie, interface)
    return lying


def routes_of(settings: Settings, interfaces: Iterable[Interface[Any]]) -> APIRouter:
    """The routes of the interfaces that a server serves."""
    return documented_routes([(each, told_by(settings, each)) for each in interfaces])


def documented_routes(served: Iterable[tuple[Interface[Any], Told]]) -> APIRouter:
    """The routes of interfaces, each with what its wire was told."""
    router = APIRouter(route_class=RawRoute, redirect_slashes=False)
    for interface, told in served:
        router.add_api_route(
            interface.wire.path,
            documented_endpoint(interface, told),
            methods=list(interface.wire.methods),
            name=interface.operation,
            operation_id=interface.operation,
            response_class=Response,
        )
    return router


def documented_endpoint(interface: Interface[Any], told: Told) -> Endpoint:
    """The endpoint of one interface."""

    async def endpoint(request: Request) -> Response:
        exchange = Exchange(request, interface.operation)
        with exchange.world.used():
            response = await _answer(interface, told, request, exchange)
        log_call(exchange.made, exchange.world.name, exchange.decision)
        return response

    return endpoint


async def _answer(interface: Interface[Any], told: Told, request: Request, exchange: Exchange) -> Response:
    if len(request.scope["path"]) > LONGEST_TARGET:
        refused: Response | None = target_too_long()
    else:
        refused = await _received(interface.wire, told, request, exchange)
    if refused is None:
        return await _decided(interface, told, request, exchange)
    await exchange.keep(refused, tell_id=told.request_ids)
    return refused


async def _received(wire: Wire, told: Told, request: Request, exchange: Exchange) -> Response | None:
    """Read a call's body, and find out who calls; the answer to one that is not let in."""
    refusal = wire.refuse_authorization(exchange.header(b"authorization")) if told.asks_who else None
    if refusal is not None:
        exchange.refused(refusal)
        return unauthenticated("form" if told.verifies else None)
    try:
        announced = exchange.header(b"content-length") or ""
        exchange.body = await read_body(request.receive, announced, told.max_body)
    except BodyTooLarge:
        exchange.refused(wire.body_size.refuse("", f"more than {told.max_body} bytes"))
        return body_too_large(told.max_body)
    exchange.world = await enter_again(request.scope, up_to_date=told.verifies is not None)  # it is judged here
    unverified = await told.verifies(request, exchange.body, exchange.world) if told.verifies else None
    if unverified is None:
        return None
    exchange.unverified(wire.signature.refuse("Authorization", unverified.step.value), unverified)
    return not_verified(unverified, exchange.world.name)


async def _decided(interface: Interface[Any], told: Told, request: Request, exchange: Exchange) -> Response:
    """Let the world of a call decide about it, and keep it."""
    language = Language.of_locale(exchange.header(b"locale"))
    path = request.path_params
    content_type = exchange.header(b"content-type")
    sent = SentCall(interface, content_type, path["vdnId"], path["campaignId"], exchange.body)
    made: list[Response] = []  # the last one stands: a world may decide again

    def answers(decision: Decision, entry_id: int | None) -> Entry | None:
        described = decision.describe(language)
        exchange.decided(decision, described.code)
        if decision.injection is not None:
            return None
        response = Response(told.writes(decision, described), media_type=MEDIA_TYPE)
        made.append(response)
        return exchange.entry(response, entry_id if told.request_ids else None)

    decision: Decision | None = None
    while decision is None:
        try:
            decision = await exchange.world.decide(sent, answers)
        except WorldGone:  # as often as others end it meanwhile
            exchange.world = await renew(request.scope, exchange.world)
    if decision.injection is None:
        return made[-1]
    struck = await _struck(told, request, decision, decision.describe(language), decision.injection)
    await exchange.keep(struck, tell_id=told.request_ids)
    return struck


async def _struck(
    told: Told, request: Request, decision: Decision, described: Description, injection: Injection
) -> Response:
    """The answer to a call that a fault strikes, as it is to arrive."""
    if injection.delay:
        await hold_up(request, injection.delay)
    if injection.status is not None:
        answer = injected(injection.status, injection.fault)
    elif injection.replaces and injection.code is None:
        answer = without_answer()
    else:
        answer = Response(told.writes(decision, described), media_type=MEDIA_TYPE)
    return on_its_way(answer, injection)
