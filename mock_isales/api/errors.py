"""What becomes of an exception: an answer, and never a page of the framework's own."""

import logging
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

from mock_isales.api.call_log import log_call
from mock_isales.api.doors import REFUSED, refusal_of
from mock_isales.api.exchanges import Exchange
from mock_isales.api.problems import problem
from mock_isales.api.routes import RawRoute
from mock_isales.engine.addresses import without_prefix

PAGES = "/docs"
"""Below it are the pages for people, which the journal leaves out."""

EXPECTED = (ClientDisconnect, *REFUSED)
"""What may keep a call from its answer without any bug of ours."""

logger = logging.getLogger("mock_isales")


def install(app: FastAPI) -> None:
    """Make an app answer with problems where it would answer with pages of the framework's own."""
    app.add_exception_handler(HTTPException, _http_problem)
    for kind in (*EXPECTED, Exception):
        app.add_exception_handler(kind, _answer)


def answer_to(request: Request, error: Exception) -> Response:
    """The answer to a call that came to nothing: of what is expected, or a bug of ours, which is logged."""
    if isinstance(error, ClientDisconnect):
        return Response(status_code=HTTPStatus.BAD_REQUEST)
    if isinstance(error, REFUSED):
        return refusal_of(error)
    logger.error("%s %s failed: %s: %s", request.method, request.url.path, type(error).__name__, error)
    detail = "The double itself failed. This is a bug of mock-isales; its log names it."
    return problem("internal", HTTPStatus.INTERNAL_SERVER_ERROR, detail)


async def _answer(request: Request, error: Exception) -> Response:
    return answer_to(request, error)


async def _http_problem(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
    response = _http_answer(request, error)
    await keep_stray(request, response)
    return response


def _http_answer(request: Request, error: HTTPException) -> Response:
    method, path = request.method, request.url.path
    if error.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        # The framework's static files leave out the header that RFC 9110 asks for.
        headers = {"Allow": "GET, HEAD"} | dict(error.headers or {})
        detail = f"{method} is not supported at {path}: use {headers['Allow']}."
        return problem("method-not-allowed", HTTPStatus.METHOD_NOT_ALLOWED, detail, headers)
    if error.status_code == HTTPStatus.NOT_FOUND:
        detail = f"Nothing is at {path}. The documented addresses stand in /openapi.json."
        return problem("not-found", HTTPStatus.NOT_FOUND, detail)
    return problem("http", HTTPStatus(error.status_code), f"{error.detail}.", error.headers)


async def keep_stray(request: Request, response: Response) -> None:
    """Put a call into its world's journal that no interface answers: a wrong address, or a wrong method."""
    if not without_prefix(request.scope["path"]).startswith(PAGES):
        route = request.scope.get("route")
        exchange = Exchange(request, route.name if isinstance(route, RawRoute) else None)
        log_call(await exchange.keep(response), exchange.world.name)
