"""A call goes into the world that it names."""

import asyncio

import httpx
import pytest
from fastapi import FastAPI

from mock_isales.engine.stores.memory import MemoryStore
from mock_isales.engine.stores.protocol import StoreFailure
from tests.api.conftest import CALL_DATA, Client

RECORD = {"callDataList": [{"called": [{"calledNo": "1"}]}]}
HEADER = "X-Mock-World"


def total_size(response: httpx.Response) -> int:
    size: int = response.json()["returnObject"]["totalSize"]
    return size


def names(app: FastAPI) -> list[str]:
    worlds: list[str] = app.state.double.worlds.names()
    return worlds


def test_a_header_or_a_prefix_names_the_world(app: FastAPI, client: Client) -> None:
    sizes = [
        total_size(client.post(CALL_DATA, RECORD)),
        total_size(client.post(CALL_DATA, RECORD, **{HEADER: "w1"})),
        total_size(client.post(f"/w/w2{CALL_DATA}", RECORD)),
    ]
    assert sizes == [1, 1, 1]
    assert names(app) == ["default", "w1", "w2"]


def test_header_and_prefix_mean_the_same_world(client: Client) -> None:
    client.post(f"/w/w1{CALL_DATA}", RECORD)
    for answer in (
        client.post(CALL_DATA, RECORD, **{HEADER: "w1"}),
        client.post(f"/w/w1{CALL_DATA}", RECORD, **{HEADER: "w1"}),
        client.post(f"/w/%77%31{CALL_DATA}", RECORD),
    ):
        assert answer.json()["resultCode"] == "0200022"


@pytest.mark.parametrize(
    ("path", "headers"),
    [
        (f"/w/w1{CALL_DATA}", [(HEADER, "w2")]),
        (CALL_DATA, [(HEADER, "w1"), (HEADER, "w2")]),
        (f"/w/w1{CALL_DATA}", [(HEADER, "w1"), (HEADER, "w2")]),
    ],
)
def test_a_call_that_names_two_worlds_goes_into_none(
    app: FastAPI, client: Client, path: str, headers: list[tuple[str, str]]
) -> None:
    answer = client.request("POST", path, json=RECORD, headers=[("authorization", "x"), *headers])
    assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
    assert answer.json()["type"] == "urn:mock-isales:problem:two-worlds"
    assert "'w1' and 'w2'" in answer.json()["detail"]
    assert names(app) == ["default"]


@pytest.mark.parametrize("name", ["", "a b", "-", "x" * 129, "\u00e4"])
def test_a_bad_name_is_told_what_a_name_is(app: FastAPI, client: Client, name: str) -> None:
    by_prefix = client.post(f"/w/{name}{CALL_DATA}", RECORD)
    by_header = client.request(
        "POST", CALL_DATA, json=RECORD, headers={b"authorization": b"x", b"x-mock-world": name.encode("latin-1")}
    )
    for answer in (by_prefix, by_header):
        assert answer.status_code == 400
        assert answer.json()["type"] == "urn:mock-isales:problem:bad-world"
        assert "1 to 128 letters" in answer.json()["detail"]
    assert names(app) == ["default"]


def test_an_address_without_anything_behind_its_world_is_unknown(client: Client) -> None:
    for path in ("/w/w1", "/w/w1/", "/w/w1/rest", "/w/w1/_mock/live", "/w"):
        assert client.request("GET", path).status_code == 404


def test_a_worlds_pages_stay_in_it(client: Client) -> None:
    assert client.request("GET", "/w/w1/openapi.json").json()["servers"] == [{"url": "/w/w1"}]
    assert "servers" not in client.request("GET", "/openapi.json").json()
    assert client.request("GET", "/w/w1/docs").status_code == 200
    assert client.request("GET", "/w/w1/docs/assets/swagger-ui.css").status_code == 200


def test_a_world_too_many_is_a_problem(app: FastAPI, client: Client) -> None:
    async def fill() -> None:
        for number in range(999):
            await app.state.double.worlds.enter(f"w{number}")

    asyncio.run(fill())
    answer = client.post(CALL_DATA, RECORD, **{HEADER: "one-more"})
    assert (answer.status_code, answer.json()["type"]) == (503, "urn:mock-isales:problem:too-many-worlds")
    assert "1000 worlds" in answer.json()["detail"]


def test_a_world_that_cannot_be_made_is_a_problem(client: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object) -> None:
        raise StoreFailure("database or disk is full")

    monkeypatch.setattr(MemoryStore, "administer", fail)
    answer = client.post(CALL_DATA, RECORD, **{HEADER: "w1"})
    assert (answer.status_code, answer.json()["type"]) == (503, "urn:mock-isales:problem:store")
    assert "database or disk is full" in answer.json()["detail"]
