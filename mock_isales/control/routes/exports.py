"""The journal as other tools read it: as HAR, and each call as a command of curl or as a test."""

from collections.abc import Callable

from fastapi import Request, Response
from fastapi.responses import StreamingResponse

from mock_isales import __version__
from mock_isales.control.calls import Call
from mock_isales.control.forms.hars import Har
from mock_isales.control.operations import Operation
from mock_isales.control.routes.journal import entry_named
from mock_isales.control.streams import in_turns
from mock_isales.engine.export.curl import curl_of
from mock_isales.engine.export.har import har_of
from mock_isales.engine.export.pytest_function import pytest_of
from mock_isales.engine.journal.wanted import Wanted
from mock_isales.engine.worlds import World

TEXT = "text/plain; charset=utf-8"

_TAG = "journal"
_PATH = "/worlds/{world}/journal"


async def har_shown(call: Call) -> Response:
    """Show calls as HAR."""
    wanted = call.asked(Wanted)
    world = await call.world()
    checks = wanted.checks()
    parts = har_of(
        world.journal.entries(),
        lambda entry: all(check(entry) for check in checks),
        address_of(call.request),
        ("mock-isales", __version__),
        _comment(world),
    )
    return StreamingResponse(in_turns(parts), media_type="application/json")


async def curl_shown(call: Call) -> Response:
    """Show a call as a command of curl."""
    world = await call.world()
    address = address_of(call.request)
    text = curl_of(
        entry_named(world.journal, call.name("id")),
        world.name,
        address,
        signed=call.double.settings.auth == "c2",
        own_authority=address.startswith("https:") and call.double.ca_pem is not None,
    )
    return Response(text, media_type=TEXT)


async def pytest_shown(call: Call) -> Response:
    """Show a call as a test."""
    world = await call.world()
    text = pytest_of(
        entry_named(world.journal, call.name("id")),
        world.name,
        signed=call.double.settings.auth == "c2",
        over_tls=call.request.scope["scheme"] == "https",
    )
    return Response(text, media_type=TEXT)


def address_of(request: Request) -> str:
    """The server's address as whoever asks has called it, with scheme and host."""
    host = request.headers.get("host")
    if host is None:  # HTTP/1.0 can do without
        name, port = request.scope.get("server") or ("localhost", None)
        host = f"[{name}]" if ":" in name else name
        host = host if port is None else f"{host}:{port}"
    return f"{request.scope['scheme']}://{host}"


def _comment(world: World) -> str:
    dropped = f" The journal had no room for {world.journal.dropped} other calls." if world.journal.dropped else ""
    return (
        f"Calls of world {world.name} of mock-isales. Their times are those of its clock. Authorization is never kept: "
        f"*** stands for it. What begins with _ is what the double knows of a call.{dropped}"
    )


def _of_a_call(kind: str, summary: str, description: str, does: Callable[..., object]) -> Operation:
    return Operation(
        method="GET",
        path=f"{_PATH}/{{id}}/{kind}",
        name=f"get_call_as_{kind}",
        tag=_TAG,
        summary=summary,
        description=description,
        does=does,  # type: ignore[arg-type]
        answers={200: TEXT},
    )


OPERATIONS = (
    Operation(
        method="GET",
        path=f"{_PATH}/har",
        name="get_har",
        tag=_TAG,
        summary="Get the calls as HAR",
        description="HAR 1.2, for browsers' tools, proxies, and `POST …/replay`: those calls that all parameters fit, "
        "the oldest first. Their times are those of the world's clock; `Authorization` is never kept, and `***` stands "
        "for it; a body that is not UTF-8 is Base64. What only the double knows begins with `_`: `_resultCode`, "
        "`_clause`, `_field`, `_value`, `_fault`.",
        does=har_shown,
        answers={200: Har},
        query=Wanted,
        asked={"operation": "add_outbound_numbers"},
    ),
    _of_a_call(
        "curl",
        "Get a call as a command of curl",
        "One command for a POSIX shell, which makes the call once more at the address where this was asked for.",
        curl_shown,
    ),
    _of_a_call(
        "pytest",
        "Get a call as a test",
        "A test for the plugin of pytest, which makes the call in a world of its own, and expects the same result "
        "code. A comment says what the world has to hold for that.",
        pytest_shown,
    ),
)
