"""`mock-isales ready`: whether a server is ready, why it is not, and waiting until it is."""

import errno
import json
import re
import socket
import sqlite3
import ssl
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path
from threading import Event, Thread
from time import monotonic

import pytest
from typer.testing import CliRunner

from mock_isales.cli import readying
from mock_isales.cli.commands import app
from mock_isales.cli.probe import Hopeless, NotReady, Probe
from tests.cli.trying import going_on
from tests.served import served
from tests.serving.processes import SECONDS

VARIABLES = ("URL", "CA", "HOST", "PORT", "TLS")
READY = b'{"status": "ready", "worlds": 3, "store": "sqlite"}'
FAILS = b'{"type": "urn:mock-isales:problem:store", "detail": "The disk is full."}'


def asked(*arguments: str, **variables: str) -> tuple[int, str, str]:
    told = {f"MOCK_ISALES_{name}": variables.get(name) for name in VARIABLES}
    ended = CliRunner(env=told).invoke(app, ["ready", *arguments], catch_exceptions=False)
    return ended.exit_code, ended.stdout, ended.stderr


def why(*arguments: str) -> str:
    status, out, told = asked(*arguments)
    assert (status, out) == (1, "")
    assert told.count("\n") == 1
    assert told.startswith("mock-isales: not ready: ")
    return told.removesuffix("\n").removeprefix("mock-isales: not ready: ")


def answer(status: str, body: bytes) -> bytes:
    return f"HTTP/1.1 {status}\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body


@contextmanager
def answering(*answers: bytes) -> Iterator[str]:
    """Answers a request with each of these, over kept connections; with nothing, it ends the connection."""
    left = list(answers)

    def serve() -> None:
        while left:
            connection, _ = listener.accept()
            with connection:
                while left and connection.recv(65536):
                    sent = left.pop(0)
                    connection.sendall(sent)
                    if not sent:
                        break

    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=serve)
        thread.start()
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        thread.join(SECONDS)
    assert not left


@contextmanager
def dripping(begun: bytes) -> Iterator[str]:
    """Begins an answer, and goes on with it byte by byte, each sooner than anybody loses patience, for long."""

    def drip() -> None:
        connection, _ = listener.accept()
        with connection, suppress(OSError):  # that it is hung up on
            connection.sendall(begun)
            while not is_over.wait(0.01) and monotonic() < latest:
                connection.sendall(b"x")

    is_over, latest = Event(), monotonic() + SECONDS
    with socket.create_server(("127.0.0.1", 0)) as listener:
        thread = Thread(target=drip)
        thread.start()
        try:
            yield f"http://127.0.0.1:{listener.getsockname()[1]}"
        finally:
            is_over.set()
            thread.join(SECONDS)


