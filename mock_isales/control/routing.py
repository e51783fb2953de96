"""The way of a call under `/_mock`: to its operation and, whatever happens, to an answer that says what to do."""

import logging
from collections.abc import Callable, Coroutine
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.requests import ClientDisconnect
from starlette.routing import compile_path

from mock_isales.api.doors import CONTROL, REFUSED, refusal_of
from mock_isales.api.problems import problem
from mock_isales.api.routes import RawRoute
from mock_isales.control.calls import Call
from mock_isales.control.catalogue import OPERATIONS
from mock_isales.control.operations import Operation
from mock_isales.control.queries import NoParameters
from mock_isales.control.refusals import Refused
from mock_isales.double import Double
from mock_isales.engine.journal.values import readable
from mock_isales.engine.seed_files.wording import nearest
from mock_isales.engine.stores.protocol import WorldGone

Endpoint = Callable[[Request], Coroutine[Any, Any, Response]]

_SHOWN = 200
_MATCHES = tuple((compile_path(f"{CONTROL}{each.path}")[0], each) for each in OPERATIONS)
_PAGES = ("/docs", "/openapi.json", "/ui")

_FAILED = "The database failed: {}. Nothing has changed."

logger = logging.getLogger("mock_isales")


def install(app: FastAPI, double: Double) -> None:
    """Make an app answer all operations, and everything else with a problem."""
    for operation in OPERATIONS:
        route = RawRoute(operation.path, endpoint_of(operation, double), methods=operation.methods, name=operation.name)
        app.router.routes.append(route)
    app.add_exception_handler(HTTPStatus.NOT_FOUND, _nothing_there)
    app.add_exception_handler(HTTPStatus.METHOD_NOT_ALLOWED, _wrong_method)


def endpoint_of(operation: Operation, double: Double) -> Endpoint:
    """What answers the calls of an operation."""

    async def endpoint(request: Request) -> Response:
        call = Call(double, request)
        try:
            call.asked(operation.query or NoParameters)
            await call.pieces()  # a world that is looked up before it has come may have been ended when it has
            return await operation.does(call)
        except Refused as refused:
            return refused.answer
        except (WorldGone, LookupError) as error:  # so stores say that another process has ended the world
            is_known = type(error) in {WorldGone, LookupError} and "world" in request.path_params
            return call.no_such_world().answer if is_known else _internal_problem(request, error)
        except REFUSED as error:
            return refusal_of(error, _FAILED)
        except ClientDisconnect:
            return Response(status_code=HTTPStatus.BAD_REQUEST)
        except Exception as error:  # noqa: BLE001 - the app around this one would tell of it once more
            return _internal_problem(request, error)

    return endpoint


async def _wrong_method(request: Request, _: Exception) -> Response:
    path: str = request.scope["path"]
    allowed = ", ".join(_methods_at(path) or ["GET", "HEAD"])
    detail = f"{request.method} is not supported at {readable(path[:_SHOWN])}: use {allowed}."
    return problem("method-not-allowed", HTTPStatus.METHOD_NOT_ALLOWED, detail, {"Allow": allowed})


def _methods_at(path: str) -> list[str]:
    """The methods of the operations at an address; of the first pattern that fits it."""
    patterns = [each.path for pattern, each in _MATCHES if pattern.fullmatch(path)]
    return [method for each in OPERATIONS if each.path in patterns[:1] for method in each.methods]


async def _nothing_there(request: Request, _: Exception) -> Response:
    path: str = request.scope["path"]
    routes = [f"{CONTROL}{each}" for each in dict.fromkeys([*(each.path for each in OPERATIONS), *_PAGES])]
    close = nearest_route(path[:_SHOWN], routes)
    hint = f" Did you mean {close}?" if close else ""
    detail = f"Nothing is at {readable(path[:_SHOWN])}.{hint} {CONTROL}/docs shows all that there is."
    return problem("not-found", HTTPStatus.NOT_FOUND, detail, nearest=close, docs=f"{CONTROL}/docs")


def nearest_route(path: str, routes: list[str]) -> str | None:
    """The route that was most likely meant; None if none is like it."""
    parts = path.strip("/").split("/")
    likeness = {route: _likeness(parts, route.strip("/").split("/")) for route in routes}
    best = max(routes, key=lambda route: likeness[route])
    return best if likeness[best] > 1 else None  # the prefix alone is like every route


def _likeness(parts: list[str], pattern: list[str]) -> float:
    """How many parts of an address are those of a route, as far as it goes along; less for what is left or missing."""
    alike = 0.0
    for sent, known in zip(parts, pattern, strict=False):
        if known.startswith("{"):
            alike += 0.5
        elif nearest(sent, [known]) is None:
            break
        else:
            alike += 1 if sent == known else 0.9
    return alike - 0.1 * (max(len(parts), len(pattern)) - alike)


def _internal_problem(request: Request, error: Exception) -> Response:
    logger.error("%s %s failed: %s: %s", request.method, request.url.path, type(error).__name__, error)
    detail = "The double itself failed. This is a bug of mock-isales; its log names it."
    return problem("internal", HTTPStatus.INTERNAL_SERVER_ERROR, detail)
