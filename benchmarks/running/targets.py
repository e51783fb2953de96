"""The servers: ours, and those that it is measured beside."""

import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.running.rig import HERE

CONFIGURATIONS = HERE / "peers"
CN_PATH = "/rest/isales/v1/openapi/campaigns/1/callerNo/1"
CN_BODY = b'{"callerNo":[{"accessCode":"12345678901234","priority":1}]}'


@dataclass(frozen=True, slots=True)
class Place:
    """Where a server is to be.

    Attributes:
        port: It listens there.
        spare: Another free port, for those that want two.
        folder: It may write there.
        peers: Where the peers are installed.
    """

    port: int
    spare: int
    folder: Path
    peers: Path


@dataclass(frozen=True, slots=True)
class Target:
    """A server.

    Attributes:
        name: What it is called.
        says: What it does with a call.
        command: What starts it.
        needs: The file that must be there, below the folder of the peers; empty if none.
        program: The program that must be on the PATH; empty if none.
        warm_up: For how many seconds it is loaded before it is measured.
        variables: What it is told by the environment.
        documented: Whether it answers both documented calls; otherwise it answers GET /.
    """

    name: str
    says: str
    command: Callable[[Place], list[str]]
    needs: str = ""
    program: str = ""
    warm_up: int = 2
    variables: Callable[[Place], Mapping[str, str]] = field(default=lambda _: {})
    documented: bool = True

    def missing(self, peers: Path) -> str:
        """What it lacks here; empty if nothing."""
        if self.program and shutil.which(self.program) is None:
            return f"{self.program} is not installed"
        if self.needs and not (peers / self.needs).exists():
            return f"{self.name} is not installed (benchmarks/peers/setup.sh)"
        return ""


def double(*flags: str) -> Callable[[Place], list[str]]:
    """Our server, as the command line starts it."""
    seed = str(CONFIGURATIONS / "seed.yaml")
    return lambda place: [*_SERVE, "--seed", seed, *flags, "--port", str(place.port)]


def _wiremock(configuration: str, *flags: str) -> Callable[[Place], list[str]]:
    return lambda place: [
        "java",
        "-jar",
        str(place.peers / _WIREMOCK),
        *("--port", str(place.port), "--bind-address", "127.0.0.1"),
        *("--root-dir", str(CONFIGURATIONS / configuration), "--disable-banner", *flags),
    ]


def _mountebank(place: Place) -> list[str]:
    return [
        *("node", str(place.peers / _MOUNTEBANK), "start", "--allowInjection"),
        *("--configfile", str(CONFIGURATIONS / "mountebank" / "imposters.ejs")),
        *("--port", str(place.spare), "--host", "127.0.0.1"),
        *("--nologfile", "--loglevel", "error", "--pidfile", str(place.folder / "mb.pid")),
    ]


def _prism(place: Place) -> list[str]:
    mock = ["node", str(place.peers / _PRISM), "mock", "-h", "127.0.0.1", "-p", str(place.port), "-v", "error"]
    return [*mock, str(CONFIGURATIONS / "prism" / "openapi.json")]


_WIREMOCK = "npm/node_modules/wiremock/build/wiremock-standalone-3.13.2.jar"
_MOUNTEBANK = "npm/node_modules/mountebank/bin/mb"
_PRISM = "npm/node_modules/@stoplight/prism-cli/dist/index.js"
_SERVE = (sys.executable, "-m", "mock_isales", "serve", "--log-level", "warning")
_PYTHON = CONFIGURATIONS / "python"

DOUBLE = Target("mock-isales", "judges the call by the documents, stores its records, keeps a journal", double())
DOUBLE_AS_IT_COMES = Target(
    "mock-isales serve",
    "the same, with the demo seed",
    lambda place: [*_SERVE, "--port", str(place.port)],
)
DOUBLE_ON_SQLITE = Target(
    "mock-isales on SQLite",
    "the same, in a database file",
    lambda place: double("--store", f"sqlite:///{place.folder / 'double.db'}")(place),
)
MOUNTEBANK = Target(
    "mountebank script",
    "a script echoes the numbers and counts the ids",
    _mountebank,
    needs=_MOUNTEBANK,
    program="node",
    variables=lambda place: {"IMPOSTER_PORT": str(place.port)},
)
WIREMOCK_TEMPLATE = Target(
    "WireMock template",
    "matches by JSONPath, a template echoes the numbers; without journal and log",
    _wiremock("wiremock-template", "--no-request-journal", "--disable-request-logging"),
    needs=_WIREMOCK,
    program="java",
    warm_up=10,
)
WIREMOCK_CONSTANT = Target(
    "WireMock constant",
    "a constant answer, with the default journal",
    _wiremock("wiremock-constant"),
    needs=_WIREMOCK,
    program="java",
    warm_up=10,
)
PRISM = Target(
    "Prism constant",
    "validates by an OpenAPI document, answers its example",
    _prism,
    needs=_PRISM,
    program="node",
)
GO = Target(
    "Go with a map",
    "net/http, encoding/json, a map of each campaign's numbers; written by hand",
    lambda place: [str(place.peers / "go-map"), str(place.port)],
    needs="go-map",
)
BARE = Target(
    "bare FastAPI",
    "one route, which answers {}",
    lambda place: [sys.executable, str(_PYTHON / "bare.py"), str(place.port)],
    documented=False,
)
ADD_ALL = Target(
    "SQLModel add_all",
    "FastAPI, pydantic, SQLModel's add_all and commit; SQLite in WAL",
    lambda place: [sys.executable, str(_PYTHON / "add_all.py"), str(place.port), str(place.folder / "add_all.db")],
    documented=False,
)

TARGETS = (
    DOUBLE,
    DOUBLE_AS_IT_COMES,
    DOUBLE_ON_SQLITE,
    MOUNTEBANK,
    WIREMOCK_TEMPLATE,
    WIREMOCK_CONSTANT,
    PRISM,
    GO,
    BARE,
    ADD_ALL,
)
