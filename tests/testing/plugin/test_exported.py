"""Calls of a journal as tests: they run green in a fresh world."""

import json

import httpx
import pytest

from mock_isales.testing import C2Auth, MockIsales
from tests.testing.plugin.conftest import Run

pytest_plugins = "pytester"

CALL_DATA = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
HEADERS = {"Authorization": "secret", "Content-Type": "application/json; charset=UTF-8", "X-Mock-World": "default"}
EVIL = '\'"""\\\n$(id)中文📞'


def body_of(number: str = "1", session: str = "s") -> bytes:
    said = {"callDataList": [{"sessionId": session, "called": [{"calledNo": number}]}]}
    return json.dumps(said, ensure_ascii=False, indent=1).encode()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        (body_of(), "0200000"),
        (body_of("1x"), "02000002"),
        (body_of(session=EVIL), "0200000"),
        (body_of(EVIL), "02000002"),
        (b"\xff\x00", "02000008"),
        (b"", "02000001"),
    ],
)
def test_a_call_runs_as_a_test(run: Run, body: bytes, code: str) -> None:
    with MockIsales() as isales:
        answer = httpx.post(isales.url + CALL_DATA, content=body, headers=HEADERS, trust_env=False)
        assert answer.json()["resultCode"] == code
        text = isales.journal.as_pytest(int(answer.headers["x-mock-request"]))
    assert repr(code) in text
    run(text).assert_outcomes(passed=1)
    run(text.replace(repr(code), "'0200066'")).assert_outcomes(failed=1)


@pytest.mark.parametrize("headers", [{}, {"Authorization": ""}])
def test_a_call_that_is_not_let_in_runs_as_one(run: Run, headers: dict[str, str]) -> None:
    with MockIsales() as isales:
        assert httpx.post(isales.url + CALL_DATA, content=b"{}", headers=headers, trust_env=False).status_code == 401
        text = isales.journal.as_pytest(1)
    assert "assert answer.status_code == 401" in text
    run(text).assert_outcomes(passed=1)


def test_a_signed_call_over_tls_runs_as_a_test(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    told = {"tls": True, "auth": "c2", "access_keys": ["ak:sk"]}
    with MockIsales(tls=True, auth="c2", access_keys=["ak:sk"]) as isales:
        context = httpx.create_ssl_context(verify=True)
        context.load_verify_locations(isales.ca)
        with httpx.Client(verify=context, auth=C2Auth("ak", "sk"), trust_env=False) as client:
            answer = client.post(
                isales.url + CALL_DATA, content=body_of(), headers={"Content-Type": "application/json"}
            )
        assert answer.json()["resultCode"] == "0200000"
        text = isales.journal.as_pytest(1)
    monkeypatch.setenv("MOCK_ISALES_AK", "ak")
    monkeypatch.setenv("MOCK_ISALES_SK", "sk")
    settings = f"import pytest\n\n\n@pytest.fixture(scope='session')\ndef isales_settings():\n    return {told}\n\n\n"
    run(settings + text).assert_outcomes(passed=1)
