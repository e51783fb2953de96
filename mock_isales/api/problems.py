"""Answers outside the documents: `application/problem+json` (RFC 9457), which none can take for an envelope."""

import json
import logging
from collections.abc import Mapping
from http import HTTPStatus

from fastapi import FastAPI, Request, Response
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect

MEDIA_TYPE = "application/problem+json"

logger = logging.getLogger("mock_isales")


def problem(kind: str, status: HTTPStatus, detail: str, headers: Mapping[str, str] | None = None) -> Response:
    """A problem, as RFC 9457 has it.

    Args:
        kind: Ends its type, `urn:mock-isales:problem:{kind}`.
        status: The HTTP status.
        detail: A sentence for the client's developer.
        headers: What the status asks for besides.
    """
    content = {
        "type": f"urn:mock-isales:problem:{kind}",
        "title": status.phrase,
        "status": status.value,
        "detail": detail,
    }
    return Response(json.dumps(content, ensure_ascii=False), status.value, headers, MEDIA_TYPE)


def install(app: FastAPI) -> None:
    """Make an app answer with problems where it would answer with pages of the framework's own."""
    app.add_exception_handler(HTTPException, _http_problem)
    app.add_exception_handler(ClientDisconnect, _nobody_listens)
    app.add_exception_handler(Exception, _internal_problem)


async def _http_problem(request: Request, error: Exception) -> Response:
    if not isinstance(error, HTTPException):
        raise error
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


async def _nobody_listens(request: Request, error: Exception) -> Response:  # noqa: ARG001 - a handler's form
    return Response(status_code=HTTPStatus.BAD_REQUEST)


async def _internal_problem(request: Request, error: Exception) -> Response:
    logger.error("%s %s failed: %s: %s", request.method, request.url.path, type(error).__name__, error)
    detail = "The double itself failed. This is a bug of mock-isales; its log names it."
    return problem("internal", HTTPStatus.INTERNAL_SERVER_ERROR, detail)
