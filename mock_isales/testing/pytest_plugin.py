"""The pytest plugin: a server for the run, a world for each test, and the calls of a failing one in its report.

It imports what it needs at the first use of a fixture: a run without one pays nothing for it.
"""

from collections.abc import Generator, Iterator, Mapping
from typing import TYPE_CHECKING, Any

import pytest

from mock_isales.testing.plugin.options import COVERING, MARKER, add_options, asks_for_coverage

if TYPE_CHECKING:
    from mock_isales.testing.blocking.control import Control
    from mock_isales.testing.blocking.world import World
    from mock_isales.testing.plugin.worlds import Begun

_BEGUN: "pytest.StashKey[Begun]" = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the options: of an external server, and of coverage."""
    add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    """Add the marker; and what counts coverage, if somebody asks for it."""
    config.addinivalue_line("markers", MARKER)
    if asks_for_coverage(config):
        from mock_isales.testing.plugin.covering import Covering  # noqa: PLC0415

        config.pluginmanager.register(Covering(config), COVERING)


@pytest.fixture(scope="session")
def isales_settings() -> Mapping[str, Any]:
    """What the mock-isales server of this run is told, as a mapping of what `MockIsales` takes; to be overridden.

        @pytest.fixture(scope="session")
        def isales_settings():
            return {"auth": "c2", "access_keys": ["my-ak:my-sk"], "seed": "tests/seed.yaml"}

    A server that runs already (--isales-url) cannot be told: then its seed, readings and settings are said of each
    test's world instead, and the report of a failing test names the rest.
    """
    return {}


@pytest.fixture(scope="session")
def isales_server(pytestconfig: pytest.Config, isales_settings: Mapping[str, Any]) -> Iterator["Control"]:
    """The mock-isales server of this run (`mock_isales.testing.Control`): `.url`, `.ca`, `.make_world(name, seed)`.

    It is started at its first use, one for each worker of pytest-xdist, and ends with the run. With --isales-url, or
    MOCK_ISALES_URL in the environment, it is the one that runs there, for all workers.
    """
    from mock_isales.testing.plugin.servers import server_of  # noqa: PLC0415

    with server_of(pytestconfig, isales_settings) as control:
        yield control


@pytest.fixture
def isales(
    request: pytest.FixtureRequest, isales_server: "Control", isales_settings: Mapping[str, Any]
) -> Iterator["World"]:
    """A fresh contact centre for this test: `.url` for the client, `.campaign(…)`, `.clock`, `.faults`, `.journal`.

    It is a `mock_isales.testing.World`, on the server of `isales_server`, and also has `.ca`, `.blocklist(vdn)`,
    `.settings` and `.readings`. The marker says how it begins:

        @pytest.mark.isales(seed="seed.yaml", settings={"pace_interval": 0}, clock="2026-11-21T10:00:00Z")
        def test_mine(isales): ...

    When the test fails, or the teardown of a fixture that uses it, its calls stand in the report, with the reason of
    each refusal. `isales.reset()` brings back what the seed says, with the settings and readings that the marker says
    beside its seed; those of a marker without a seed it may forget, and the marker's clock it always does.
    """
    from mock_isales.testing.plugin.report import keep  # noqa: PLC0415
    from mock_isales.testing.plugin.servers import external  # noqa: PLC0415
    from mock_isales.testing.plugin.worlds import begin, end  # noqa: PLC0415

    item: pytest.Item = request.node
    item.stash[_BEGUN] = begun = begin(item, isales_server, isales_settings if external(item.config) else {})
    yield begun.world
    if not begun.stays:
        keep(begun)
        end(begun.world)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_teardown(item: pytest.Item, nextitem: pytest.Item | None) -> Generator[None, object, object]:
    """End the world of a test after all its fixtures: to keep the calls of one that fails costs the others nothing.

    Where more than the fixtures of the test comes to its end, the server may be among it: there the world ends before.
    """
    begun = item.stash.get(_BEGUN, None)
    if begun is None:
        return (yield)
    from mock_isales.testing.plugin.report import keep  # noqa: PLC0415
    from mock_isales.testing.plugin.worlds import end  # noqa: PLC0415

    begun.stays = nextitem is not None and nextitem.parent is item.parent
    try:
        return (yield)
    except BaseException:
        keep(begun)
        raise
    finally:
        if begun.stays:
            end(begun.world)


@pytest.hookimpl(wrapper=True, tryfirst=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Put the calls of a failing test into its report, once all others have had their say whether it failed."""
    report = yield
    begun = item.stash.get(_BEGUN, None)
    if begun is not None and report.failed:
        from mock_isales.testing.plugin.report import section_of  # noqa: PLC0415

        report.sections.append(begun.section or section_of(begun))
    return report
