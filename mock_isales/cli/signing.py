"""`mock-isales sign`."""

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from mock_isales.cli.failing import told
from mock_isales.contract.c2.requests import SignedRequest
from mock_isales.contract.c2.signing import Signing
from mock_isales.contract.c2.signing import sign as signing_of
from mock_isales.contract.c2.timestamps import microseconds_of, timestamp, why_not
from mock_isales.engine.forms import microseconds_of as microseconds_of_time
from mock_isales.variables import AK, SK

_STANDARD_INPUT = Path("-")
_DEFAULT_PORTS = {"http": ":80", "https": ":443"}
"""What clients leave out of `Host`."""


class NotSigned(Exception):  # noqa: N818 - it reads as what it says
    """The request cannot be signed; the message says why."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of the command, as the command line has it."""

    method: str
    url: str
    ak: str | None
    sk: str | None = field(repr=False)
    headers: Sequence[str]
    body: Path | None
    signed: Sequence[str] | None
    time: str | None
    explain: bool


def sign(asked: Asked) -> None:
    """Print the token, and with `explain` each step before it."""
    with told(NotSigned):
        signing = _signed(asked)
        lines = list(_steps(signing)) if asked.explain else [signing.token]
    sys.stdout.write("\n".join(lines) + "\n")


def _signed(asked: Asked) -> Signing:
    if not asked.ak or not asked.sk:
        raise NotSigned(f"name the access key and its secret: --ak and --sk, or {AK} and {SK}")
    try:
        return signing_of(_request(asked), asked.ak, asked.sk, _time(asked.time), asked.signed)
    except ValueError as error:
        raise NotSigned(str(error)) from None


def _request(asked: Asked) -> SignedRequest:
    address = urlsplit(asked.url)
    host = address.netloc.rpartition("@")[2]
    if address.scheme not in _DEFAULT_PORTS or not host:
        raise NotSigned(f"{asked.url} is no address: it begins with http:// or https://, and a host")
    if not address.path.isascii() or " " in address.path:
        raise NotSigned(f"{asked.url}: write the path as it is sent, percent-encoded")
    body = _body(asked.body)
    headers = [_header(each) for each in asked.headers]
    sent = {name.lower() for name, _ in headers}
    if "host" not in sent:
        headers.append(("Host", host.removesuffix(_DEFAULT_PORTS[address.scheme])))
    if body and "content-length" not in sent:
        headers.append(("Content-Length", str(len(body))))
    return SignedRequest(asked.method.upper(), address.path or "/", address.query, headers, body)


def _header(text: str) -> tuple[str, str]:
    name, colon, value = text.partition(":")
    if not colon or not name.strip():
        raise NotSigned(f"--header {text}: must be 'NAME: VALUE'")
    return name.strip(), value.strip()


def _body(file: Path | None) -> bytes:
    if file is None:
        return b""
    try:
        return sys.stdin.buffer.read() if file == _STANDARD_INPUT else file.read_bytes()
    except OSError as error:
        raise NotSigned(f"--body {file} cannot be read: {error.strerror}") from None


def _time(text: str | None) -> str:
    if text is None:
        return timestamp(microseconds_of_time(datetime.now(UTC)))
    if microseconds_of(text) is None:
        raise NotSigned(f"--time {text}: {why_not(text)}")
    return text


def _steps(signing: Signing) -> Iterator[str]:
    yield "1. The prefix: auth-v2, the access key's name, the time, the names of the signed headers."
    yield signing.prefix
    yield ""
    yield "2. The signing key: HMAC-SHA256 with the secret, of the prefix, in lower-case hex."
    yield signing.signing_key
    yield ""
    yield "3. The canonical request: method, path, query if there is one, names and lines of the signed headers, body."
    yield signing.canonical
    yield ""
    yield "4. The signature: HMAC-SHA256 with the signing key as a text, of the canonical request, in lower-case hex."
    yield signing.signature
    yield ""
    yield "5. The token: the value of the header Authorization."
    yield signing.token
