from collections.abc import Iterator
from uuid import uuid4

import pytest

from mock_isales.testing import Control, World
from tests.cli.control import Shell
from tests.served import served


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with served("--setting", "pace_interval=0") as url:
        yield url


@pytest.fixture
def shell(server: str) -> Shell:
    return Shell(server)


@pytest.fixture
def world(server: str) -> Iterator[World]:
    """A world of the test's own."""
    with Control(server) as control:
        world = control.make_world(f"t-{uuid4()}", {"vdns": [{"id": 1, "campaigns": [{"id": 1}]}]})
        yield world
        world.end()
