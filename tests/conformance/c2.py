"""The suite's own signer of C2 tokens: what the vendor's client does, and where clients of others' making differ."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from urllib.parse import quote, unquote_to_bytes

Headers = tuple[tuple[str, str], ...]


@dataclass(frozen=True)
class AccessKey:
    ak: str
    sk: str


@dataclass(frozen=True, kw_only=True)
class Signed:
    """What a signature stands for: a request as it is on the wire."""

    method: str
    path: str
    query: str = ""
    headers: Headers  # those that are signed
    body: bytes = b""


def encoded(plain: bytes) -> str:
    """Percent-encoded, all but letters, digits and `-._~`: `/` too."""
    return quote(plain, safe="")


def hexadecimal(digest: bytes) -> str:
    return digest.hex()


@dataclass(frozen=True, kw_only=True)
class Way:
    """How a client makes a token: as the vendor's own does, unless said otherwise."""

    encode: Callable[[bytes], str] = encoded
    body: Callable[[bytes], str] = encoded
    key: Callable[[bytes], bytes] = lambda digest: hexadecimal(digest).encode()
    signature: Callable[[bytes], str] = hexadecimal
    empty_query_line: bool = False  # a line for the query where there is none


VENDORS = Way()


def token(request: Signed, key: AccessKey, timestamp: str, way: Way = VENDORS) -> str:
    """The value of the Authorization header."""
    prefix = f"auth-v2/{key.ak}/{timestamp}/{signed_headers(request)}"
    signing_key = way.key(digest(key.sk.encode(), prefix))
    return f"{prefix}/{way.signature(digest(signing_key, canonical(request, way)))}"


def canonical(request: Signed, way: Way = VENDORS) -> str:
    headers = sorted(
        f"{way.encode(name.lower().encode())}:{way.encode(value.encode())}" for name, value in request.headers
    )
    query = [canonical_query(request.query, way)] if request.query or way.empty_query_line else []
    lines = (request.method, request.path, *query, signed_headers(request), *headers, way.body(request.body))
    return "\n".join(lines)


def signed_headers(request: Signed) -> str:
    return ";".join(sorted(name.lower() for name, _ in request.headers))


def canonical_query(query: str, way: Way = VENDORS) -> str:
    """Each pair decoded, a plus sign being a space, and encoded again."""
    pairs = (pair.partition("=") for pair in query.split("&") if pair)
    return "&".join(sorted(f"{again(key, way)}={again(value, way)}" for key, _, value in pairs))


def again(text: str, way: Way) -> str:
    return way.encode(unquote_to_bytes(text.replace("+", " ")))


def digest(key: bytes, message: str) -> bytes:
    return hmac.digest(key, message.encode(), sha256)
