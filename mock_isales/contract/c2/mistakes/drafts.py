"""A signature before it is computed: the pieces and the steps, each of which a mistake may change."""

import hmac
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from mock_isales.contract.c2.encoding import enc
from mock_isales.contract.c2.requests import SignedRequest, wire_of
from mock_isales.contract.c2.signing import canonical_query, signing_key
from mock_isales.contract.c2.tokens import Token

Escape = Callable[[bytes], str]


def encoded_body(body: bytes, escape: Escape) -> str:
    """The body's line as it should be."""
    return escape(body)


def hex_key(draft: "Draft") -> bytes:
    """The second key as it should be."""
    return signing_key(draft.secret, draft.prefix).encode()


def query_line(draft: "Draft") -> str:
    """The query's line as it should be, with its line break."""
    query = canonical_query(draft.query, draft.escape)
    return f"{query}\n" if query else ""


def joined(draft: "Draft") -> str:
    """The canonical request as it should be."""
    head = f"{draft.method}\n{draft.path}\n{draft.query_line(draft)}"
    return f"{head}{draft.names_line}\n{draft.header_lines()}\n{draft.body_line()}"


@dataclass(frozen=True, slots=True)
class Draft:
    """How a request is signed; without a change, as it should be. The steps have defaults, the pieces have none.

    Attributes:
        sent: What was sent, which no mistake changes.
        token: The token that came with it, likewise.
        secret: The SK.
        prefix: What the signing key is made of.
        names_line: The line of the signed headers' names.
        line_names: The names of the headers' lines, in the order in which the lines are made.
        values: The headers' values, by lower-case name.
        key: The second key.
        in_order: The headers' lines in the order in which they are signed.
        joined: The canonical request.
        written: The signature as a text.
    """

    sent: SignedRequest
    token: Token
    secret: str
    prefix: str
    method: str
    path: str
    query: str
    names_line: str
    line_names: tuple[str, ...]
    values: Mapping[str, str]
    body: bytes
    key: Callable[["Draft"], bytes] = hex_key
    escape: Escape = enc
    escape_header: Escape | None = None
    escape_body: Escape | None = None
    query_line: Callable[["Draft"], str] = query_line
    body_text: Callable[[bytes, Escape], str] = encoded_body
    in_order: Callable[[Sequence[str]], Sequence[str]] = sorted
    joined: Callable[["Draft"], str] = joined
    written: Callable[[bytes], str] = bytes.hex
    _bodies: dict[object, str] = field(default_factory=dict, repr=False)

    def header_lines(self) -> str:
        """The lines of the headers."""
        escape = self.escape_header or self.escape
        lines = [f"{escape(wire_of(name))}:{escape(wire_of(self.values[name.lower()]))}" for name in self.line_names]
        return "\n".join(self.in_order(lines))

    def body_line(self) -> str:
        """The line of the body. It is the one that takes long, and few mistakes change it."""
        escape = self.escape_body or self.escape
        way = (self.body, self.body_text, escape)
        if way not in self._bodies:
            self._bodies[way] = self.body_text(self.body, escape)
        return self._bodies[way]

    def signature(self) -> str:
        """What would have been sent as the signature."""
        return self.written(hmac.digest(self.key(self), wire_of(self.joined(self)), "sha256"))


def draft_of(request: SignedRequest, token: Token, secret: str, path: str) -> Draft:
    """The right way to sign a request; `path` is the one of its paths that is signed."""
    return Draft(
        sent=request,
        token=token,
        secret=secret,
        prefix=token.prefix,
        method=request.method,
        path=path,
        query=request.query,
        names_line=";".join(token.names),
        line_names=tuple(token.names),
        values=request.header_values(),
        body=request.body,
    )
