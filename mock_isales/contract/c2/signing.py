"""How a request is signed."""

import hmac
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from mock_isales.contract.c2.encoding import enc, form_pairs
from mock_isales.contract.c2.requests import SignedRequest, wire_of
from mock_isales.contract.c2.tokens import VERSION

USUAL_HEADERS = ("content-length", "content-type", "host")
"""What is signed of a request if nothing is said, as far as it has them."""


@dataclass(frozen=True, slots=True)
class Signing:
    """A signature, and each step on the way to it. The signing key is a secret as long as the token's time is valid.

    Attributes:
        prefix: The first part of the token, which the signing key is made of.
        signing_key: In hex.
        canonical: The canonical request.
        signature: In hex.
    """

    prefix: str
    signing_key: str = field(repr=False)
    canonical: str
    signature: str

    @property
    def token(self) -> str:
        """The value of the header `Authorization`."""
        return f"{self.prefix}/{self.signature}"


def sign(
    request: SignedRequest, ak: str, sk: str, timestamp: str, signed_headers: Iterable[str] | None = None
) -> Signing:
    """Sign a request.

    Args:
        request: It must have a header `Host`.
        ak: The access key's name.
        sk: Its secret.
        timestamp: UTC, as `timestamps.timestamp` writes it.
        signed_headers: Which headers are signed; without it, the usual ones as far as the request has them.

    Raises:
        ValueError: The AK has a slash, or a header that is to be signed cannot be, or the request lacks it; the message
            says so.
    """
    values = request.header_values()
    usual = [name for name in USUAL_HEADERS if name in values or name == "host"]
    names = sorted({name.lower() for name in (usual if signed_headers is None else signed_headers)} | {"host"})
    if "authorization" in names:
        raise ValueError("the header authorization is never signed, as it carries the signature")
    lacking = [name for name in names if name not in values]
    if lacking:
        raise ValueError(f"the request has no header {lacking[0]}")
    if not ak or "/" in ak:
        raise ValueError("an access key's name is not empty, and has no slash")
    prefix = prefix_of(ak, timestamp, names)
    key = signing_key(sk, prefix)
    canonical = canonical_request(request, names)
    return Signing(prefix, key, canonical, signature(key, canonical))


def prefix_of(ak: str, timestamp: str, signed_headers: Sequence[str]) -> str:
    """The first part of a token.

    Args:
        ak: The access key's name.
        timestamp: As it is to stand there.
        signed_headers: Lower-case names, sorted.
    """
    return f"{VERSION}/{ak}/{timestamp}/{';'.join(signed_headers)}"


def signing_key(sk: str, prefix: str) -> str:
    """The key of the signature, in hex."""
    return hmac.digest(wire_of(sk), wire_of(prefix), "sha256").hex()


def signature(key: str, canonical: str) -> str:
    """The signature of a canonical request, in hex; the key is the text, not what it stands for."""
    return hmac.digest(key.encode(), wire_of(canonical), "sha256").hex()


def canonical_request(request: SignedRequest, signed_headers: Sequence[str], *, empty_query_line: bool = False) -> str:
    """The canonical request.

    Args:
        request: It has all headers that are signed.
        signed_headers: Lower-case names, sorted.
        empty_query_line: Whether a request without a query has an empty line in its place.
    """
    rest = canonical_rest(request, signed_headers, request.header_values(), empty_query_line=empty_query_line)
    return canonical_start(request.method, request.path) + rest


def canonical_start(method: str, path: str) -> str:
    """The lines of a canonical request above its query."""
    return f"{method}\n{path}\n"


def canonical_rest(
    request: SignedRequest, signed_headers: Sequence[str], values: Mapping[str, str], *, empty_query_line: bool = False
) -> str:
    """The lines of a canonical request from its query on; `values` are those of the headers."""
    query = canonical_query(request.query)
    query_line = f"{query}\n" if query or empty_query_line else ""
    names = ";".join(signed_headers)
    lines = "\n".join(sorted(header_line(name, values[name]) for name in signed_headers))
    return f"{query_line}{names}\n{lines}\n{enc(request.body)}"


def canonical_query(query: str, escape: Callable[[bytes], str] = enc) -> str:
    """The line of a query: decoded, encoded again, and sorted; empty when there is none."""
    if not query:
        return ""
    return "&".join(sorted(f"{escape(key)}={escape(value)}" for key, value in form_pairs(query)))


def header_line(name: str, value: str) -> str:
    """The line of a header."""
    return f"{enc(wire_of(name))}:{enc(wire_of(value))}"
