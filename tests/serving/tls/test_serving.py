"""`mock-isales serve --tls`, as clients meet it."""

import signal
import socket
import ssl
import time
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import httpx
import pytest

from mock_isales.serving.tls.making import made_for
from tests.cli.test_imports import imported
from tests.serving.processes import Server, run, serving
from tests.serving.tls.clients import answer_to, connected, hello

CALL = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
HEADERS = {"Authorization": "any"}
RECORD = {"callDataList": [{"called": [{"calledNo": "88888888"}]}]}
HALF_A_HEAD = f"POST {CALL} HTTP/1.1\r\nHost: x\r\n".encode()
HALF_A_BODY = HALF_A_HEAD + b"Authorization: x\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("server")


@pytest.fixture(scope="module")
def server(folder: Path) -> Iterator[Server]:
    flags = ["--tls", "--tls-ca-out", str(folder / "ca.pem"), "--tls-name", "mock.test", "--tls-name", "*.wild.test"]
    with serving(folder, *flags) as server:
        yield server
        assert server.end() == 0


@pytest.fixture
def trust(server: Server, folder: Path) -> ssl.SSLContext:
    assert server.url
    return ssl.create_default_context(cafile=folder / "ca.pem")


def test_the_documented_call_over_https(server: Server, trust: ssl.SSLContext) -> None:
    assert server.url.startswith("https://127.0.0.1:")
    for world, host in enumerate(["127.0.0.1", "localhost"]):
        url = f"{server.url.replace('127.0.0.1', host)}/w/w{world}{CALL}"
        answer = httpx.post(url, json=RECORD, headers=HEADERS, verify=trust, trust_env=False)
        assert answer.json()["resultCode"] == "0200000"


@pytest.mark.parametrize("name", ["localhost", "127.0.0.1", "::1", "mock.test", "MOCK.test", "a.wild.test"])
def test_it_is_called_by_the_names_that_were_given(server: Server, trust: ssl.SSLContext, name: str) -> None:
    with connected(server.address, trust, name) as connection:
        assert connection.version() == "TLSv1.3"


@pytest.mark.parametrize("name", ["other.test", "127.0.0.2", "wild.test", "a.b.wild.test"])
def test_and_by_no_other(server: Server, trust: ssl.SSLContext, name: str) -> None:
    with (
        pytest.raises(ssl.SSLCertVerificationError, match=r"(Hostname|IP address) mismatch"),
        connected(server.address, trust, name),
    ):
        pass


def test_whoever_does_not_trust_the_authority_does_not_come_through(server: Server) -> None:
    with pytest.raises(httpx.ConnectError, match="CERTIFICATE_VERIFY_FAILED"):
        httpx.post(server.url + CALL, trust_env=False)


def test_tls_1_2_is_spoken_and_http_1_1_agreed_on(server: Server, trust: ssl.SSLContext) -> None:
    trust.maximum_version = ssl.TLSVersion.TLSv1_2
    trust.set_alpn_protocols(["h2", "http/1.1"])
    with connected(server.address, trust) as connection:
        assert (connection.version(), connection.selected_alpn_protocol()) == ("TLSv1.2", "http/1.1")


def test_what_is_no_tls_is_a_line_of_the_log(server: Server) -> None:
    before = len(server.log.splitlines())
    assert b"HTTP" not in answer_to(server.address, f"GET {CALL} HTTP/1.1\r\nHost: x\r\n\r\n".encode())
    answer_to(server.address, b"\0" * 10)
    answer_to(server.address, hello(2))
    added = server.log.splitlines()[before:]
    assert [line.partition(",")[0] for line in added] == [
        "mock-isales: plain HTTP was sent to the TLS port",
        "mock-isales: what is no TLS was sent to the TLS port",
        "mock-isales: a TLS handshake failed: the client offers TLS 1.1 or older",
    ]


@pytest.mark.parametrize("by", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_ends_it_whatever_is_half_sent(tmp_path: Path, by: signal.Signals) -> None:
    ca = tmp_path / "ca.pem"
    with serving(tmp_path, "--tls", "--tls-ca-out", str(ca)) as server, ExitStack() as open_ones:
        trust = ssl.create_default_context(cafile=ca)
        for sent in (b"", HALF_A_HEAD, HALF_A_BODY):
            connection = open_ones.enter_context(connected(server.address, trust))
            connection.sendall(sent)
        for sent in (b"", hello(3)):
            open_ones.enter_context(socket.create_connection(server.address)).sendall(sent)
        client = open_ones.enter_context(httpx.Client(verify=trust, trust_env=False))
        assert client.post(server.url + CALL).status_code == 401  # by now what was sent before has arrived
        began = time.monotonic()
        assert server.end(by) == 0
        assert time.monotonic() - began < 2
    assert "error" not in server.log


def test_a_restart_keeps_the_authority(tmp_path: Path) -> None:
    flags = ["--tls", "--tls-dir", str(tmp_path / "tls"), "--tls-ca-out", str(tmp_path / "ca.pem")]
    kept = []
    for _ in range(2):
        with serving(tmp_path, *flags) as server:
            kept.append((tmp_path / "ca.pem").read_text())
            trust = ssl.create_default_context(cadata=kept[0])
            assert httpx.post(server.url + CALL, verify=trust, trust_env=False).status_code == 401
            assert server.end() == 0
    assert kept[0] == kept[1] == (tmp_path / "tls" / "authority" / "ca.pem").read_text()


def test_a_certificate_of_ones_own(tmp_path: Path) -> None:
    own = made_for(["127.0.0.1"], None)
    (tmp_path / "own.pem").write_text(own.pem)
    path = str(tmp_path / "own.pem")
    with serving(tmp_path, "--tls", "--tls-cert", path, "--tls-key", path) as server:
        trust = ssl.create_default_context(cadata=own.ca_pem)
        assert httpx.post(server.url + CALL, verify=trust, trust_env=False).status_code == 401
        assert server.end() == 0


def test_what_is_wrong_is_one_line_and_nothing_listens(tmp_path: Path) -> None:
    ended = run("serve", "--port", "0", "--tls", "--tls-cert", "none.pem", "--tls-key", "none.key")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr == "mock-isales: the certificate none.pem cannot be read: No such file or directory\n"
    assert list(tmp_path.iterdir()) == []


def test_only_tls_imports_what_makes_certificates() -> None:
    makers = {"trustme", "cryptography"}
    assert imported("serve", "--port", "0").isdisjoint(makers)
    assert makers <= imported("serve", "--port", "0", "--tls")
