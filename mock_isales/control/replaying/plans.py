"""What is called for an entry of a recording; or why nothing is."""

from base64 import b64decode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, unquote, urlsplit

from starlette.types import Scope

from mock_isales.api.doors import HEADER
from mock_isales.api.routes import RawRoute
from mock_isales.control.forms.hars import HarBody, HarEntry
from mock_isales.engine.addresses import PREFIX, without_prefix
from mock_isales.engine.export.calls import (
    ANY,
    AUTHORIZATION,
    CONTROL,
    KEPT_IN_ADDRESSES,
    TOKEN,
    TOO_LARGE,
    UNAUTHORIZED,
    UNVERIFIED,
    told,
)
from mock_isales.engine.journal.entries import MASK

_BY_THE_WIRE = frozenset({"content-length", "transfer-encoding", "connection", "expect", HEADER.lower()})
"""Headers that are said anew: the body's length, and the world that it is replayed in."""

_UNAUTHENTICATED = 401


class NotReplayed(ValueError):  # noqa: N818 - it reads as what it says
    """An entry is skipped; the message says why."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A call that is to be made.

    Attributes:
        operation: Which documented operation it calls.
        scope: The call as ASGI has it.
        body: Its body.
    """

    operation: str
    scope: Scope
    body: bytes


def plan(entry: HarEntry, world: str, routes: Iterable[RawRoute], *, signed: bool) -> Plan:
    """What is called for an entry.

    Args:
        entry: The entry.
        world: In which world.
        routes: The documented routes.
        signed: Whether the server verifies `Authorization`.

    Raises:
        NotReplayed: It is no documented call, or not to be made as it was.
    """
    path, query = _address(entry.request.url)
    operation = _operation(entry.request.method, path, routes)
    if not entry.response.status:
        raise NotReplayed("no answer was recorded (its status is 0)")
    if entry.clause in TOO_LARGE:
        raise NotReplayed("its body was larger than the server took, and was not kept")
    body = _body(entry.request.body)
    headers = [*_headers(entry, signed=signed), (b"content-length", b"%d" % len(body))]
    if path.startswith(PREFIX):
        path = PREFIX + world + without_prefix(path)
    else:
        headers.append((HEADER.lower().encode(), world.encode()))
    return Plan(operation, _scope(entry.request.method, path, query, headers), body)


def target_of(url: str) -> str:
    """An address without scheme and host, for people; shortened."""
    try:
        path, query = _address(url)
    except NotReplayed:
        return told(url)
    return told(f"{path}?{query}" if query else path, 200)


def _scope(method: str, path: str, query: str, headers: list[tuple[bytes, bytes]]) -> Scope:
    """A call as a server makes it of what comes over the wire."""
    return {
        "type": "http",
        "asgi": {"version": "3.0", "spec_version": "2.3"},
        "http_version": "1.1",
        "method": method,
        "scheme": "http",
        "path": unquote(path),
        "raw_path": path.encode(),
        "query_string": query.encode(),
        "root_path": "",
        "headers": headers,
        "client": None,
        "server": None,
    }


def _address(url: str) -> tuple[str, str]:
    """The path and the query of an address, in ASCII."""
    try:
        parts = urlsplit(url)
    except ValueError as error:
        raise NotReplayed(f"its url cannot be read: {error}") from None
    path, query = (quote(part, safe=KEPT_IN_ADDRESSES) for part in (parts.path, parts.query))
    return path, query


def _operation(method: str, path: str, routes: Iterable[RawRoute]) -> str:
    documented = without_prefix(unquote(path))
    route = next((each for each in routes if each.path_regex.match(documented)), None)
    if route is None:
        raise NotReplayed("it is no documented call")
    if method not in (route.methods or ()):
        raise NotReplayed(f"it is no documented call: the method of {route.name} is POST")
    return route.name


def _body(body: HarBody | None) -> bytes:
    if body is None:
        return b""
    if body.text is None and body.params:
        raise NotReplayed("its body was recorded as the parameters of a form (postData.params), and not as a text")
    text, encoding = body.text or "", body.encoding or body.own_encoding
    if encoding is None:
        return text.encode()
    if encoding.lower() != "base64":
        raise NotReplayed(f"its body is encoded in {told(encoding)}; base64 is known")
    try:
        return b64decode(text, validate=True)
    except ValueError:
        raise NotReplayed("its body is not the Base64 that it says it is") from None


def _headers(entry: HarEntry, *, signed: bool) -> Iterator[tuple[bytes, bytes]]:
    """The headers but those that are said anew, in small letters as a server gets them."""
    shown: str | None = None
    for each in entry.request.headers:
        name = each.name.lower()
        if name.startswith(":") or name in _BY_THE_WIRE:  # HTTP/2 has the address among the headers
            continue
        if not TOKEN.fullmatch(name) or CONTROL.search(each.value):
            raise NotReplayed(f"its header {told(each.name)} is none that can be sent")
        if name == AUTHORIZATION:
            shown = each.value if shown is None else shown
        else:
            yield name.encode(), _bytes(each.value)
    authorization = _authorization(shown, entry, signed=signed)
    if authorization is not None:
        yield AUTHORIZATION.encode(), _bytes(authorization)


def _authorization(shown: str | None, entry: HarEntry, *, signed: bool) -> str | None:
    """What `Authorization` is: as it was shown, if it was, or if the lack of it was what the call was refused for."""
    if shown is not None and shown.strip() not in {"", MASK}:
        return shown
    if entry.clause in UNAUTHORIZED:
        return None if shown is None else ""
    if entry.clause in UNVERIFIED:
        return ANY
    if entry.response.status == _UNAUTHENTICATED and shown != MASK:
        return shown
    if signed:
        raise NotReplayed("it cannot be signed: recordings do not show Authorization, and the server verifies it")
    return ANY


def _bytes(value: str) -> bytes:
    try:
        return value.encode("latin-1")
    except UnicodeEncodeError:
        return value.encode()
