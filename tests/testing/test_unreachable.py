"""What a client says when there is no double at the other end."""

import asyncio
import socket
from collections.abc import Iterator

import httpx
import pytest

from mock_isales.testing import AsyncControl, Control, ControlError, Unreachable


@pytest.fixture
def nowhere() -> Iterator[str]:
    """An address where nothing listens."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{taken.getsockname()[1]}"


def test_a_server_that_is_not_there_is_named_with_how_to_start_one(nowhere: str) -> None:
    told = rf"^nothing answers at {nowhere} \(connection refused\): start one with `mock-isales serve`$"
    with Control(nowhere) as control:
        with pytest.raises(Unreachable, match=told):
            control.live()
        with pytest.raises(Unreachable, match=told), control.world().journal.follow():
            pass


def test_it_is_the_same_when_awaited(nowhere: str) -> None:
    async def call() -> None:
        async with AsyncControl(nowhere) as control:
            with pytest.raises(Unreachable, match="connection refused"):
                await control.live()
            with pytest.raises(Unreachable, match="connection refused"):
                async with control.world().journal.follow():
                    pass

    asyncio.run(call())


def test_a_proxy_of_the_environment_does_not_get_in_the_way(
    url: str, nowhere: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, nowhere)
    monkeypatch.delenv("NO_PROXY", raising=False)
    monkeypatch.delenv("no_proxy", raising=False)
    with Control(url) as control:
        assert control.live().status == "live"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (httpx.ReadTimeout("The read operation timed out"), "no answer in time"),
        (httpx.RemoteProtocolError("Server disconnected."), "server disconnected"),
    ],
)
def test_a_server_that_falls_silent_is_told(error: httpx.TransportError, reason: str) -> None:
    def fail(_: httpx.Request) -> httpx.Response:
        raise error

    with (
        Control(transport=httpx.MockTransport(fail)) as control,
        pytest.raises(Unreachable, match=rf"127\.0\.0\.1:28080 \({reason}\)"),
    ):
        control.live()


@pytest.mark.parametrize(
    ("status", "content", "told"),
    [(200, b"<html>", "200 OK"), (404, b"<html>", "404 Not Found"), (302, b"", "302 Found"), (599, b"[]", "599")],
)
def test_what_is_no_double_is_told(status: int, content: bytes, told: str) -> None:
    transport = httpx.MockTransport(lambda _: httpx.Response(status, content=content))
    with Control(transport=transport) as control, pytest.raises(ControlError) as caught:
        control.worlds()
    assert str(caught.value) == (
        f"what answers at http://127.0.0.1:28080 is not the control interface of this mock-isales ({told})"
    )
    assert (caught.value.status, caught.value.kind, caught.value.problems) == (status, "", [])


@pytest.mark.parametrize(
    "url",
    [
        "",
        "localhost:28080",
        "ftp://localhost",
        "http://",
        "http://localhost?x",
        "/x",
        "http://h:x",
        "http://h:99999",
        "http://[::1",
        "http://a b",
    ],
)
def test_what_is_no_address_is_refused(url: str) -> None:
    with pytest.raises(ValueError, match="is no address of a server: it must be like http://127"):
        Control(url)


def test_an_address_may_end_in_a_slash_and_have_a_path() -> None:
    paths: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        paths.append(request.url.path)
        return httpx.Response(200, json={"status": "live"})

    with Control("https://double.example/isales/", transport=httpx.MockTransport(answer)) as control:
        control.live()
        assert control.world("w").url == "https://double.example/isales/w/w"
    assert paths == ["/isales/_mock/live"]


def test_a_token_is_shown_and_must_fit_into_a_header() -> None:
    shown: list[str] = []

    def answer(request: httpx.Request) -> httpx.Response:
        shown.append(request.headers["authorization"])
        return httpx.Response(200, json={"status": "live"})

    with Control(token="t0ken", transport=httpx.MockTransport(answer)) as control:  # noqa: S106
        control.live()
    assert shown == ["Bearer t0ken"]
    for token in ("a b", "ä", "a\n"):
        with pytest.raises(ValueError, match="printable ASCII"):
            Control(token=token)
