import os
from collections.abc import Iterator

import httpx
import pytest

from tests.conformance.campaigns import Campaigns
from tests.conformance.offers import DEFAULT, Offer
from tests.conformance.servers import Double, Servers

GIVEN = "given"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "store" in metafunc.fixturenames:
        stores = [GIVEN] if base_url(metafunc.config) else ["memory", "sqlite"]
        metafunc.parametrize("store", stores)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what a server of unknown readings and settings cannot be asked; bring together what shares a server."""
    others = [item for item in items if offer_of(item) != DEFAULT]
    items[:] = [item for item in items if offer_of(item) == DEFAULT]
    if base_url(config):
        config.hook.pytest_deselected(items=others)
    else:
        # in front, where the workers of pytest-xdist get long stretches: fewer servers are started twice
        items[:0] = sorted(others, key=lambda item: str(offer_of(item)))


def offer_of(item: pytest.Item) -> Offer:
    params = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    offer = params.get("offer")
    return offer if isinstance(offer, Offer) else DEFAULT  # tests of other folders come by here too


def base_url(config: pytest.Config) -> str:
    return str(config.getoption("--base-url", default=""))


@pytest.fixture(scope="session")
def client() -> Iterator[httpx.Client]:
    # let go of an idle connection before a server does, or a call could meet its end
    with httpx.Client(timeout=60, trust_env=False, limits=httpx.Limits(keepalive_expiry=2)) as client:
        yield client


@pytest.fixture(scope="session")
def given(client: httpx.Client, pytestconfig: pytest.Config) -> Double:
    """The server of --base-url, shared by all workers: each takes its part of the campaigns."""
    worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
    workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
    return Double(client, httpx.URL(base_url(pytestconfig)), Campaigns(worker, workers))


@pytest.fixture(scope="session")
def servers(client: httpx.Client, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Servers]:
    servers = Servers(tmp_path_factory.mktemp("servers"), client)
    yield servers
    servers.stop()


@pytest.fixture
def offer() -> Offer:
    return DEFAULT


@pytest.fixture
def double(store: str, offer: Offer, request: pytest.FixtureRequest) -> Double:
    if store == GIVEN:
        given: Double = request.getfixturevalue("given")
        return given
    servers: Servers = request.getfixturevalue("servers")
    return servers.double(store, offer)
