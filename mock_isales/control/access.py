"""Who may call `/_mock`: on loopback whoever is on this machine, elsewhere whoever has the token."""

import re
from collections.abc import Iterable
from hmac import compare_digest
from http import HTTPStatus

from fastapi import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from mock_isales.api.doors import CONTROL
from mock_isales.api.problems import problem
from mock_isales.control.catalogue import OPERATIONS
from mock_isales.double import Double
from mock_isales.engine.journal.values import readable
from mock_isales.settings import is_local

OPEN = frozenset(
    {f"{CONTROL}{path}" for path in ("/docs", "/openapi.json", "/ui", "/ui/")}
    | {f"{CONTROL}{each.path}" for each in OPERATIONS if each.is_open}
)
"""What tells nothing of a world: open to all, as is what lies below the pages."""

_BELOW_A_PAGE = (f"{CONTROL}/docs/", f"{CONTROL}/ui/assets/")
_HOST = re.compile(r"(?P<name>\[[0-9A-Fa-f:.]+\]|[^:\[\]/@\s]+)(?::[0-9]*)?")
_ORIGIN = re.compile(r"https?://(?P<host>[^/?#]+)", re.IGNORECASE)
_SHOWN = 80


class Access:
    """Lets calls through that may be made, and answers the others.

    A web page of anybody's can make its visitor's browser call loopback, by a name that it has pointed there. The
    browser says in `Host` and `Origin` whom it thinks to call, and for whom.

    Args:
        app: What answers.
        double: Says where it listens, and what it asks for.
    """

    def __init__(self, app: ASGIApp, double: Double) -> None:
        self._app = app
        self._local = double.settings.is_local
        self._token = None if double.control_token is None else double.control_token.encode()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a call through, or answer it."""
        path: str = scope["path"]
        refused = None
        if path not in OPEN and not path.startswith(_BELOW_A_PAGE):
            refused = self._refuse(scope["headers"])
        await (refused or self._app)(scope, receive, send)

    def _refuse(self, headers: Iterable[tuple[bytes, bytes]]) -> Response | None:
        named = [(name.lower(), value) for name, value in headers]
        if self._token is not None:
            sent = [value for name, value in named if name == b"authorization"]
            return None if len(sent) == 1 and _bears(sent[0], self._token) else _unauthorized(shown=bool(sent))
        if not self._local:
            return None
        hosts = [value.decode("latin-1") for name, value in named if name == b"host"]
        origins = [value.decode("latin-1") for name, value in named if name == b"origin"]
        if not hosts or not all(map(_is_local_host, hosts)):
            return _foreign("Host", hosts, "call it by localhost or 127.0.0.1, or start the server with another --host")
        if not all(map(_is_local_origin, origins)):
            return _foreign("Origin", origins, "open the page from localhost, or call without a browser")
        return None


def _bears(value: bytes, token: bytes) -> bool:
    scheme, _, sent = value.partition(b" ")
    return scheme.lower() == b"bearer" and compare_digest(sent.strip(), token)


def _is_local_host(host: str) -> bool:
    match = _HOST.fullmatch(host.strip())
    return match is not None and is_local(match["name"])


def _is_local_origin(origin: str) -> bool:
    match = _ORIGIN.fullmatch(origin.strip())
    return match is not None and _is_local_host(match["host"])


def _unauthorized(*, shown: bool) -> Response:
    detail = (
        "/_mock asks for the header Authorization: Bearer TOKEN, since the server can be reached from other machines. "
        "The token is that of MOCK_ISALES_CONTROL_TOKEN or, if that is not set, the one printed at start."
    )
    detail = f"The token is not the right one. {detail}" if shown else detail
    challenge = 'Bearer realm="mock-isales", error="invalid_token"' if shown else 'Bearer realm="mock-isales"'
    return problem("not-authorized", HTTPStatus.UNAUTHORIZED, detail, {"WWW-Authenticate": challenge})


def _foreign(header: str, values: list[str], instead: str) -> Response:
    what = f"is {', '.join(values)[:_SHOWN]}, which is not this machine" if values else "is missing"
    detail = (
        f"The header {header} {readable(what)}. The server listens on loopback, and /_mock answers local callers only, "
        f"so that no web page can reach it: {instead}."
    )
    return problem("not-local", HTTPStatus.FORBIDDEN, detail)
