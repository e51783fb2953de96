"""A PostgreSQL of the tests' own: a cluster in a temporary folder, started at a free port as an ordinary user."""

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from uuid import uuid4

import psycopg
import pytest
from psycopg import sql

from mock_isales.engine.stores.sql import SqlStore
from mock_isales.engine.stores.sql_tables import StoreTable

USER = "double"
_ROOT = 0
_HOME = "/usr/lib/postgresql"
_ORDINARY = "nobody"
_ALWAYS = "-c max_connections=200 -c timezone=UTC"
_QUICK = "-c fsync=off -c full_page_writes=off"


class Cluster:
    """A running PostgreSQL.

    Attributes:
        port: Where it listens.
    """

    def __init__(self, folder: Path, *, is_durable: bool = False) -> None:
        self.port = _free_port()
        self._options = _ALWAYS if is_durable else f"{_ALWAYS} {_QUICK}"
        self._data = folder / "data"
        self._log = folder / "log"
        self._folder = folder

    def make(self) -> None:
        """Make the cluster."""
        _run(_tool("initdb"), "-D", self._data, "-A", "trust", "-U", USER, "-E", "UTF8", "--no-sync")

    def start(self) -> None:
        """Start it, and wait until it answers."""
        options = f"-p {self.port} -k {self._folder} -h 127.0.0.1 {self._options}"
        _run(_tool("pg_ctl"), "-D", self._data, "-l", self._log, "-o", options, "-w", "start")

    def stop(self) -> None:
        """Stop it at once, whoever is connected."""
        _run(_tool("pg_ctl"), "-D", self._data, "-m", "immediate", "-w", "stop")

    @contextmanager
    def database(self) -> Iterator[str]:
        """A new and empty database: its address, as SQLAlchemy writes it."""
        name = f"double_{uuid4().hex}"
        self.execute(f"CREATE DATABASE {name}")
        yield f"postgresql+psycopg://{USER}@127.0.0.1:{self.port}/{name}"
        self.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def execute(self, statement: str) -> None:
        """Execute a statement outside of a transaction."""
        with psycopg.connect(f"postgresql://{USER}@127.0.0.1:{self.port}/postgres", autocommit=True) as connection:
            connection.execute(statement)


def is_installed() -> bool:
    """Whether there is a PostgreSQL to start."""
    return _tool("initdb") is not None


@contextmanager
def cluster(*, is_durable: bool = False) -> Iterator[Cluster]:
    """A running PostgreSQL, until the block ends; a failure where CI is set and it is not installed, else a skip.

    Args:
        is_durable: Whether what is committed is on the disk, which takes its time.
    """
    if not is_installed():
        reason = "PostgreSQL is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    with TemporaryDirectory(prefix="pg-") as name:
        folder = Path(name)
        if os.getuid() == _ROOT:
            shutil.chown(folder, _ORDINARY)
        made = Cluster(folder, is_durable=is_durable)
        made.make()
        made.start()
        try:
            yield made
        finally:
            made.stop()


@pytest.fixture(scope="session")
def postgresql() -> Iterator[Cluster]:
    """One for all tests of a worker; a `conftest.py` that imports it offers it."""
    with cluster() as running:
        yield running


@pytest.fixture
def postgresql_url(postgresql: Cluster) -> Iterator[str]:
    """An empty database in it."""
    with postgresql.database() as url:
        yield url


@pytest.fixture(scope="session")
def made_url(postgresql: Cluster) -> Iterator[str]:
    """A database of the worker's own, with the tables of a store."""
    with postgresql.database() as url:
        SqlStore(url).close()
        yield url


@pytest.fixture
def emptied_url(made_url: str) -> Iterator[str]:
    """The same, with nothing in its tables: to make a database takes longer than most tests."""
    yield made_url
    with psycopg.connect(made_url.replace("+psycopg", ""), options="-c lock_timeout=5s") as connection:
        for table in reversed(StoreTable.metadata.sorted_tables):
            connection.execute(sql.SQL("DELETE FROM {}").format(sql.Identifier(table.name)))


def _tool(name: str) -> str | None:
    """Where a program of the newest PostgreSQL on this machine is; Debian keeps them off the PATH."""
    homes = sorted(Path(_HOME).glob("*/bin"), key=lambda each: int(each.parent.name))
    return shutil.which(name, path=os.pathsep.join([*(str(each) for each in reversed(homes)), os.environ["PATH"]]))


def _run(*command: Any) -> None:  # noqa: ANN401 - texts and paths
    """Run a program as an ordinary user: PostgreSQL does not start as root."""
    told: Sequence[str] = [str(each) for each in command]
    user = _ORDINARY if os.getuid() == _ROOT else None
    subprocess.run(told, check=True, user=user, cwd="/", stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port
