"""Whole runs of pytest: what they import, in how many processes they work, and what they leave behind."""

import sys

import pytest

from mock_isales.testing import MockIsales

pytest_plugins = "pytester"

UNNEEDED = "{'fastapi', 'starlette', 'httpx', 'pydantic', 'uvicorn', 'sqlalchemy', 'trustme'}"
PYTEST = (sys.executable, "-W", "error", "-m", "pytest", "-p", "no:cacheprovider", "-p", "no:schemathesis")
"""Schemathesis, which is installed for other tests, imports most of what the plugin must not."""

SUITE = """
import os

import pytest
from client import add

@pytest.mark.parametrize("number", range(4))
def test(isales, isales_server, worker_id, number):
    with open(f"{worker_id}.txt", "w") as told:
        told.write(isales_server.url)
    assert isales.journal.count() == 0
    assert add(isales) == "0200000"
    assert isales.journal.count() == 1

def test_that_fails(isales):
    add(isales, "1" * 25)
    raise LookupError
"""


def ended(suite: pytest.Pytester, *arguments: str) -> pytest.RunResult:
    result = suite.run(*PYTEST, *arguments)
    result.stderr.no_fnmatch_line("*ResourceWarning*")
    return result


def test_a_run_without_a_fixture_imports_nothing_for_it(suite: pytest.Pytester) -> None:
    suite.makepyfile(
        f"""
        import sys
        import pytest

        @pytest.mark.isales(seed={{}})
        def test():
            modules = {{name.partition(".")[0] for name in sys.modules}}
            assert not modules & {UNNEEDED}
            assert "mock_isales.testing.pytest_plugin" in sys.modules
            assert not [name for name in sys.modules if name.startswith(("mock_isales.settings", "mock_isales.engine"))]
        """
    )
    ended(suite).assert_outcomes(passed=1)


def test_each_worker_has_a_server_of_its_own(suite: pytest.Pytester) -> None:
    suite.makepyfile(SUITE)
    result = ended(suite, "-n", "2")
    result.assert_outcomes(passed=4, failed=1)
    result.stdout.fnmatch_lines(["*mock-isales: calls of world test_that_fails-*", "1  *ON-CALLEDNO-LENGTH*"])
    urls = [file.read_text(encoding="utf-8") for file in suite.path.glob("gw*.txt")]
    assert len(set(urls)) == len(urls) == 2


def test_all_workers_share_the_server_that_runs_already(suite: pytest.Pytester) -> None:
    suite.makepyfile(SUITE)
    with MockIsales() as server:
        ended(suite, "-n", "2", "--isales-url", server.url).assert_outcomes(passed=4, failed=1)
        assert {file.read_text(encoding="utf-8") for file in suite.path.glob("gw*.txt")} == {server.url}
        assert [each.name for each in server.control.worlds().worlds] == ["default"]


def test_a_run_leaves_nothing_behind_also_after_an_interruption(suite: pytest.Pytester) -> None:
    suite.makepyfile("def test(isales):\n    raise KeyboardInterrupt\n")
    result = ended(suite)
    assert result.ret == pytest.ExitCode.INTERRUPTED


def test_pytest_tells_of_the_options_the_marker_and_the_fixtures(suite: pytest.Pytester) -> None:
    told = suite.runpytest_inprocess("--help")
    told.stdout.fnmatch_lines(
        ["mock-isales*:", "  --isales-url=URL *", "  --isales-token=TOKEN *", "  --isales-ca=FILE *"]
    )
    suite.runpytest_inprocess("--markers").stdout.fnmatch_lines(
        ["@pytest.mark.isales(seed=None, readings=None, settings=None, clock=None): how the world *"]
    )
    suite.runpytest_inprocess("--fixtures", "-v").stdout.fnmatch_lines(
        [
            "isales_settings [[]session scope[]]*",
            "isales_server [[]session scope[]]*",
            "isales -- *",
            "*pytest.mark.isales(*",
        ]
    )
