import os
from collections.abc import Iterator
from dataclasses import replace

import httpx
import pytest

from tests.conformance.campaigns import Campaigns
from tests.conformance.case import Case
from tests.conformance.cases.signature_token import C2
from tests.conformance.offers import DEFAULT, Offer
from tests.conformance.servers import Double, Servers
from tests.conformance.signing import sign_as_sent

GIVEN = "given"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "store" in metafunc.fixturenames:
        stores = [GIVEN] if base_url(metafunc.config) else ["memory", "sqlite"]
        metafunc.parametrize("store", stores)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave out what a server of unknown readings and settings cannot be asked; bring together what shares a server."""
    offered = {DEFAULT, C2} if is_signed(config) else {DEFAULT}
    others = [item for item in items if offer_of(item) not in offered]
    items[:] = [item for item in items if offer_of(item) in offered]
    if is_signed(config):
        others += [item for item in items if is_unsigned(item)]
        items[:] = [item for item in items if not is_unsigned(item)]
    if base_url(config):
        config.hook.pytest_deselected(items=others)
    else:
        # in front, where the workers of pytest-xdist get long stretches: fewer servers are started twice
        items[:0] = sorted(others, key=lambda item: str(offer_of(item)))


def offer_of(item: pytest.Item) -> Offer:
    params = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    offer = params.get("offer")
    return offer if isinstance(offer, Offer) else DEFAULT  # tests of other folders come by here too


def is_unsigned(item: pytest.Item) -> bool:
    """Whether a test makes calls that nobody signs, and expects them to be taken."""
    params = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
    case = params.get("case")
    if isinstance(case, Case):
        return case.clause.endswith("-AUTHORIZATION") and case.passes
    return item.path.name == "test_sockets.py"  # which writes bytes


def base_url(config: pytest.Config) -> str:
    return str(config.getoption("--base-url", default=""))


def is_signed(config: pytest.Config) -> bool:
    return bool(base_url(config) and config.getoption("--signed", default=False))


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
    campaigns = Campaigns(worker, workers)
    signing = sign_as_sent if is_signed(pytestconfig) else None
    return Double(client, httpx.URL(base_url(pytestconfig)), campaigns, signing)


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
        return given if offer == DEFAULT else replace(given, signing=None)  # the test signs by itself
    servers: Servers = request.getfixturevalue("servers")
    return servers.double(store, offer)
