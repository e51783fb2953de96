"""A request, as far as C2 signs it."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

_ESCAPE = "surrogateescape"


def text_of(wire: bytes) -> str:
    """Bytes of the wire as a text. Whatever they are, `wire_of` makes them again."""
    return wire.decode("utf-8", _ESCAPE)


def wire_of(text: str) -> bytes:
    """The bytes that a text is on the wire."""
    return text.encode("utf-8", _ESCAPE)


@dataclass(slots=True)
class SignedRequest:
    """A request. Its texts are what `text_of` makes of the wire's bytes.

    Attributes:
        method: The HTTP method.
        path: The path as it was sent, not decoded, without the query.
        query: The query as it was sent, not decoded, without its `?`.
        headers: Names in any case, and values, in the order in which they were sent.
        body: The body.
        other_paths: Paths that may have been signed instead: the documented one, if a world's prefix leads to it.
    """

    method: str
    path: str
    query: str
    headers: Sequence[tuple[str, str]]
    body: bytes
    other_paths: tuple[str, ...] = ()

    @classmethod
    def of_wire(  # noqa: PLR0913, PLR0917 - a request has that many parts
        cls,
        method: str,
        path: bytes,
        query: bytes,
        headers: Iterable[tuple[bytes, bytes]],
        body: bytes,
        other_paths: tuple[str, ...] = (),
    ) -> "SignedRequest":
        """The same, from bytes as a server receives them."""
        texts = [(name.decode("utf-8", _ESCAPE), value.decode("utf-8", _ESCAPE)) for name, value in headers]
        return cls(method, text_of(path), text_of(query), texts, body, other_paths)

    @property
    def paths(self) -> tuple[str, ...]:
        """All paths that may have been signed."""
        return (self.path, *self.other_paths)

    def header_values(self) -> dict[str, str]:
        """The headers' values by lower-case name. One that was sent more than once has its values joined by commas."""
        values: dict[str, str] = {}
        for sent_name, sent_value in self.headers:
            name = sent_name.lower()
            value = sent_value.strip(" \t")
            values[name] = f"{values[name]},{value}" if name in values else value
        return values
