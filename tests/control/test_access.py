"""Who may call `/_mock`."""

import pytest

from mock_isales.app import create_app
from mock_isales.settings import Settings
from tests.control.callers import Caller

OPEN = ["/live", "/ready", "/docs", "/docs/assets/swagger-ui.css", "/openapi.json", "/ui", "/ui/assets/main.js"]


@pytest.fixture
def caller() -> Caller:
    return Caller(create_app(Settings()))


@pytest.mark.parametrize(
    "host",
    ["localhost", "LOCALHOST:28080", "a.localhost:1", "127.0.0.1", "127.9.9.9:28080", "[::1]", "[::1]:28080"],
)
def test_on_loopback_whoever_calls_it_by_a_local_name_is_answered(caller: Caller, host: str) -> None:
    assert caller.mock("GET", "/worlds", headers={"Host": host}).status_code == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "localhost@evil.example",
        "evil.example:localhost",
        "127.0.0.1.evil.example",
        "192.168.0.1",
        "0.0.0.0",  # noqa: S104 - it is refused
        "[::]",
        "[::2]:80",
        "",
        "localhost/",
        "local\xe9",
    ],
)
def test_a_name_that_somebody_pointed_here_is_refused(caller: Caller, host: str) -> None:
    answer = caller.mock("GET", "/worlds", headers={"Host": host.encode("latin-1")})
    assert (answer.status_code, answer.json()["type"]) == (403, "urn:mock-isales:problem:not-local")
    assert "The header Host" in answer.json()["detail"]


@pytest.mark.parametrize(
    "origin", ["http://localhost", "https://127.0.0.1:3000", "http://[::1]:1", "HTTP://A.localhost"]
)
def test_a_local_page_may_call(caller: Caller, origin: str) -> None:
    assert caller.mock("PUT", "/worlds/w1", headers={"Origin": origin}).status_code == 201


@pytest.mark.parametrize(
    "origin",
    [
        "null",
        "",
        "https://evil.example",
        "http://localhost.evil.example",
        "file://localhost",
        "http://localhost/x",
        "x",
    ],
)
def test_a_page_from_elsewhere_changes_nothing(caller: Caller, origin: str) -> None:
    answer = caller.mock("PUT", "/worlds/w1", headers={"Origin": origin})
    assert (answer.status_code, answer.json()["type"]) == (403, "urn:mock-isales:problem:not-local")
    assert "The header Origin" in answer.json()["detail"]
    assert caller.get("/worlds")["total"] == 1


def test_what_tells_nothing_of_a_world_is_open_to_all(caller: Caller) -> None:
    foreign = {"Host": "evil.example", "Origin": "null"}
    assert [caller.mock("GET", path, headers=foreign).status_code for path in OPEN] == [200] * 7
    elsewhere = Caller(create_app(Settings(host="0.0.0.0", control_token="secret")))  # noqa: S104, S106
    assert [elsewhere.mock("GET", path, headers=foreign).status_code for path in OPEN] == [200] * 7


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ("Bearer secret", 200),
        ("bearer  secret", 200),
        ("Bearer secret2", 401),
        ("Bearer s", 401),
        ("Bearer \xe9", 401),
        ("Bearer", 401),
        ("Basic secret", 401),
        ("secret", 401),
        (None, 401),
    ],
)
def test_bound_elsewhere_it_asks_for_the_token(sent: str | None, status: int) -> None:
    caller = Caller(create_app(Settings(host="0.0.0.0", control_token="secret")))  # noqa: S104, S106
    headers = {"Host": "double.example", "Origin": "https://ui.example"}
    if sent is not None:
        headers["Authorization"] = sent.encode("latin-1")  # type: ignore[assignment]
    answer = caller.mock("GET", "/worlds", headers=headers)
    assert answer.status_code == status
    if status == 401:
        assert answer.headers["www-authenticate"].startswith("Bearer ")
        assert answer.json()["type"] == "urn:mock-isales:problem:not-authorized"


def test_a_token_is_made_where_none_was_set() -> None:
    caller = Caller(create_app(Settings(host="0.0.0.0")))  # noqa: S104
    token = caller.app.state.double.control_token
    assert caller.mock("GET", "/worlds").status_code == 401
    assert caller.mock("GET", "/worlds", headers={"Authorization": f"Bearer {token}"}).status_code == 200


def test_off_asks_for_nothing() -> None:
    caller = Caller(create_app(Settings(host="0.0.0.0", control_token="off")))  # noqa: S104, S106
    assert caller.mock("GET", "/worlds", headers={"Host": "x", "Origin": "null"}).status_code == 200


def test_the_documented_interfaces_ask_for_none_of_it(caller: Caller) -> None:
    caller.app.state.double.worlds.names()
    assert caller.add(world="default") == "0200000"
