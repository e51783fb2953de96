from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI

from mock_isales.app import create_app
from mock_isales.settings import Settings
from tests.control.callers import Caller


@pytest.fixture(params=["memory", "sqlite"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    return "memory" if request.param == "memory" else f"sqlite:///{tmp_path / 'double.db'}"


@pytest.fixture
def app(store: str) -> Iterator[FastAPI]:
    """A server with the demo seed."""
    made = create_app(Settings(store=store))
    yield made
    made.state.double.close()


@pytest.fixture
def caller(app: FastAPI) -> Caller:
    """Calls a server in which the world `w1` was made."""
    calling = Caller(app)
    assert calling.mock("PUT", "/worlds/w1").status_code == 201
    return calling
