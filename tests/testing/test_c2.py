"""`C2Auth` signs what httpx sends: as the vectors say, and as a server verifies it."""

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import Any, NamedTuple

import httpx
import pytest

from mock_isales.contract.c2.signing import sign
from mock_isales.contract.c2.timestamps import microseconds_of
from mock_isales.testing import AsyncControl, C2Auth, Control, ControlError
from tests.contract.c2 import vectors
from tests.served import served

CALL_DATA = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
AK, SK = "demo", "s3cret/With+Signs=="
BODY = b'{"callDataList": [{"called": [{"calledNo": "1"}]}]}'
JSON = {"Content-Type": "application/json; charset=UTF-8"}
AUTH = C2Auth(AK, SK)


def at(time: str) -> Callable[[], datetime]:
    microseconds = microseconds_of(time)
    assert microseconds is not None
    return lambda: datetime.fromtimestamp(microseconds / 1_000_000, UTC)


def sent(request: httpx.Request, auth: C2Auth) -> httpx.Request:
    """A request as it goes out."""
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200)

    with httpx.Client(transport=httpx.MockTransport(answer), auth=auth) as client:
        client.send(request)
    (request,) = seen
    return request


def test_the_first_vector() -> None:
    signed, prefix, signature = vectors.VECTORS["V1"]
    headers = [(name, value) for name, value in signed.headers if name != "Host"]
    request = httpx.Request("POST", f"http://10.22.26.181:28080{signed.path}", headers=headers, content=signed.body)
    auth = C2Auth(vectors.AK, vectors.SK, now=at("2024-10-31T14:06:52.123Z"))
    assert sent(request, auth).headers["authorization"] == f"{prefix}/{signature}"


@pytest.mark.parametrize("vector", ["V2", "V3", "V4"])
def test_the_requests_of_the_others_at_a_time_with_milliseconds(vector: str) -> None:
    signed, _, _ = vectors.VECTORS[vector]
    url = httpx.URL("http://10.22.26.181:28080", path=signed.path, query=signed.query.encode())
    auth = C2Auth(vectors.AK, vectors.SK, signed_headers=["host"], now=at("2020-09-10T00:00:00Z"))
    request = sent(httpx.Request(signed.method, url, content=signed.body), auth)
    expected = sign(signed, vectors.AK, vectors.SK, "2020-09-10T00:00:00.000Z")
    assert request.headers["authorization"] == expected.token


def test_what_is_signed_if_nothing_is_said() -> None:
    get = sent(httpx.Request("GET", "http://h/"), AUTH)
    assert get.headers["authorization"].split("/")[3] == "host"
    post = sent(httpx.Request("POST", "http://h/", json={}), AUTH)
    assert post.headers["authorization"].split("/")[3] == "content-length;content-type;host"
    some = sent(httpx.Request("POST", "http://h/", json={}), C2Auth(AK, SK, signed_headers=["Content-Type"]))
    assert some.headers["authorization"].split("/")[3] == "content-type;host"


def test_the_time_may_be_told_in_any_zone() -> None:
    east = datetime(2026, 11, 22, 18, 0, 0, 1999, tzinfo=timezone(timedelta(hours=8)))
    request = sent(httpx.Request("GET", "http://h/"), C2Auth(AK, SK, now=lambda: east))
    assert request.headers["authorization"].split("/")[2] == "2026-11-22T10:00:00.001Z"


def test_each_request_is_signed_anew() -> None:
    times = iter([datetime(2026, 11, 22, tzinfo=UTC), datetime(2026, 11, 23, tzinfo=UTC)])
    auth = C2Auth(AK, SK, now=lambda: next(times))
    tokens = [sent(httpx.Request("GET", "http://h/"), auth).headers["authorization"] for _ in range(2)]
    assert [token.split("/")[2][:10] for token in tokens] == ["2026-11-22", "2026-11-23"]


@pytest.mark.parametrize(
    ("auth", "why"),
    [
        (C2Auth("a/b", SK), "slash"),
        (C2Auth("", SK), "empty"),
        (C2Auth(AK, SK, signed_headers=["x-absent"]), "no header x-absent"),
        (C2Auth(AK, SK, signed_headers=["Authorization"]), "never signed"),
    ],
)
def test_what_cannot_be_signed_is_told(auth: C2Auth, why: str) -> None:
    with pytest.raises(ValueError, match=why):
        sent(httpx.Request("GET", "http://h/"), auth)


