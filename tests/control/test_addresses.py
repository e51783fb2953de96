"""Addresses and methods."""

import pytest

from tests.control.callers import Caller


@pytest.mark.parametrize(
    ("path", "nearest"),
    [
        ("", None),
        ("/", None),
        ("/nothing", None),
        ("/wrlds", "/_mock/worlds"),
        ("/worlds/", "/_mock/worlds"),
        ("/worlds/w1/clok", "/_mock/worlds/{world}/clock"),
        ("/worlds/w1/campaigns/1", "/_mock/worlds/{world}/campaigns/{vdn}/{id}"),
        ("/worlds/w1/snapshots", "/_mock/worlds/{world}/snapshot"),
        ("/docs/assets/none.js", "/_mock/docs"),
        ("/%F0%9F%98%80", None),
    ],
)
def test_an_unknown_address_is_told_with_the_nearest_one(caller: Caller, path: str, nearest: str | None) -> None:
    answer = caller.mock("GET", path)
    told = answer.json()
    assert (answer.status_code, told["type"]) == (404, "urn:mock-isales:problem:not-found")
    assert (told["nearest"], told["docs"]) == (nearest, "/_mock/docs")
    assert "/_mock/docs" in told["detail"]


@pytest.mark.parametrize(
    ("method", "path", "allowed"),
    [
        ("POST", "/live", "GET, HEAD"),
        ("POST", "/worlds", "GET, HEAD"),
        ("PATCH", "/worlds/w1", "PUT, GET, HEAD, DELETE"),
        ("OPTIONS", "/worlds/w1/clock", "GET, HEAD, PUT"),
        ("PUT", "/worlds/w1/journal/wait", "POST"),
        ("POST", "/worlds/w1/journal/stream", "GET, HEAD"),
        ("POST", "/worlds/w1/blocklist/1/2", None),
        ("POST", "/docs", "GET, HEAD"),
        ("POST", "/docs/assets/swagger-ui.css", "GET, HEAD"),
        ("DELETE", "/openapi.json", "GET, HEAD"),
    ],
)
def test_a_wrong_method_is_told_with_the_right_ones(
    caller: Caller, method: str, path: str, allowed: str | None
) -> None:
    answer = caller.mock(method, path, b"{}" if method == "POST" else None)
    assert answer.status_code == (405 if allowed else 404)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers.get("allow") == allowed


@pytest.mark.parametrize("path", ["/live", "/worlds/w1", "/docs", "/openapi.json", "/worlds/w1/journal/stream"])
def test_head_is_answered_as_get(caller: Caller, path: str) -> None:
    assert caller.mock("HEAD", path).status_code == 200


def test_nothing_takes_parameters_that_it_does_not_have(caller: Caller) -> None:
    for method, path in [("GET", "/live"), ("GET", "/worlds"), ("DELETE", "/worlds/w1"), ("PUT", "/worlds/w2")]:
        answer = caller.mock(method, f"{path}?x=1")
        assert answer.status_code == 400
        assert answer.json()["problems"][0]["hint"] == "there are no parameters here"
    assert [world["name"] for world in caller.get("/worlds")["worlds"]] == ["default", "w1"]


def test_what_fails_within_is_a_problem_too(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("mock_isales.control.routes.clock.clock_view", fail)
    answer = caller.mock("GET", "/worlds/w1/clock")
    assert (answer.status_code, answer.json()["type"]) == (500, "urn:mock-isales:problem:internal")
    assert "boom" not in answer.text
