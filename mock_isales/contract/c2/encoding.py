"""C2's percent-encoding."""

from functools import lru_cache
from urllib.parse import unquote_to_bytes

from mock_isales.contract.c2.requests import wire_of

UNRESERVED = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~"
"""The bytes that are left as they are."""

_ENCODED = [chr(byte) if byte in UNRESERVED else f"%{byte:02X}" for byte in range(256)]
_REPLACEMENTS = [(bytes([byte]), encoded.encode()) for byte, encoded in enumerate(_ENCODED)]
_SHORT = 64
_MANY = 32

# What JSON is full of, the most frequent last, as each one found makes the text longer.
_OFTEN = b'{}[] ,:"'
_EXPECTED = UNRESERVED + b"%" + _OFTEN


def enc(value: bytes) -> str:
    """The percent-encoding of some bytes: upper-case hex for all but A-Z a-z 0-9 - . _ ~, `/` too.

    A long text is encoded one kind of byte after the other, as long as that is faster than one byte after the other.
    """
    if len(value) <= _SHORT:
        return _short(value)
    others = set(value.translate(None, _EXPECTED))
    if len(others) > _MANY:
        return _byte_by_byte(value)
    value = value.replace(b"%", b"%25")  # first: what is put in place of the others contains it
    for other in others:
        value = value.replace(*_REPLACEMENTS[other])
    for often in _OFTEN:
        value = value.replace(*_REPLACEMENTS[often])
    return value.decode("ascii")


def form_pairs(query: str) -> list[tuple[bytes, bytes]]:
    """The keys and values of a query as it was sent, decoded; `+` is a space, and a key alone has an empty value."""
    pairs = (each.partition("=") for each in query.replace("+", " ").split("&") if each)
    return [(unquote_to_bytes(wire_of(key)), unquote_to_bytes(wire_of(value))) for key, _, value in pairs]


@lru_cache(maxsize=1024)
def _short(value: bytes) -> str:
    """The encoding of a header's name or value, which are the same in most calls."""
    return _byte_by_byte(value)


def _byte_by_byte(value: bytes) -> str:
    return "".join(map(_ENCODED.__getitem__, value))
