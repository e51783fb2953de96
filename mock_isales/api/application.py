"""The application: FastAPI, but for the calls of the documented interfaces, which go straight to their endpoints.

What the framework does on the way of a call (middlewares, exit stacks, a search among all routes) costs more than all
that is left to be done.
"""

from typing import Any

from fastapi import APIRouter, FastAPI, Request
from starlette.types import Receive, Scope, Send

from mock_isales.api.doors import enter
from mock_isales.api.errors import EXPECTED, answer_to
from mock_isales.api.routes import Endpoint, RawRoute
from mock_isales.engine.addresses import without_prefix
from mock_isales.engine.registry import Worlds


class Application(FastAPI):
    """An application that leads a call by itself where its address and its method are those of a documented route.

    The routes are declared with the framework all the same, which has everything else: other methods, other addresses,
    the pages, the document.

    Args:
        documented: The documented routes.
        worlds: What calls go into.
        told: What the framework is told.
    """

    def __init__(self, documented: APIRouter, worlds: Worlds, **told: Any) -> None:  # noqa: ANN401 - as the framework
        super().__init__(**told)
        self.include_router(documented)
        self._worlds = worlds
        self._documented = [route for route in documented.routes if isinstance(route, RawRoute)]

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a call."""
        endpoint = self._endpoint_of(scope)
        if endpoint is None:
            await super().__call__(scope, receive, send)
            return
        request = Request(scope, receive)
        try:
            response = await enter(scope, self._worlds) or await endpoint(request)
        except EXPECTED as error:
            response = answer_to(request, error)
        except Exception as error:
            await answer_to(request, error)(scope, receive, send)
            raise
        await response(scope, receive, send)

    def _endpoint_of(self, scope: Scope) -> Endpoint | None:
        """The endpoint of a documented call, the parameters of whose path it puts into the scope; None for others."""
        if scope["type"] != "http" or scope.get("root_path"):
            return None
        path = without_prefix(scope["path"])
        for route in self._documented:
            match = route.path_regex.match(path)
            if match is not None and scope["method"] in (route.methods or ()):
                scope["path_params"] = match.groupdict()
                endpoint: Endpoint = route.endpoint
                return endpoint
        return None
