"""A documented call goes straight to its endpoint; the framework answers the same, and has all the rest."""

import asyncio
import logging

import httpx
import pytest
from fastapi import FastAPI

from mock_isales.engine.worlds import World
from tests.api.conftest import CALL_DATA, CALLER_NO, Client

NUMBERS = {"callerNo": [{"accessCode": "525245", "priority": 2}]}
RECORDS = {"callDataList": [{"called": [{"calledNo": "88888888"}]}]}


async def unreached(*_: object) -> None:
    raise AssertionError("a call came here")


def test_documented_calls_do_without_the_framework(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FastAPI, "__call__", unreached)
    for path, body in ((CALLER_NO, NUMBERS), (CALL_DATA, RECORDS), (f"/w/w1{CALL_DATA}", RECORDS)):
        assert client.post(path, body).json()["resultCode"] == "0200000"


@pytest.mark.parametrize(
    ("method", "path"), [("PUT", CALL_DATA), ("POST", f"{CALL_DATA}/"), ("POST", "/"), ("GET", "/openapi.json")]
)
def test_all_others_go_through_it(client: Client, method: str, path: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(FastAPI, "__call__", unreached)
    assert client.request(method, path).status_code == 500
    monkeypatch.undo()
    assert client.request(method, path).headers["content-type"] in {"application/problem+json", "application/json"}


def test_below_another_application_they_are_answered_too(app: FastAPI) -> None:
    async def send() -> httpx.Response:
        transport = httpx.ASGITransport(app, root_path="/below")
        async with httpx.AsyncClient(transport=transport, base_url="http://double") as client:
            return await client.post(f"/below{CALL_DATA}", json=RECORDS, headers={"authorization": "token"})

    assert asyncio.run(send()).json()["resultCode"] == "0200000"


def test_a_bug_on_their_way_is_a_problem_without_a_traceback(
    client: Client, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def bug(*_: object) -> None:
        raise ZeroDivisionError("secret")

    monkeypatch.setattr(World, "decide", bug)
    with caplog.at_level(logging.ERROR, "mock_isales"):
        answer = client.post(CALL_DATA, RECORDS)
    assert (answer.status_code, answer.json()["type"]) == (500, "urn:mock-isales:problem:internal")
    assert "secret" not in answer.text
    assert f"POST {CALL_DATA} failed: ZeroDivisionError: secret" in caplog.text


def test_the_server_hears_of_a_bug(app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(World, "decide", unreached)

    async def send() -> None:
        async with httpx.AsyncClient(transport=httpx.ASGITransport(app), base_url="http://double") as client:
            await client.post(CALL_DATA, json=RECORDS, headers={"authorization": "token"})

    with pytest.raises(AssertionError, match="a call came here"):
        asyncio.run(send())
