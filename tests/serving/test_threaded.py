"""A server in a thread of its own."""

import signal
import threading

import httpx
import pytest

from mock_isales.serving.listening import ListenError
from mock_isales.serving.threaded import ThreadedServer
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
