"""A request, and its canonical request piece by piece as a person would write it: each test gets another one wrong."""

import hmac
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256

from mock_isales.contract.c2.access_keys import AccessKey
from mock_isales.contract.c2.gates import Gate, Unverified, Verified
from mock_isales.contract.c2.requests import SignedRequest
from mock_isales.contract.c2.verifying import verify

AK = "demo"
SK = "s3cret/With+Signs=="
TIME = "2026-11-22T10:00:00Z"
NOW_US = 1_795_341_600_000_000
GATE = Gate({AK: AccessKey(AK, SK, frozenset({1, 2}))})

POSTED = SignedRequest(
    "POST",
    "/rest/a%20b/1",
    "b=2&a=x%2F+z&c",
    [("Host", "cc.example:8080"), ("Content-Type", "application/json"), ("Content-Length", "27")],
    '{"b": "x/y z!", "a": "中~"}'.encode(),
)
SENT = SignedRequest("PUT", "/rest/1/pause", "", [("Host", "cc.example:8080")], b"")


def hex_text(digest: bytes) -> bytes:
    return digest.hex().encode()


@dataclass(frozen=True)
class Hand:
    """The pieces of a signature; the defaults are right for `POSTED`."""

    method: str = "POST"
    path: str = "/rest/a%20b/1"
    query: str = "a=x%2F%20z&b=2&c=\n"
    names: str = "content-length;content-type;host"
    lines: str = "content-length:27\ncontent-type:application%2Fjson\nhost:cc.example%3A8080"
    body: str = "%7B%22b%22%3A%20%22x%2Fy%20z%21%22%2C%20%22a%22%3A%20%22%E4%B8%AD~%22%7D"
    announced: str = "content-length;content-type;host"
    ak: str = AK
    secret: str = SK
    time: str = TIME
    key: Callable[[bytes], bytes] = hex_text
    written: Callable[[bytes], str] = bytes.hex
    canonical: Callable[[str], str] = str

    def token(self) -> str:
        """The token that a client with these pieces sends."""
        prefix = f"auth-v2/{self.ak}/{self.time}/{self.announced}"
        key = self.key(hmac.new(self.secret.encode(), prefix.encode(), sha256).digest())
        text = f"{self.method}\n{self.path}\n{self.query}{self.names}\n{self.lines}\n{self.body}"
        message = self.canonical(text).encode(errors="surrogateescape")
        return f"{prefix}/{self.written(hmac.new(key, message, sha256).digest())}"


HOST_ALONE = Hand(
    method="PUT",
    path="/rest/1/pause",
    query="",
    names="host",
    lines="host:cc.example%3A8080",
    body="",
    announced="host",
)
"""The pieces that are right for `SENT`."""


def judged(
    token: str, request: SignedRequest = POSTED, gate: Gate = GATE, vdn: int | None = 1, now_us: int = NOW_US
) -> Verified | Unverified:
    return verify(token, request, gate, vdn, now_us)


def refused(
    token: str, request: SignedRequest = POSTED, gate: Gate = GATE, vdn: int | None = 1, now_us: int = NOW_US
) -> Unverified:
    verdict = judged(token, request, gate, vdn, now_us)
    assert isinstance(verdict, Unverified)
    assert SK not in repr(verdict)
    return verdict
