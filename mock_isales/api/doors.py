"""The doors of a server: a call goes into the world that it names, or to the control interface."""

from collections.abc import Callable
from http import HTTPStatus

from fastapi import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from mock_isales.api.problems import problem
from mock_isales.engine.addresses import PREFIX
from mock_isales.engine.registry import TooManyWorlds, Worlds
from mock_isales.engine.stores.protocol import StoreFailure
from mock_isales.engine.world_names import BadName
from mock_isales.engine.worlds import DEFAULT_WORLD, World

CONTROL = "/_mock"
HEADER = "X-Mock-World"

_HEADER_NAME = HEADER.lower().encode()
_WORLD = "mock_isales.world"
_WORLDS = "mock_isales.worlds"

REFUSED = (BadName, TooManyWorlds, StoreFailure)
"""What keeps a call out of its world."""


def world_of(scope: Scope) -> World:
    """The world that a call has gone into."""
    world: World = scope[_WORLD]
    return world


async def enter(scope: Scope, worlds: Worlds) -> Response | None:
    """Put the world that a call names into its scope; or the answer, if it cannot be told."""
    names = {value.decode("latin-1") for name, value in scope["headers"] if name == _HEADER_NAME}
    path: str = scope["path"]
    if path.startswith(PREFIX):
        named = path[len(PREFIX) :].partition("/")[0]
        names.add(named)
        scope["root_path"] = f"{scope.get('root_path', '')}{PREFIX}{named}"
    if len(names) > 1:
        return _two_worlds(names)
    scope[_WORLDS] = worlds
    try:
        scope[_WORLD] = await worlds.enter(names.pop() if names else DEFAULT_WORLD)
    except REFUSED as error:
        return refusal_of(error)
    return None


async def enter_again(scope: Scope, *, up_to_date: bool) -> World:
    """The world that a call names, as it is now: while the call's body came, it may have been ended.

    Args:
        scope: The call's.
        up_to_date: Whether what other processes have changed in it is to be known.

    Raises:
        TooManyWorlds, StoreFailure: It cannot be made again.
    """
    worlds: Worlds = scope[_WORLDS]
    world = world_of(scope)
    if worlds.has(world) and not up_to_date:
        return world
    return await worlds.enter(world.name, up_to_date=up_to_date)


async def renew(scope: Scope, world: World) -> World:
    """The world that a call names, made anew because the store keeps nothing of it any more.

    Raises:
        TooManyWorlds, StoreFailure: It cannot be made again.
    """
    worlds: Worlds = scope[_WORLDS]
    return await worlds.renew(world)


def refusal_of(error: Exception, failed: str = "The world cannot be made: {}.") -> Response:
    """The answer to a call whose world cannot be entered; `failed` says so of a database that fails."""
    if isinstance(error, BadName):
        return problem("bad-world", HTTPStatus.BAD_REQUEST, f"{error}.")
    if isinstance(error, TooManyWorlds):
        return problem("too-many-worlds", HTTPStatus.SERVICE_UNAVAILABLE, f"{error}.")
    return problem("store", HTTPStatus.SERVICE_UNAVAILABLE, failed.format(error))


class Doors:
    """Leads each call into its world: that of the header `X-Mock-World`, or of the path prefix `/w/{world}`.

    Args:
        app: What answers the documented interfaces.
        worlds: The server's worlds.
        control: Gives what answers under `/_mock`; asked when it is first needed.
    """

    def __init__(self, app: ASGIApp, worlds: Worlds, control: Callable[[], ASGIApp]) -> None:
        self._app = app
        self._worlds = worlds
        self._control = control

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Lead a call on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
        elif scope["path"] == CONTROL or scope["path"].startswith(f"{CONTROL}/"):
            await self._control()(scope, receive, send)
        else:
            refused = await enter(scope, self._worlds)
            await (refused or self._app)(scope, receive, send)


def _two_worlds(names: set[str]) -> Response:
    first, second, *_ = sorted(names)
    detail = f"The call names two worlds, {first[:130]!r} and {second[:130]!r}: by {HEADER}, and by {PREFIX}{{world}}."
    return problem("two-worlds", HTTPStatus.BAD_REQUEST, detail)
