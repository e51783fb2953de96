"""A server in a thread of its own."""

import signal
import threading
from collections.abc import Callable
from concurrent.futures import Future

import httpx
import pytest

from mock_isales.serving import threaded
from mock_isales.serving.listening import ListenError
from mock_isales.serving.running import Ready
from mock_isales.serving.threaded import EndedEarlyError, ThreadedServer
from mock_isales.telling import settings_told


def test_it_accepts_calls_once_started_and_none_once_stopped() -> None:
    server = ThreadedServer(settings_told({"port": 0}))
    before = signal.getsignal(signal.SIGINT), threading.active_count()
    for _ in range(2):
        ready = server.start()
        assert httpx.get(f"{ready.url}/_mock/live", trust_env=False).status_code == 200
        with pytest.raises(RuntimeError, match="started already"):
            server.start()
        server.stop()
        with pytest.raises(httpx.ConnectError):
            httpx.get(ready.url, trust_env=False)
    server.stop()
    assert (signal.getsignal(signal.SIGINT), threading.active_count()) == before


def test_that_it_cannot_start_is_raised_to_who_starts_it() -> None:
    server = ThreadedServer(settings_told({"port": 0, "host": "host.invalid"}))
    for _ in range(2):
        with pytest.raises(ListenError, match="cannot listen at 'host"):
            server.start()
    server.stop()


def test_connections_that_are_kept_do_not_keep_it() -> None:
    server = ThreadedServer(settings_told({"port": 0}))
    ready = server.start()
    with httpx.Client(trust_env=False) as client:
        client.get(f"{ready.url}/_mock/live")
        server.stop()
        with pytest.raises(httpx.TransportError):
            client.get(f"{ready.url}/_mock/live")


def servers() -> int:
    return [thread.name for thread in threading.enumerate()].count("mock-isales")


@pytest.mark.parametrize("when", ["before", "after"])
def test_who_interrupts_its_start_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, when: str) -> None:
    waited = Future.result

    def interrupted(started: "Future[Ready]", timeout: float | None = None) -> Ready:
        if when == "after":
            waited(started, timeout)
        monkeypatch.undo()
        raise KeyboardInterrupt

    server = ThreadedServer(settings_told({"port": 0}))
    monkeypatch.setattr(Future, "result", interrupted)
    with pytest.raises(KeyboardInterrupt):
        server.start()
    assert servers() == 0
    server.start()
    server.stop()
    assert servers() == 0


def ends(_: object, announce: Callable[[Ready], None], seed: object) -> None:
    del announce, seed


def exits(_: object, announce: Callable[[Ready], None], seed: object) -> None:
    del announce, seed
    raise SystemExit(3)


@pytest.mark.parametrize(("run", "told"), [(ends, "accepted calls"), (exits, "accepted calls: SystemExit 3")])
def test_a_server_that_ends_early_is_told(monkeypatch: pytest.MonkeyPatch, run: Callable[..., None], told: str) -> None:
    monkeypatch.setattr(threaded, "run", run)
    with pytest.raises(EndedEarlyError, match=f"^the server has ended before it {told}$"):
        ThreadedServer(settings_told({"port": 0})).start()
    assert servers() == 0
