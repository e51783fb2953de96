import asyncio
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi import FastAPI
from starlette.exceptions import HTTPException

from tests.api.conftest import CALL_DATA, CALLER_NO, MAX_BODY, Client

KEYS = ["type", "title", "status", "detail"]


@pytest.mark.parametrize(
    "path", ["/", "/rest", CALL_DATA + "/", CALL_DATA + "/x", "/docs/", "/docs/assets", "/docs/assets/x"]
)
def test_an_unknown_path_is_a_problem_and_no_redirect(client: Client, path: str) -> None:
    response = client.request("GET", path)
    assert response.status_code == 404
    assert response.headers["content-type"] == "application/problem+json"
    assert list(response.json()) == KEYS
    assert path in response.json()["detail"]


@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE", "PATCH", "OPTIONS"])
@pytest.mark.parametrize("path", [CALL_DATA, CALLER_NO])
def test_another_method_is_a_problem_that_names_the_right_one(client: Client, method: str, path: str) -> None:
    response = client.request(method, path)
    assert (response.status_code, response.headers["allow"]) == (405, "POST")
    assert response.headers["content-type"] == "application/problem+json"
    assert method == "HEAD" or response.json()["type"] == "urn:mock-isales:problem:method-not-allowed"


def test_the_pages_files_can_only_be_read(client: Client) -> None:
    response = client.post("/docs/assets/swagger-ui.css", {})
    assert (response.status_code, response.headers["allow"]) == (405, "GET, HEAD")


@pytest.mark.parametrize("headers", [{}, {"authorization": ""}, {"authorization": " \t "}])
def test_who_does_not_say_who_calls_is_not_answered_more(client: Client, headers: dict[str, str]) -> None:
    response = client.request("POST", CALL_DATA, content=b"x" * (MAX_BODY + 1), headers=headers)
    assert (response.status_code, response.headers["www-authenticate"]) == (401, "auth-v2")
    assert list(response.json()) == KEYS


def test_a_body_over_the_limit_is_refused_by_its_announcement(client: Client) -> None:
    for announced in (str(MAX_BODY + 1), "9" * 5000):
        headers = {"authorization": "token", "content-length": announced}
        response = client.request("POST", CALL_DATA, content=b"", headers=headers)
        assert response.status_code == 413
        assert response.headers["connection"] == "close"
        assert list(response.json()) == KEYS


def test_an_announcement_may_have_as_many_zeros_as_it_likes(client: Client) -> None:
    headers = {"authorization": "token", "content-length": "0" * 5000 + "2"}
    assert client.request("POST", CALL_DATA, content=b"{}", headers=headers).status_code == 200


def test_a_body_over_the_limit_is_read_no_further(app: FastAPI) -> None:
    asked = []

    def chunks() -> Iterator[bytes]:
        for size in (MAX_BODY, 1, 1):
            asked.append(size)
            yield b" " * size

    answer = asgi_post(app, chunks())
    assert (answer["status"], asked) == (413, [MAX_BODY, 1])


def test_a_body_at_the_limit_is_read_whole(app: FastAPI) -> None:
    answer = asgi_post(app, iter([b" " * (MAX_BODY - 1), b"1"]))
    assert answer["status"] == 200
    assert json.loads(answer["body"])["resultCode"] == "02000006"


def test_a_client_that_hangs_up_half_way_stores_nothing(app: FastAPI) -> None:
    record = b'{"callDataList":[{"called":[{"calledNo":"1"}]}]}'
    asgi_post(app, iter([record]), hang_up=True)
    answer = asgi_post(app, iter([record]))
    assert json.loads(answer["body"])["returnObject"]["totalSize"] == 1


def test_other_http_errors_of_the_framework_are_problems_too(app: FastAPI) -> None:
    @app.get("/teapot")
    async def teapot() -> None:
        raise HTTPException(418, "short and stout")

    response = Client(app).request("GET", "/teapot")
    assert response.status_code == 418
    assert response.json()["detail"] == "short and stout."


def test_a_bug_of_ours_is_a_problem_without_a_traceback(app: FastAPI, caplog: pytest.LogCaptureFixture) -> None:
    @app.get("/bug")
    async def bug() -> None:
        raise ZeroDivisionError("secret")

    with caplog.at_level(logging.ERROR, "mock_isales"):
        response = Client(app).request("GET", "/bug")
    assert response.status_code == 500
    assert list(response.json()) == KEYS
    assert "secret" not in response.text
    assert "GET /bug failed: ZeroDivisionError: secret" in caplog.text


def asgi_post(app: FastAPI, chunks: Iterator[bytes], *, hang_up: bool = False) -> dict[str, Any]:
    """Post chunks to an app, as a server does that reads them one by one."""
    answer: dict[str, Any] = {"status": None, "body": b""}
    headers = [(b"authorization", b"token"), (b"content-type", b"application/json")]
    scope = {
        "type": "http",
        "http_version": "1.1",
        "method": "POST",
        "path": CALL_DATA,
        "raw_path": CALL_DATA.encode(),
        "query_string": b"",
        "headers": headers,
    }

    async def receive() -> dict[str, Any]:
        chunk = next(chunks, None)
        if chunk is None:
            return {"type": "http.disconnect" if hang_up else "http.request", "body": b"", "more_body": False}
        return {"type": "http.request", "body": chunk, "more_body": True}

    async def send(message: dict[str, Any]) -> None:
        answer["status"] = message.get("status", answer["status"])
        answer["body"] += message.get("body", b"")

    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]
    return answer
