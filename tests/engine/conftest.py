from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Protocol

import pytest

from mock_isales.engine.stores.memory import MemoryStore
from mock_isales.engine.stores.protocol import Store
from mock_isales.engine.stores.sql import SqlStore
from tests.clocks import ManualClock
from tests.engine.centre import Centre, seed_of
from tests.postgresql import emptied_url, made_url, postgresql, postgresql_url

__all__ = ["emptied_url", "made_url", "postgresql", "postgresql_url"]


@pytest.fixture
def url(tmp_path: Path) -> str:
    return f"sqlite:///{tmp_path / 'double.db'}"


@pytest.fixture
def sql_store(url: str) -> Iterator[SqlStore]:
    with closing(SqlStore(url)) as store:
        yield store


@pytest.fixture
def postgresql_store(emptied_url: str) -> Iterator[SqlStore]:
    with closing(SqlStore(emptied_url)) as store:
        yield store


@pytest.fixture(params=["memory", "sqlite", "postgresql"])
def store(request: pytest.FixtureRequest) -> Store:
    if request.param == "memory":
        return MemoryStore()
    store: SqlStore = request.getfixturevalue("sql_store" if request.param == "sqlite" else "postgresql_store")
    return store


@pytest.fixture
def clock() -> ManualClock:
    return ManualClock()


class Opens(Protocol):
    def __call__(self, **seed: Any) -> Centre: ...  # noqa: ANN401 - what seed_of takes


@pytest.fixture
def opened(store: Store, clock: ManualClock) -> Opens:
    """Opens a centre on the store; it is described as `seed_of` has it."""
    return lambda **seed: Centre.opened(store, seed_of(**seed), clock=clock)


@pytest.fixture
def centre(opened: Opens) -> Centre:
    return opened()
