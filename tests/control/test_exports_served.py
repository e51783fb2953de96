"""Commands of curl against a real server."""

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.served import served

CALL_DATA = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
JSON = "application/json; charset=UTF-8"
EVIL = "a'b\"c$(id)`id`\\n\n!#;&|中文📞"


@pytest.fixture(scope="module")
def url() -> Iterator[str]:
    with served("--setting", "pace_interval=0") as address:
        yield address


def ran(text: str, **environment: str) -> str:
    """What a command prints; it is run by the shell, with the real curl."""
    done = subprocess.run(
        ["sh"], input=text, capture_output=True, text=True, check=True, env={"PATH": "/usr/bin:/bin", **environment}
    )
    assert done.stderr == ""
    return done.stdout


def body_of(number: str = "1", session: str = "s") -> bytes:
    said = {"callDataList": [{"sessionId": session, "called": [{"calledNo": number}]}]}
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (body_of(), "0200000"),
        (body_of(EVIL[:20]), "02000002"),
        (body_of(session=EVIL), "0200000"),
        (body_of(session="中" * 33), "02000003"),
        (b"@/etc/passwd", "02000008"),
        (b"\xff\x00", "02000008"),
        (b"", "02000001"),
        (body_of("1" * 150_000), "02000003"),
    ],
)
def test_a_command_gets_the_same_result_code(url: str, body: bytes, code: str) -> None:
    headers = {"Authorization": "secret", "Content-Type": JSON, "X-Mock-World": "w1", "locale": "zh_CN"}
    answer = httpx.post(url + CALL_DATA, content=body, headers=headers, trust_env=False)
    assert answer.json()["resultCode"] == code
    call = answer.headers["x-mock-request"]
    journal = f"{url}/_mock/worlds/w1/journal"
    again = json.loads(ran(httpx.get(f"{journal}/{call}/curl", trust_env=False).text))
    assert (again["resultCode"], again["resultDesc"]) == (code, answer.json()["resultDesc"])
    kept = httpx.get(f"{journal}/{int(call) + 1}", trust_env=False).json()["request"]
    assert kept["body"] == (None if b"\xff" in body else body.decode())
    assert ["locale", "zh_CN"] in kept["headers"]


def test_headers_that_were_not_sent_are_not_sent(url: str) -> None:
    answer = httpx.post(f"{url}/w/w1{CALL_DATA}?a=%20[b]{{c}}", content=b"{}", trust_env=False)
    assert answer.status_code == 401
    call = httpx.get(f"{url}/_mock/worlds/w1/journal?order=newest", trust_env=False).json()["entries"][0]
    text = httpx.get(f"{url}/_mock/worlds/w1/journal/{call['id']}/curl", trust_env=False).text
    assert json.loads(ran(text))["status"] == 401
    again = httpx.get(f"{url}/_mock/worlds/w1/journal/{call['id'] + 1}", trust_env=False).json()
    assert again["request"]["target"] == f"/w/w1{CALL_DATA}?a=%20[b]%7Bc%7D"
    assert not {"authorization", "content-type"} & {name for name, _ in again["request"]["headers"]}


def test_a_signed_call_over_tls_is_made_with_what_the_environment_says(tmp_path: Path) -> None:
    ca = tmp_path / "ca.pem"
    with served("--tls", "--tls-ca-out", str(ca), "--auth", "c2", "--access-key", "ak:sk") as url:
        context = httpx.create_ssl_context(verify=True)
        context.load_verify_locations(ca)
        with httpx.Client(base_url=url, verify=context, trust_env=False) as client:
            headers = {"Authorization": "auth-v2/x", "Content-Type": JSON}
            assert client.post(CALL_DATA, content=body_of(), headers=headers).status_code == 401
            refused = client.get("/_mock/worlds/default/journal/1/curl").text
            assert json.loads(ran(refused, MOCK_ISALES_CA=str(ca)))["step"] == "form"
            test = client.get("/_mock/worlds/default/journal/1/pytest").text
            assert "ssl.create_default_context(cafile=isales.ca)" in test
