"""The calls of a journal as HAR 1.2. What only a double knows of them stands in fields that begin with `_`."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any
from urllib.parse import parse_qsl

from pydantic_core import to_json

from mock_isales.engine.forms import written
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.journal.views import AnswerMessage, Headers, RequestMessage, view_of
from mock_isales.http_status import phrase_of

VERSION = "1.2"

_HTTP = "HTTP/1.1"
_UNKNOWN = -1
"""What HAR says of a size that is not known."""

_OWN = (
    *("id", "operation", "vdn", "campaign", "result_code", "clause", "field", "value"),
    *("fault", "transport", "without_fault", "signature"),
)
"""What a double knows of a call, by its names in the journal."""

Json = dict[str, Any]


def har_of(
    entries: Iterable[Entry], is_wanted: Callable[[Entry], bool], address: str, creator: tuple[str, str], comment: str
) -> Iterator[bytes]:
    """Some calls as HAR, which is made part by part when it is read; a call that is not wanted is an empty part.

    Args:
        entries: The calls.
        is_wanted: Which of them are wanted.
        address: The server's, with scheme and host.
        creator: The name and the version of what writes it.
        comment: What is to be known of them.
    """
    name, version = creator
    head = {"version": VERSION, "creator": {"name": name, "version": version}, "comment": comment}
    yield b'{"log":' + to_json(head)[:-1] + b',"entries":['
    comma = b""
    for entry in entries:
        if is_wanted(entry):
            yield comma + to_json(har_entry(entry, address))
            comma = b","
        else:
            yield b""
    yield b"]}}"


def har_entry(entry: Entry, address: str) -> Json:
    """A call as HAR has it."""
    view = view_of(entry, with_departures=False)
    own = view.model_dump(mode="json", include=set(_OWN), exclude_none=True)
    return {
        "startedDateTime": written(view.at),
        "time": view.duration_ms,
        "request": _request(view.request, address, len(entry.body)),
        "response": _response(view.answer, len(entry.answer)),
        "cache": {},
        "timings": {"send": 0, "wait": view.duration_ms, "receive": 0},
    } | {_own_name(name): own[name] for name in _OWN if name in own}


def _own_name(name: str) -> str:
    """A name of the journal's as HAR writes names: `_resultCode`."""
    first, *others = name.split("_")
    return "_" + first + "".join(each.capitalize() for each in others)


def _request(message: RequestMessage, address: str, size: int) -> Json:
    query = parse_qsl(message.target.partition("?")[2], keep_blank_values=True)
    told = {
        "method": message.method,
        "url": address + message.target,
        "httpVersion": _HTTP,
        "cookies": [],
        "headers": _pairs(message.headers),
        "queryString": _pairs(query),
        "headersSize": _UNKNOWN,
        "bodySize": size,
    }
    if not size:
        return told
    # HAR has no word for the encoding of a body that was sent, as it has for one that was answered
    body = {"text": message.body} if message.body_base64 is None else _base64(message.body_base64, "_encoding")
    return told | {"postData": {"mimeType": _media_type(message.headers), **body}}


def _response(message: AnswerMessage, size: int) -> Json:
    body = {"text": message.body} if message.body_base64 is None else _base64(message.body_base64, "encoding")
    return {
        "status": message.status,
        "statusText": phrase_of(message.status),
        "httpVersion": _HTTP,
        "cookies": [],
        "headers": _pairs(message.headers),
        "content": {"size": size, "mimeType": _media_type(message.headers), **body},
        "redirectURL": "",
        "headersSize": _UNKNOWN,
        "bodySize": size,
    }


def _base64(text: str, says_so: str) -> Json:
    return {"text": text, says_so: "base64"}


def _pairs(pairs: Headers) -> list[Json]:
    return [{"name": name, "value": value} for name, value in pairs]


def _media_type(headers: Headers) -> str:
    return next((value for name, value in headers if name.lower() == "content-type"), "")
