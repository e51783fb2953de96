from collections.abc import Callable, Iterator, Sequence
from itertools import count

import pytest

from tests.postgresql import Cluster, postgresql, postgresql_url
from tests.team.replicas import Replica, replicas

__all__ = ["postgresql", "postgresql_url"]

NUMBERS = count(1)
PLAIN: dict[str, object] = {"vdns": [{"id": 1, "campaigns": [{"id": 1}, {"id": 2}]}]}

Made = Callable[..., str]


@pytest.fixture(scope="session")
def team(postgresql: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sequence[Replica]]:
    """Three servers, for all tests that keep to a world of their own."""
    with postgresql.database() as url, replicas(tmp_path_factory.mktemp("team"), url, "--cov") as started:
        yield started


@pytest.fixture
def made(team: Sequence[Replica]) -> Made:
    """Makes a world of the test's own, through the first replica; its name."""

    def make(**said: object) -> str:
        name = f"w{next(NUMBERS)}"
        team[0].control.make_world(name, {**PLAIN, **said})
        return name

    return make
