"""C2 signatures for httpx: the double takes them, and so does the real server."""

from collections.abc import Callable, Generator, Iterable
from datetime import UTC, datetime

import httpx

from mock_isales.contract.c2.requests import SignedRequest
from mock_isales.contract.c2.signing import sign
from mock_isales.contract.c2.timestamps import timestamp
from mock_isales.engine.forms import microseconds_of


def _now() -> datetime:
    return datetime.now(UTC)


class C2Auth(httpx.Auth):
    """Signs each request of a client: `httpx.Client(auth=C2Auth("ak", "sk"))`.

    A redirect within one host carries the token of the first address, which no server takes: do not follow one.

    Args:
        ak: The access key's name.
        sk: Its secret.
        signed_headers: Which headers are signed; without it `content-length`, `content-type` and `host`, as far as a
            request has them.
        now: Tells the time that a token carries.
    """

    requires_request_body = True

    def __init__(
        self, ak: str, sk: str, *, signed_headers: Iterable[str] | None = None, now: Callable[[], datetime] = _now
    ) -> None:
        self._ak = ak
        self._sk = sk
        names = [signed_headers] if isinstance(signed_headers, str) else signed_headers
        self._signed_headers = None if names is None else tuple(names)
        self._now = now

    def auth_flow(self, request: httpx.Request) -> Generator[httpx.Request, httpx.Response, None]:
        """Put the token into a request.

        Raises:
            ValueError: The access key's name has a slash, or the request lacks a header that is to be signed.
        """
        path, _, query = request.url.raw_path.partition(b"?")
        signed = SignedRequest.of_wire(request.method, path, query, request.headers.raw, request.content)
        when = timestamp(microseconds_of(self._now()))
        request.headers["Authorization"] = sign(signed, self._ak, self._sk, when, self._signed_headers).token
        yield request
