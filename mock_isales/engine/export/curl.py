"""A call as a command of curl, for a POSIX shell. Nothing that a client sent gets out of its quotes."""

import re
from base64 import b64encode
from collections.abc import Iterator
from shlex import quote

from mock_isales.engine.export.calls import ANY, AUTHORIZATION, Again, again, outcome_of, remarks_on, told
from mock_isales.engine.journal.entries import MASK, Entry

_LONGEST_ARGUMENT = 65_536
"""Bytes: a system takes twice that at least."""

_UNSEEN = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufeff]")
"""What steers a terminal or hides there, and what no argument can hold."""

_PLAIN = re.compile(rb"[^ !#$&()*+,./0-9:;<=>?@A-Z\[\]^_a-z{|}~-]")
"""What is not plain within the quotes of a format of `printf`."""


def curl_of(entry: Entry, world: str, address: str, *, signed: bool, own_authority: bool) -> str:
    """The command that makes a call once more.

    Args:
        entry: The call.
        world: The world whose call it is.
        address: The server's, with scheme and host.
        signed: Whether the server verifies `Authorization`.
        own_authority: Whether the server has an authority of its own, which curl has to be told.

    Returns:
        Lines of comments, and the command.
    """
    call = again(entry)
    parts = ["curl", "-sS", "-w", quote("\\n"), "--globoff", "--path-as-is", *_method(call.method)]
    parts += ["--cacert", '"$MOCK_ISALES_CA"'] if own_authority else []
    parts += [quote(address + call.target), *_headers(call, signed=signed)]
    before, data = _body(entry.body)
    comments = [f"# {each}" for each in _comments(entry, call, world, signed=signed, own_authority=own_authority)]
    return "\n".join([*comments, before + " ".join(parts + data)]) + "\n"


def _comments(entry: Entry, call: Again, world: str, *, signed: bool, own_authority: bool) -> Iterator[str]:
    yield f"Call {entry.id} of world {world}, which was answered {told(outcome_of(entry))}."
    if call.authorization == MASK:
        known = "AUTHORIZATION is to be its C2 token: mock-isales sign prints one." if signed else "any will do."
        yield f"Authorization is never kept: {known}"
    if own_authority:
        yield "MOCK_ISALES_CA is to name a file with what GET /_mock/ca.pem answers."
    yield from (f"The header {name} is left out." for name in call.left_out)
    yield from remarks_on(entry)


def _method(method: str) -> list[str]:
    return ["--head"] if method == "HEAD" else ["-X", quote(method)]


def _headers(call: Again, *, signed: bool) -> Iterator[str]:
    for name, value in call.headers:
        yield from ("-H", _header(name, value))
    if call.authorization == MASK:
        yield from ("-H", f'"{AUTHORIZATION}: $AUTHORIZATION"' if signed else quote(f"{AUTHORIZATION}: {ANY}"))
    elif call.authorization is not None:
        yield from ("-H", _header(AUTHORIZATION, call.authorization))
    if not any(name.lower() == "content-type" for name, _ in call.headers):
        yield from ("-H", quote("content-type:"))  # curl would say one of its own


def _header(name: str, value: str) -> str:
    """A header with the bytes that it was sent with: most clients that send others than ASCII send UTF-8."""
    if not value:
        return quote(f"{name};")
    sent = value.encode("latin-1")
    text = _shown(sent)
    return f'"$({_printed(name.encode() + b": " + sent)})"' if text is None else quote(f"{name}: {text}")


def _body(body: bytes) -> tuple[str, list[str]]:
    """What stands before curl so that it gets a body, and how curl is told of it."""
    text = _shown(body)
    if text is None:
        return f"printf %s {quote(b64encode(body).decode())} | base64 -d | ", ["--data-binary", "@-"]
    if len(body) > _LONGEST_ARGUMENT or text.startswith("@"):
        return f"printf %s {quote(text)} | ", ["--data-binary", "@-"]
    return "", ["--data-binary", quote(text)]


def _shown(sent: bytes) -> str | None:
    """The text that some bytes are; None if they are none, or one that cannot be seen as it is."""
    try:
        text = sent.decode()
    except UnicodeDecodeError:
        return None
    return None if _UNSEEN.search(text) else text


def _printed(text: bytes) -> str:
    """A command that prints some bytes, in ASCII that needs no care."""
    escaped = _PLAIN.sub(lambda match: b"\\%03o" % match[0][0], text)
    return f"printf '{escaped.decode()}'"
