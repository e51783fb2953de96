"""How the call of a case is signed, and the access keys that the server under test knows."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import httpx

from tests.conformance.c2 import VENDORS, AccessKey, Signed, Way, token

# of the seed
EVERY_VDN = AccessKey("conformance", "secretkeyfortests0123456789abcdefghij")
OTHER_VDN_ALONE = AccessKey("conformance-2", "Schlüssel/密钥 + more")
# told when the server starts
FIRST_VDN_ALONE = AccessKey("conformance-1", "anothersecretkeyfortests0123456789")
TOLD = f"{FIRST_VDN_ALONE.ak}:{FIRST_VDN_ALONE.sk}:1"

USUAL = ("content-length", "content-type", "host")


def in_seconds(time: datetime) -> str:
    return f"{time:%Y-%m-%dT%H:%M:%S}Z"


def in_milliseconds(time: datetime) -> str:
    return f"{time.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def as_sent(request: Signed) -> Signed:
    return request


def as_made(made: str) -> str:
    return made


@dataclass(frozen=True, kw_only=True)
class Signing:
    """Signs a request as the vendor's own client does, but for what is said here."""

    key: AccessKey = EVERY_VDN
    way: Way = VENDORS
    at: datetime | None = None  # None: when it is sent
    ahead: float = 0  # seconds
    form: Callable[[datetime], str] = in_milliseconds
    names: tuple[str, ...] = USUAL  # of the headers that are signed
    signs: Callable[[Signed], Signed] = as_sent  # where another request is signed than sent
    says: Callable[[str], str] = as_made  # where another token is sent than made

    def __call__(self, request: httpx.Request) -> httpx.Request:
        time = (self.at or datetime.now(UTC)) + timedelta(seconds=self.ahead)
        made = token(self.signs(self._on_the_wire(request)), self.key, self.form(time), self.way)
        request.headers["Authorization"] = self.says(made)
        return request

    def _on_the_wire(self, request: httpx.Request) -> Signed:
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        return Signed(
            method=request.method,
            path=path,
            query=query,
            headers=tuple((name, request.headers.get(name, "")) for name in self.names),
            body=request.read(),
        )


SIGNED = Signing()
FORGED = Signing(key=AccessKey(EVERY_VDN.ak, "not its secret"))


def sign_as_sent(request: httpx.Request) -> httpx.Request:
    """Sign those of the usual headers that a request has."""
    return Signing(names=tuple(name for name in USUAL if name in request.headers))(request)
