"""Calls a double without a socket, its control interface and its documented ones."""

import asyncio
from collections.abc import Callable, Mapping
from typing import Any

import httpx
from fastapi import FastAPI

Headers = Mapping[str, str | bytes] | None

CALL_DATA = "/rest/isales/v2/openapi/campaigns/1/calldata/{campaign}"
CALLER_NO = "/rest/isales/v1/openapi/campaigns/1/callerNo/{campaign}"


def client_of(app: FastAPI, base_url: str = "http://localhost") -> httpx.AsyncClient:
    transport = httpx.ASGITransport(app, raise_app_exceptions=False)
    return httpx.AsyncClient(transport=transport, base_url=base_url, timeout=30)


async def until(happened: Callable[[], bool]) -> None:
    """Let the other tasks go on until something has happened."""
    while not happened():  # noqa: ASYNC110 - nothing that is waited for tells that it begins
        await asyncio.sleep(0)


def record(number: str = "1", **said: str) -> dict[str, Any]:
    return {"called": [{"calledNo": number}], **said}


def body_of(*numbers: str) -> dict[str, Any]:
    return {"callDataList": [record(number) for number in numbers or ("1",)]}


class Caller:
    """One call after another, each in an event loop of its own."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app

    def call(self, method: str, path: str, said: object = None, headers: Headers = None) -> Any:  # noqa: ANN401
        async def send() -> httpx.Response:
            sent: dict[str, Any] = {"content": said} if isinstance(said, bytes | str) else {}
            if said is not None and not sent:
                sent = {"json": said}
            async with client_of(self.app) as client:
                return await client.request(method, path, headers=list((headers or {}).items()), **sent)  # type: ignore[arg-type]

        return asyncio.run(send())

    def mock(self, method: str, path: str, said: object = None, headers: Headers = None) -> Any:  # noqa: ANN401
        """A call of the control interface."""
        return self.call(method, f"/_mock{path}", said, headers)

    def get(self, path: str) -> Any:  # noqa: ANN401
        """What is answered under `/_mock`, which has to work."""
        answer = self.mock("GET", path)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def done(self, method: str, path: str, said: object = None) -> Any:  # noqa: ANN401
        """What a change answers, which has to work."""
        answer = self.mock(method, path, said)
        assert answer.is_success, answer.text
        return answer.json() if answer.content else None

    def add(self, *numbers: str, world: str = "w1", campaign: int = 1, body: object = None) -> str:
        """Add outbound numbers; the code of the answer."""
        headers = {"Authorization": "token", "X-Mock-World": world, "locale": "en_US"}
        answer = self.call("POST", CALL_DATA.format(campaign=campaign), body or body_of(*numbers), headers)
        code: str = answer.json().get("resultCode", str(answer.status_code))
        return code

    def add_calling(self, number: str = "1", world: str = "w1") -> str:
        """Add a calling number; the code of the answer."""
        headers = {"Authorization": "token", "X-Mock-World": world}
        body = {"callerNo": [{"accessCode": number, "priority": 1}]}
        code: str = self.call("POST", CALLER_NO.format(campaign=1), body, headers).json()["resultCode"]
        return code

    def freeze(self, world: str = "w1", now: str = "2026-11-21T10:00:00Z") -> None:
        self.done("PUT", f"/worlds/{world}/clock", {"mode": "frozen", "now": now})


def places_of(answer: httpx.Response) -> dict[str, tuple[str, str | None]]:
    """What is wrong at which place: the reason and the hint."""
    assert answer.status_code == 400, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    told = answer.json()
    assert told["type"] == "urn:mock-isales:problem:bad-request"
    assert told["detail"]
    return {each["place"]: (each["reason"], each.get("hint")) for each in told["problems"]}
