import socket

import pytest

from mock_isales.serving.listening import ListenError, listen, url_of


def test_a_free_port_is_taken_and_connections_wait_in_it() -> None:
    with listen("127.0.0.1", 0) as listener, socket.create_connection(listener.getsockname()):
        assert url_of(listener) == f"http://127.0.0.1:{listener.getsockname()[1]}"


def test_a_name_is_looked_up_for_ipv4_first() -> None:
    with listen("localhost", 0) as listener:
        assert url_of(listener).startswith("http://127.0.0.1:")


def test_two_servers_never_have_one_port() -> None:
    with listen("127.0.0.1", 0) as listener:
        port = listener.getsockname()[1]
        with pytest.raises(ListenError, match=f"127.0.0.1 port {port}: the port is in use; --port 0 takes a free one"):
            listen("127.0.0.1", port)


@pytest.mark.parametrize(
    ("host", "reason"),
    [
        ("192.0.2.1", "192.0.2.1 port 0: no network interface of this machine has that address"),
        ("", "cannot listen at '': "),
        ("a" * 300, "it is not a host's name"),
        ("no such host", "cannot listen at 'no such host': "),
    ],
)
def test_a_host_that_is_not_here_is_told(host: str, reason: str) -> None:
    with pytest.raises(ListenError, match=reason):
        listen(host, 0)


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(13, "Permission denied"), "not permitted; ports below 1024 are for privileged processes"),
        (OSError(105, "No buffer space available"), "No buffer space available"),
    ],
)
def test_other_reasons_are_told(monkeypatch: pytest.MonkeyPatch, error: OSError, reason: str) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(socket.socket, "bind", refuse)
    with pytest.raises(ListenError, match=reason):
        listen("127.0.0.1", 80)
