"""As much of Docker's engine as Testcontainers asks: a container is a process of `mock-isales serve` on this machine.

It stands for the engine alone: docker-py and Testcontainers talk to it over HTTP, as they do to a real one.
"""

import io
import json
import re
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from urllib.parse import urlsplit

from tests.serving.processes import environment

_PORT = "28080/tcp"


class Container:
    """What was asked to be made, and the process that it is."""

    def __init__(self, asked: dict[str, Any], folder: Path) -> None:
        self.asked = asked
        self.root = folder / "root"
        self._port_file = folder / "port"
        self._log = folder / "log"
        self._process: subprocess.Popen[bytes] | None = None

    @cached_property
    def environment(self) -> dict[str, str]:
        """The variables that were asked for."""
        return dict(each.split("=", 1) for each in self.asked["Env"])

    @property
    def status(self) -> str:
        if self._process is None:
            return "created"
        return "running" if self._process.poll() is None else "exited"

    @property
    def port(self) -> str:
        """Where it is mapped to; empty until that is known."""
        return self._port_file.read_text(encoding="ascii").strip() if self._port_file.exists() else ""

    @property
    def log(self) -> bytes:
        return self._log.read_bytes() if self._log.exists() else b""

    def put(self, archive: bytes) -> None:
        with tarfile.open(fileobj=io.BytesIO(archive)) as files:
            for each in files.getmembers():
                file = self.root / each.name.lstrip("/")
                file.parent.mkdir(parents=True, exist_ok=True)
                content = files.extractfile(each)
                assert content is not None
                file.write_bytes(content.read())

    def start(self) -> None:
        here = {name: str(self.root / value[1:]) for name, value in self.environment.items() if self._has(value)}
        own = {"MOCK_ISALES_PORT": "0", "MOCK_ISALES_PORT_FILE": str(self._port_file)}
        with self._log.open("wb") as log:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "mock_isales", "serve"],
                env=environment({**self.environment, **here, **own}),
                stdout=log,
                stderr=log,
            )

    def remove(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.wait()

    def _has(self, value: str) -> bool:
        """Whether a value is the path of a file that was put here."""
        return value.startswith("/") and (self.root / value[1:]).exists()


class Engine:
    """The engine.

    Attributes:
        url: Where it is, as DOCKER_HOST has it.
        containers: All that were asked for, by id.
        removed: The ids of those that were removed.
    """

    def __init__(self, folder: Path) -> None:
        self.containers: dict[str, Container] = {}
        self.removed: list[str] = []
        self._folder = folder
        self.url = ""

    def answer(self, method: str, path: str, body: bytes) -> tuple[int, Any]:
        """The status of an answer, and what it has: JSON, or bytes."""
        parts = [part for part in re.sub(r"^/v[0-9.]+", "", path).split("/") if part]
        if parts == ["version"]:
            return 200, {"ApiVersion": "1.45", "MinAPIVersion": "1.24", "Version": "27"}
        if parts[0] == "images":
            return 200, {"Id": "sha256:0", "RepoTags": ["/".join(parts[1:-1])]}
        if parts[1] == "create":
            return 201, {"Id": self._create(json.loads(body)), "Warnings": []}
        return self._of_container(method, parts[1], parts[2:], body)

    def _create(self, asked: dict[str, Any]) -> str:
        name = f"{len(self.containers):064x}"
        folder = self._folder / name
        folder.mkdir()
        self.containers[name] = Container(asked, folder)
        return name

    def _of_container(self, method: str, name: str, what: list[str], body: bytes) -> tuple[int, Any]:
        container = self.containers[name]
        match method, what:
            case "GET", ["json"]:
                return 200, _shown(name, container)
            case "GET", ["logs"]:
                return 200, container.log
            case "PUT", ["archive"]:
                container.put(body)
                return 200, b""
            case "POST", ["start"]:
                container.start()
                return 204, b""
            case "DELETE", []:
                container.remove()
                self.removed.append(name)
                return 204, b""
        raise AssertionError((method, what))


def _shown(name: str, container: Container) -> dict[str, Any]:
    mapped = [{"HostIp": "0.0.0.0", "HostPort": container.port}] if container.port else None  # noqa: S104
    return {
        "Id": name,
        "Config": {"Tty": True},
        "HostConfig": {"LogConfig": {"Type": "json-file"}},
        "State": {"Status": container.status, "ExitCode": 0},
        "NetworkSettings": {"Ports": {_PORT: mapped}},
    }


def _handler(engine: Engine) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def _handle(self) -> None:
            body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
            status, content = engine.answer(self.command, urlsplit(self.path).path, body)
            sent = content if isinstance(content, bytes) else json.dumps(content).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            if status != 204:
                self.send_header("Content-Length", str(len(sent)))
            self.end_headers()
            self.wfile.write(sent)

        do_GET = do_POST = do_PUT = do_DELETE = _handle  # noqa: N815 - as the class above has them

        def log_message(self, *_: object) -> None:
            pass

    return Handler


@contextmanager
def engine(folder: Path) -> Iterator[Engine]:
    """An engine, until the block ends; nothing of its containers is left then."""
    made = Engine(folder)
    with ThreadingHTTPServer(("127.0.0.1", 0), _handler(made)) as server:
        server.daemon_threads = True
        made.url = f"tcp://127.0.0.1:{server.server_address[1]}"
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
        thread.start()
        try:
            yield made
        finally:
            server.shutdown()
            thread.join()
            for container in made.containers.values():
                container.remove()
