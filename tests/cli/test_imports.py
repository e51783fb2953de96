"""What a command imports: what it does not need, it does not wait for."""

import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.serving.processes import READY, environment

REPORT = "import atexit, sys; atexit.register(lambda: print(*sorted(sys.modules), file=sys.stderr)); "
MAIN = "from mock_isales.cli import main; main()"
FRAMEWORKS = {"fastapi", "uvicorn", "starlette", "pydantic_settings", "yaml", "rich", "httpx"}
SQL = {"sqlalchemy", "sqlmodel", "sqlite3"}
COMMAND_LINE = {"typer", "argparse"}
SEED_FILES = {"yaml", "mock_isales.engine.seed_files.reading", "mock_isales.engine.seed_files.nodes"}
CALL_DATA = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
AT_FIRST_USE = {
    "mock_isales.control",
    "mock_isales.ui",
    "jinja2",
    "pygal",
    "mock_isales.engine.views",
    "mock_isales.engine.coverage",
    "mock_isales.engine.faults.forms",
    "mock_isales.engine.report",
    "mock_isales.engine.lies",
    "mock_isales.contract.c2.verifying",
    "mock_isales.engine.explaining",
    "mock_isales.contract.nearest",
    "prometheus_client",
}


def imported(*arguments: str, once_ready: Callable[[str], None] = lambda _: None) -> set[str]:
    """The modules that a command has imported when it ends; `serve` is ended once it is ready, and was called."""
    command = [sys.executable, "-c", REPORT + MAIN, *arguments]
    with subprocess.Popen(
        command, env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        if line.startswith(READY):
            once_ready(line.removeprefix(READY).strip())
            process.terminate()
        _, err = process.communicate(timeout=30)
    return set(err.splitlines()[-1].split())


def test_memory_mode_imports_no_sql_and_no_client() -> None:
    modules = imported("serve", "--port", "0")
    assert {"fastapi", "uvicorn", "uvloop", "httptools"} <= modules
    assert modules.isdisjoint(SQL | COMMAND_LINE | SEED_FILES | AT_FIRST_USE | {"httpx", "trustme", "dotenv"})


def call(url: str) -> None:
    """Make a documented call that is accepted, and one that is refused."""
    with closing(HTTPConnection(url.removeprefix("http://"))) as connection:
        for body in (b'{"callDataList":[{"called":[{"calledNo":"1"}]}]}', b"{}"):
            connection.request("POST", CALL_DATA, body, {"Authorization": "x", "Content-Type": "application/json"})
            assert connection.getresponse().read().startswith(b'{"returnCode"')


def test_documented_calls_import_nothing_that_they_do_not_use() -> None:
    modules = imported("serve", "--port", "0", once_ready=call)
    assert modules.isdisjoint(SQL | COMMAND_LINE | SEED_FILES | AT_FIRST_USE | {"httpx", "trustme", "dotenv"})


def test_coverage_is_imported_where_it_is_counted() -> None:
    assert "mock_isales.engine.coverage.seeing" in imported("serve", "--port", "0", "--cov")


def test_flags_that_are_not_plain_are_read_by_typer() -> None:
    assert imported("serve", "--port", "0", "--no-tls") >= {"typer", "fastapi"}


@pytest.mark.parametrize(
    "arguments",
    [
        ["--help"],
        ["serve", "--help"],
        ["run", "--help"],
        ["demo", "--help"],
        ["journal", "--help"],
        ["report", "--help"],
        ["clauses", "--help"],
        ["why", "--help"],
        ["fault", "add", "--help"],
        ["export", "har", "--help"],
        ["replay", "--help"],
        ["version"],
    ],
)
def test_help_imports_no_framework(arguments: list[str]) -> None:
    modules = imported(*arguments)
    assert "typer" in modules
    assert modules.isdisjoint(FRAMEWORKS | SQL)


def test_asking_whether_a_server_is_ready_imports_no_client() -> None:
    modules = imported("ready", "--url", "http://127.0.0.1:0")
    assert "http" in modules
    assert modules.isdisjoint(FRAMEWORKS | SQL)


@pytest.mark.parametrize("command", ["worlds", "report", "clauses"])
def test_talking_to_a_server_imports_none(command: str) -> None:
    modules = imported(command, "--url", "http://127.0.0.1:0")
    assert "httpx" in modules
    assert modules.isdisjoint({"fastapi", "uvicorn", "starlette", "pydantic_settings"} | SQL)


def test_replaying_a_recording_imports_no_server(tmp_path: Path) -> None:
    file = tmp_path / "calls.har"
    file.write_text('{"log": {"entries": [{}]}}')
    modules = imported("replay", str(file), "--url", "http://127.0.0.1:0")
    assert "httpx" in modules
    assert modules.isdisjoint({"fastapi", "uvicorn", "starlette", "pydantic_settings"} | SQL)


def test_checking_a_file_imports_no_server() -> None:
    modules = imported("check", "--schema")
    assert "yaml" in modules
    assert modules.isdisjoint({"fastapi", "uvicorn", "starlette", "pydantic_settings"} | SQL)
