"""C2 signers in other languages, against the vectors and against the server."""

import ssl
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from mock_isales.contract.c2.requests import SignedRequest
from mock_isales.contract.c2.signing import sign
from tests.examples.programs import LANGUAGES, Example, example, need, run
from tests.served import served

AK = "globalaktest"
SK = "secretkeyfortests0123456789abcdefghij"
SERVER = "http://10.22.26.181:28080"
CAMPAIGN = f"{SERVER}/rest/isales/v1/openapi/campaigns/11"
QUERY = "name=&status=0&deviceType=0&beginTime=2020-09-10%2000:00:00&curPage=1&rowsPerPage=10"
PING_HEADERS = ["Content-Type", "application/json;charset=UTF-8", "Content-Length", "23"]
PING_BODY = '{"say": "Hello world!"}'
RECORDS = '{"callDataList":[{"sessionId":"00750","called":"80021","callData":"中文"}]}'

VECTORS = {
    "auth-v2/globalaktest/2024-10-31T14:06:52.123Z/content-length;content-type;host/"
    "959b7ea7610fbc939d26fb877e60b818929dae32fadb96878a783c38f0484308": [
        "POST", f"{SERVER}/rest/cmsapp/v1/ping", "2024-10-31T14:06:52.123Z", PING_BODY, *PING_HEADERS
    ],
    "auth-v2/globalaktest/2020-09-10T00:00:00Z/host/b7a4071ed9497438a154ed8b028523413acbd8e9abe96c0e104cff4b234e5d19": [
        "GET", f"{CAMPAIGN}?{QUERY}", "2020-09-10T00:00:00Z", ""
    ],
    "auth-v2/globalaktest/2020-09-10T00:00:00Z/host/e3b76b3bcd17e38212d9288195e99361324bfa9fadc9f883d0d0f931418dc0fa": [
        "PUT", f"{CAMPAIGN}/46/pause", "2020-09-10T00:00:00Z", ""
    ],
    "auth-v2/globalaktest/2020-09-10T00:00:00Z/host/12cfc9b05da0cf5d3ffe89f4e92da538335516156c4db27cb3516d0e7fb58bfe": [
        "POST", f"{CAMPAIGN}/calldata/46", "2020-09-10T00:00:00Z", RECORDS
    ],
    "auth-v2/globalaktest/2024-10-31T14:06:52Z/content-length;content-type;host/"
    "2aecee2b1754efa73428ee7b2e8ec249d8255740e9e41fb8c70a7e83291e88ea": [
        "POST", f"{SERVER}/rest/cmsapp/v1/ping", "2024-10-31T14:06:52Z", PING_BODY, *PING_HEADERS
    ],
}  # fmt: skip

PATH = "/rest/a%20b/%E4%B8%AD"
AWKWARD_QUERY = "b=2&&a=x%2F+z&a-b=%E4%B8%AD~&c&a=*"
AWKWARD_BODY = "".join(map(chr, range(0x20, 0x7F))) + "中\U0001f600"

CALL = "rest/isales/v2/openapi/campaigns/1/calldata/1"
FLAGS = ["--auth", "c2", "--access-key", "demo:secret"]


@pytest.fixture(scope="module", params=LANGUAGES)
def signer(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Example:
    need(request.param)
    return example(request.param, tmp_path_factory.mktemp(request.param))


@pytest.fixture(scope="module")
def ca(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("authority") / "ca.pem"


@pytest.fixture(scope="module")
def https(ca: Path) -> Iterator[str]:
    with served("--tls", "--tls-ca-out", str(ca), *FLAGS) as url:
        assert url.startswith("https://")
        yield url


@pytest.fixture(scope="module")
def http() -> Iterator[str]:
    with served(*FLAGS) as url:
        assert url.startswith("http://")
        yield url


def test_the_vectors_are_signed(signer: Example) -> None:
    assert signer.tokens_of(AK, SK, VECTORS.values()) == list(VECTORS)


def test_what_languages_encode_and_sort_in_their_own_ways_is_signed_as_the_server_does(signer: Example) -> None:
    time = "2024-10-31T14:06:52.123Z"
    headers = [("X-A", "1"), ("x-a-b", "a b*~!'()")]
    sent = [each for header in headers for each in header]
    hosts = {
        "https://cc.example:443": "cc.example",
        "http://cc.example:443": "cc.example:443",
        "https://cc.example": "cc.example",
    }
    urls = [f"{server}{PATH}?{AWKWARD_QUERY}" for server in hosts] + [f"http://cc.example{PATH}?"]
    tokens = signer.tokens_of(AK, SK, (["PUT", url, time, AWKWARD_BODY, *sent] for url in urls))
    body = AWKWARD_BODY.encode()
    expected = [
        SignedRequest("PUT", PATH, query, [*headers, ("Host", host)], body)
        for host, query in [*((host, AWKWARD_QUERY) for host in hosts.values()), ("cc.example", "")]
    ]
    assert tokens == [sign(request, AK, SK, time, ["x-a", "x-a-b"]).token for request in expected]


def test_a_call_over_https_is_accepted(signer: Example, https: str, ca: Path) -> None:
    world = f"signed-by-{signer.language}"
    ran = signer.call(f"{https}/w/{world}/{CALL}", "demo", "secret", ca)
    assert ran.stdout.startswith("200 "), ran.stderr
    assert '"resultCode":"0200000"' in ran.stdout
    trust = ssl.create_default_context(cafile=ca)
    journal = httpx.get(f"{https}/_mock/worlds/{world}/journal", verify=trust, trust_env=False).json()
    assert "王芳" in journal["entries"][0]["request"]["body"]


def test_a_wrong_secret_is_refused(signer: Example, https: str, ca: Path) -> None:
    ran = signer.call(f"{https}/{CALL}", "demo", "another", ca)
    assert ran.stdout.startswith("401 "), ran.stderr


def test_an_authority_that_is_not_trusted_is_not_called(signer: Example, https: str) -> None:
    ran = signer.call(f"{https}/{CALL}", "demo", "secret")
    assert (ran.returncode, ran.stdout) == (1, "")
    assert "certificat" in ran.stderr


def test_a_call_over_plain_http_is_accepted(signer: Example, http: str) -> None:
    ran = signer.call(f"{http}/w/{signer.language}/{CALL}", "demo", "secret")
    assert ran.stdout.startswith("200 "), ran.stderr
    assert '"resultCode":"0200000"' in ran.stdout


def test_what_it_is_to_be_told_is_said(signer: Example) -> None:
    ran = run([*signer.add_records, "http://localhost"])
    assert (ran.returncode, ran.stdout) == (2, "")
    assert "usage: " in ran.stderr