def test_it_does_not_show_its_secret() -> None:
    assert SK not in repr(AUTH)


class Served(NamedTuple):
    """A server that verifies tokens, and what makes its clients trust it."""

    url: str
    trust: ssl.SSLContext | bool
    ca: Path | None


@pytest.fixture(scope="module", params=["http", "https"])
def server(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    ca = tmp_path_factory.mktemp("tls") / "ca.pem"
    tls = ["--tls", "--tls-ca-out", str(ca)] if request.param == "https" else []
    told = ["--auth", "c2", "--access-key", f"{AK}:{SK}", "--setting", "pace_interval=0", *tls]
    with served(*told) as url:
        assert url.startswith(f"{request.param}://")
        if tls:
            yield Served(url, ssl.create_default_context(cafile=ca), ca)
        else:
            yield Served(url, trust=True, ca=None)


def client_of(server: Served, auth: C2Auth = AUTH) -> httpx.Client:
    return httpx.Client(base_url=server.url, auth=auth, verify=server.trust, trust_env=False, headers=JSON)


def code_of(answer: httpx.Response) -> str:
    assert answer.status_code == 200, answer.text
    code: str = answer.json()["resultCode"]
    return code


def pieces() -> Iterator[bytes]:
    yield BODY[:10]
    yield BODY[10:]


async def pieces_awaited() -> AsyncIterator[bytes]:
    for piece in pieces():
        yield piece


@pytest.mark.parametrize("query", ["", "?a=b%20c&d", "?a=b+c&a=%E4%B8%AD", "?=&&x"])
def test_a_server_verifies_it(server: Served, query: str) -> None:
    with client_of(server) as client:
        assert code_of(client.post(f"{CALL_DATA}{query}", content=BODY)) == "0200000"
        assert code_of(client.post(f"/w/w1{CALL_DATA}{query}", content=BODY)) == "0200000"
        assert code_of(client.post(CALL_DATA, params={"q": "a b/中&"}, content=BODY)) == "0200000"


def test_a_body_that_is_empty_or_comes_in_pieces(server: Served) -> None:
    with client_of(server) as client:
        assert code_of(client.post(CALL_DATA)) == "02000001"
        assert code_of(client.post(CALL_DATA, content=pieces())) == "0200000"
        assert code_of(client.post(CALL_DATA, json={"callDataList": []})) != "0200000"


def test_a_client_that_awaits(server: Served) -> None:
    async def scenario() -> list[str]:
        options: dict[str, Any] = {"base_url": server.url, "verify": server.trust, "trust_env": False, "headers": JSON}
        async with httpx.AsyncClient(auth=AUTH, **options) as client:
            answers = [
                await client.post(CALL_DATA, content=BODY),
                await client.post(CALL_DATA, content=pieces_awaited()),
                await client.post(f"{CALL_DATA}?a=b+c", content=BODY),
            ]
        return list(map(code_of, answers))

    assert asyncio.run(scenario()) == ["0200000"] * 3


@pytest.mark.parametrize(
    ("auth", "step"),
    [
        (C2Auth(AK, f"{SK} "), "signature"),
        (C2Auth("other", SK), "key"),
        (C2Auth(AK, SK, now=lambda: datetime(2020, 1, 1, tzinfo=UTC)), "time"),
    ],
)
def test_a_server_refuses_what_is_not_right(server: Served, auth: C2Auth, step: str) -> None:
    with client_of(server, auth) as client:
        answer = client.post(CALL_DATA, content=BODY)
    assert (answer.status_code, answer.json()["step"]) == (401, step)


@pytest.mark.parametrize("server", ["https"], indirect=True)
def test_a_client_that_does_not_know_the_authority_refuses_the_server(server: Served) -> None:
    with httpx.Client(trust_env=False) as client, pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        client.post(f"{server.url}{CALL_DATA}")


def test_both_faces_fetch_the_authority(server: Served) -> None:
    async def awaited() -> str:
        async with AsyncControl(server.url, transport=httpx.AsyncHTTPTransport(verify=server.trust)) as control:
            return await control.ca_pem()

    def fetched() -> str:
        with Control(server.url, transport=httpx.HTTPTransport(verify=server.trust)) as control:
            return control.ca_pem()

    if server.ca is None:
        with pytest.raises(ControlError, match="no authority"):
            fetched()
        with pytest.raises(ControlError, match="no authority"):
            asyncio.run(awaited())
    else:
        assert fetched() == asyncio.run(awaited()) == server.ca.read_text(encoding="ascii")
