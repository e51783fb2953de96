"""The fixture `isales_settings`: what the server of a run is told."""

import threading

import pytest

from mock_isales.testing import MockIsales
from tests.testing.plugin.conftest import Run

pytest_plugins = "pytester"


def told(settings: str, test: str) -> str:
    return f"""
import pytest
from client import HEADERS, add
from mock_isales.testing import C2Auth

@pytest.fixture(scope="session")
def isales_settings():
    return {settings}

{test}
"""


def test_a_server_that_asks_for_signatures(run: Run) -> None:
    source = told(
        "{'auth': 'c2', 'access_keys': ['ak:sk']}",
        "def test(isales):\n"
        "    assert add(isales, auth=C2Auth('ak', 'sk')) == '0200000'\n"
        "    assert add(isales, auth=C2Auth('ak', 'other')) is None\n",
    )
    run(source).assert_outcomes(passed=1)


def test_a_server_over_tls_whose_authority_the_world_tells(run: Run) -> None:
    source = told(
        "{'tls': True}",
        "def test(isales, isales_server):\n"
        "    assert isales.url.startswith('https://')\n"
        "    assert isales.ca == isales_server.ca\n"
        "    assert add(isales) == '0200000'\n",
    )
    run(source).assert_outcomes(passed=1)


def test_a_seed_of_the_server_is_that_of_each_world_without_one(run: Run) -> None:
    source = told(
        "{'seed': {'vdns': [{'id': 5, 'campaigns': [{'id': 9}]}]}, 'settings': {'pace_interval': 0}}",
        "def test(isales):\n"
        "    assert [(each.vdn, each.id) for each in isales.campaigns.list()] == [(5, 9)]\n"
        "    assert isales.settings.get().pace_interval == 0\n"
        "@pytest.mark.isales(seed={})\n"
        "def test_other(isales):\n"
        "    assert isales.campaigns.list() == []\n",
    )
    run(source).assert_outcomes(passed=2)


def test_the_server_ends_with_the_run(run: Run) -> None:
    run("def test(isales):\n    raise LookupError\n").assert_outcomes(failed=1)
    assert "mock-isales" not in [thread.name for thread in threading.enumerate()]


@pytest.mark.parametrize(
    ("settings", "reason"),
    [
        ("{'auht': 'c2'}", "auht='c2': unknown name; did you mean auth?"),
        ("{'seed': {'vdn': []}}", "seed: *vdn*did you mean vdns?"),
    ],
)
def test_what_no_server_can_be_told_is_said_without_a_traceback(settings: str, reason: str, run: Run) -> None:
    result = run(told(settings, "def test(isales):\n    pass\n"))
    result.assert_outcomes(errors=1)
    line = f"mock-isales: the server cannot start as isales_settings says: {reason}"
    result.stdout.fnmatch_lines(["*ERROR at setup of test *", line, "*short test summary*"], consecutive=True)


@pytest.mark.parametrize("settings", ["None", "{1: 2}"])
@pytest.mark.parametrize("url", ["", "http://127.0.0.1:9"])
def test_settings_that_are_no_mapping_are_refused_whether_they_are_needed_or_not(
    settings: str, url: str, run: Run
) -> None:
    result = run(told(settings, "def test(isales):\n    pass\n"), f"--isales-url={url}")
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines(["mock-isales: isales_settings must be a mapping such as {'auth': 'c2'}"])


def test_a_server_that_cannot_listen_is_told(run: Run) -> None:
    with MockIsales() as other:
        port = other.url.rpartition(":")[2]
        result = run(told(f"{{'port': {port}}}", "def test(isales):\n    pass\n"))
    result.assert_outcomes(errors=1)
    result.stdout.fnmatch_lines([f"mock-isales: the server cannot start as isales_settings says: *{port}*"])
