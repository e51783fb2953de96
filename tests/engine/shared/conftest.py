from collections.abc import Iterator

import pytest

from tests.engine.centre import seed_of
from tests.engine.shared.processes import Process, process


@pytest.fixture(params=["url", "emptied_url"], ids=["sqlite", "postgresql"])
def shared_url(request: pytest.FixtureRequest) -> str:
    """A database that several processes use."""
    url: str = request.getfixturevalue(request.param)
    return url


@pytest.fixture
def one(shared_url: str) -> Iterator[Process]:
    with process(shared_url, seed_of(settings={"pace_interval": 0})) as made:
        yield made


@pytest.fixture
def other(shared_url: str, one: Process) -> Iterator[Process]:  # noqa: ARG001 - the first one fills it
    with process(shared_url, seed_of(settings={"pace_interval": 0})) as made:
        yield made