@pytest.fixture(scope="module")
def ca(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("ready") / "ca.pem"


@pytest.fixture(scope="module")
def secure(ca: Path) -> Iterator[str]:
    with served("--tls", "--tls-ca-out", str(ca)) as url:
        yield url


@pytest.fixture(scope="module")
def other_ca(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("other") / "ca.pem"
    with served("--tls", "--tls-ca-out", str(file)):
        return file


@pytest.fixture
def nobody() -> Iterator[str]:
    """An address that is kept for us, and where nothing answers."""
    with socket.socket() as bound:
        bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        bound.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{bound.getsockname()[1]}"


def test_a_server_that_is_ready_says_so_in_one_line(server: str) -> None:
    status, out, told = asked("--url", f"{server}/")
    assert (status, told) == (0, "")
    assert re.fullmatch(rf"ready at {server}: memory, \d+ worlds?\n", out)
    assert asked(URL=server)[0] == 0


def test_without_an_address_the_environment_s_own_server_is_meant(server: str) -> None:
    status, out, _ = asked(HOST="0.0.0.0", PORT=server.rpartition(":")[2])  # noqa: S104 - that is what is tested
    assert (status, out.startswith(f"ready at {server}: ")) == (0, True)


def test_over_https_the_authority_is_trusted_that_is_told(secure: str, ca: Path) -> None:
    assert asked("--url", secure, "--ca", str(ca)) == (0, f"ready at {secure}: memory, 1 world\n", "")
    assert asked(URL=secure, CA=str(ca))[0] == 0


def test_the_own_server_is_asked_over_https_without_an_authority_unless_one_is_named(
    secure: str, ca: Path, other_ca: Path
) -> None:
    own = {"TLS": "1", "PORT": secure.rpartition(":")[2]}
    assert asked(**own) == (0, f"ready at {secure}: memory, 1 world\n", "")
    assert asked(**own, CA=str(ca))[0] == 0
    for named in ({"URL": secure}, {"CA": str(other_ca)}):
        status, _, told = asked(**own, **named)
        assert (status, f"{secure} is not trusted (" in told) == (1, True)


def test_where_nothing_answers_is_told_with_what_to_do(nobody: str) -> None:
    assert why("--url", nobody) == (
        f"nothing answers at {nobody} (connection refused): start one with `mock-isales serve`, or name it with --url"
    )


def test_a_name_that_is_not_known_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    assert why("--url", "http://a..b") == "the name a..b of http://a..b is not known"

    def fail(*_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", fail)
    assert why("--url", "http://nowhere:1") == "the name nowhere of http://nowhere:1 is not known"


def test_a_certificate_that_is_not_trusted_is_told_and_not_waited_for(secure: str, other_ca: Path) -> None:
    for trusted in ((), ("--ca", str(other_ca))):
        sentence = why("--url", secure, *trusted, "--wait", "1000m")
        assert sentence.startswith(f"{secure} is not trusted (")
        assert sentence.endswith("): name its authority with --ca, the file that its --tls-ca-out writes")


def test_a_certificate_for_other_names_is_told_and_not_waited_for(secure: str, ca: Path) -> None:
    url = secure.replace("127.0.0.1", "127.1")
    sentence = why("--url", url, "--ca", str(ca), "--wait", "1000m")
    assert sentence.startswith(f"{url} is not trusted (")
    assert sentence.endswith("): call it by a name of its certificate, or start it with --tls-name 127.1")


def test_an_authority_that_is_written_meanwhile_is_read_again(
    tmp_path: Path, secure: str, ca: Path, other_ca: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "ca.pem"
    file.write_bytes(other_ca.read_bytes())
    create: Callable[..., ssl.SSLContext] = ssl.create_default_context

    def then_written(*, cafile: Path) -> ssl.SSLContext:
        context = create(cafile=cafile)
        file.write_bytes(ca.read_bytes())
        return context

    monkeypatch.setattr(ssl, "create_default_context", then_written)
    with closing(Probe(secure, file)) as probe:
        with pytest.raises(NotReady) as caught:
            probe.ask(SECONDS)
        assert not isinstance(caught.value, Hopeless)
        assert probe.ask(SECONDS) == "memory, 1 world"


@pytest.mark.parametrize(
    ("content", "reason"), [(None, "No such file or directory"), ("", "there is no certificate in it, in PEM")]
)
def test_a_file_that_has_no_authority_is_told(tmp_path: Path, secure: str, content: str | None, reason: str) -> None:
    file = tmp_path / "ca.pem"
    if content is not None:
        file.write_text(content)
    assert why("--url", secure, "--ca", str(file)) == f"the authority {file} cannot be read: {reason}"


def test_the_wrong_scheme_is_told(server: str, secure: str) -> None:
    url = server.replace("http:", "https:")
    sentence = why("--url", url)
    assert sentence.startswith(f"what answers at {url} does not speak TLS with us (")
    assert sentence.endswith("): where it speaks plain HTTP, the address begins with http://")
    url = secure.replace("https:", "http:")
    assert why("--url", url) == (
        f"what answers at {url} ends the connection without an answer: where it speaks TLS, the address begins with "
        "https://"
    )


@pytest.mark.parametrize(
    ("sent", "reason"),
    [
        (answer("404 Not Found", b"<html>"), " (404 Not Found)"),
        (answer("299 x", READY), " (299)"),
        (answer("200 OK", b'{"status": "ready"}'), " (200 OK)"),
        (answer("200 OK", b"[" * 9999), " (200 OK)"),
        (answer("200 OK", b"[]"), " (200 OK)"),
        (answer("200 OK", b"\xff"), " (200 OK)"),
        (b"220 mail.test ESMTP\r\n", ": it does not speak HTTP"),
    ],
)
def test_what_is_no_mock_isales_is_told(sent: bytes, reason: str) -> None:
    with answering(sent) as url:
        assert why("--url", url) == f"what answers at {url} is no mock-isales{reason}"


def test_what_a_server_says_does_not_steer_the_terminal() -> None:
    body = json.dumps({"status": "ready", "store": "\x1b[2J", "worlds": 1}).encode()
    with answering(answer("200 OK", body)) as url:
        assert asked("--url", url)[1] == f"ready at {url}: \\x1b[2J, 1 world\n"


def test_a_server_that_does_not_answer_is_told() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        url = f"http://127.0.0.1:{silent.getsockname()[1]}"
        assert why("--url", url, "--wait", "60ms") == f"{url} does not answer in time"


@pytest.mark.parametrize("begun", [b"", b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n"])
def test_a_server_that_never_ends_its_answer_is_not_waited_for(begun: bytes) -> None:
    with dripping(begun) as url:
        assert why("--url", url, "--wait", "300ms") == f"{url} does not answer in time"


def test_a_server_that_is_called_over_ipv6_needs_no_port(monkeypatch: pytest.MonkeyPatch) -> None:
    called = []

    def refuse(address: tuple[str, int], *_: object) -> None:
        called.append(address)
        raise ConnectionRefusedError(errno.ECONNREFUSED, "Connection refused")

    monkeypatch.setattr(socket, "create_connection", refuse)
    for url in ("http://[::1]", "http://[fe80::abcd]", "https://[::1]/", "http://h", "https://h", "http://[::1]:8080"):
        assert why("--url", url).startswith(f"nothing answers at {url.rstrip('/')} (connection refused)")
    assert called == [("::1", 80), ("fe80::abcd", 80), ("::1", 443), ("h", 80), ("h", 443), ("::1", 8080)]


def test_a_store_that_fails_is_told_with_its_reason(tmp_path: Path) -> None:
    with served("--store", f"sqlite:///{tmp_path / 'x.db'}") as url:
        assert asked("--url", url)[1] == f"ready at {url}: sqlite, 1 world\n"
        with closing(sqlite3.connect(tmp_path / "x.db", isolation_level=None)) as database:
            tables = database.execute(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
            ).fetchall()
            for (table,) in tables:
                database.execute(f"DROP TABLE {table}")
        sentence = why("--url", url)
    assert "no such table" in sentence


def test_it_is_asked_again_until_it_is_ready() -> None:
    fails, elsewhere = answer("503 Service Unavailable", FAILS), answer("502 Bad Gateway", b"")
    with answering(fails, fails, b"", elsewhere, answer("200 OK", READY)) as url:
        assert asked("--url", url, "--wait", "1m") == (0, f"ready at {url}: sqlite, 3 worlds\n", "")
    with answering(fails) as url:
        assert why("--url", url) == "The disk is full."


def test_it_is_not_asked_for_longer_than_it_is_waited_for(nobody: str) -> None:
    assert why("--url", nobody, "--wait", "120ms").startswith(f"nothing answers at {nobody}")


def test_a_server_is_waited_for_that_starts_meanwhile(tmp_path: Path, nobody: str) -> None:
    ca = tmp_path / "ca.pem"
    port = nobody.rpartition(":")[2]
    url = f"https://127.0.0.1:{port}"
    with (
        going_on("ready", "--url", url, "--ca", str(ca), "--wait", "30s") as waiting,
        going_on("serve", "--port", port, "--tls", "--tls-ca-out", str(ca)),
    ):
        out, told = waiting.communicate(timeout=SECONDS)
    assert (waiting.returncode, out, told) == (0, f"ready at {url}: memory, 1 world\n", "")


def test_somebody_at_a_terminal_is_told_once_what_is_waited_for(
    nobody: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(readying, "_SILENCE", 0.0)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with pytest.raises(SystemExit, match="1"):
        readying.ready(nobody, None, 0.2)
    lines = capsys.readouterr().err.splitlines()
    assert [line.partition("nothing")[0] for line in lines] == ["mock-isales: waiting: ", "mock-isales: not ready: "]


@pytest.mark.parametrize("time", ["10s", "0.5s", "500ms", "1m", "10", "0"])
def test_a_time_is_told_with_its_unit_or_in_seconds(server: str, time: str) -> None:
    assert asked("--url", server, "--wait", time)[0] == 0


@pytest.mark.parametrize("time", ["", "soon", "-1", "10 s", "1h", "s", "1e9", "nan"])
def test_what_is_no_time_is_told(time: str) -> None:
    status, out, told = asked(f"--wait={time}")
    assert (status, out) == (2, "")
    assert "must be a time such as 10s, 500ms, 1m or 10" in told


@pytest.mark.parametrize(
    "url",
    [
        "mock",
        "mock:28080",
        "http://",
        "ftp://mock",
        "http://mock:x",
        "http://mock:99999",
        "http://[::1",
        "http://a b",
        "http://h?x",
    ],
)
def test_what_is_no_address_is_told(url: str) -> None:
    told = f"mock-isales: {url!r} is no address of a server: it must be like http://127.0.0.1:28080\n"
    assert asked("--url", url) == (2, "", told)


def test_help_teaches_how_to_wait() -> None:
    status, out, _ = asked("--help")
    text = " ".join(out.split())
    assert status == 0
    for word in (
        "--wait 10s",
        "exit status is 0",
        "It is 2 if",
        "[MOCK_ISALES_URL]",
        "MOCK_ISALES_URL",
        "MOCK_ISALES_CA",
        "HEALTHCHECK",
    ):
        assert word in text
