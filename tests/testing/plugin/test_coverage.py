"""Coverage of a run: of its own servers, over all workers, and of a server that runs already."""

import json
from pathlib import Path

import pytest

from mock_isales.testing import MockIsales
from tests.testing.plugin.conftest import Run
from tests.testing.plugin.test_runs import ended

pytest_plugins = "pytester"

SUITE = """
import pytest
from client import add

@pytest.mark.parametrize("number", range(4))
def test_that_is_accepted(isales, number):
    assert add(isales, "1", "2") == "0200000"

def test_that_is_refused(isales):
    assert add(isales, "x", "2") == "02000002"

def test_of_a_fault(isales):
    isales.faults.add(code="02000004")
    assert add(isales, "1", "2") == "02000004"
"""
POINTS = {
    "ON-CALLDATALIST-MANDATORY:1": 4,
    "ON-CALLEDNO-CHARACTERS": 1,
    "ON-CAMPAIGNID-RANGE:1": 4,
    "ON-VDNID-RANGE:1": 4,
    "ON:0200000": 4,
    "ON:02000002": 1,
}
INJECTED = {"add_outbound_numbers": {"02000004": 1}}
HEAD = "coverage of the contract: 6 of 169 points, 3.5 %"
SHORT = ("--isales-cov-report", "short")


def told(folder: Path) -> tuple[dict[str, int], dict[str, dict[str, int]]]:
    """What was covered, and what faults answered."""
    said = json.loads((folder / "c.json").read_text(encoding="utf-8"))
    return said["points"], said["injected"]


def test_it_is_told_in_the_summary(run: Run) -> None:
    result = run(SUITE, "--isales-cov")
    result.assert_outcomes(passed=6)
    result.stdout.fnmatch_lines(["=* mock-isales: coverage =*", HEAD, "clauses that were not met: 87"])
    assert result.ret == 0


def test_nothing_is_told_unless_it_is_asked_for(run: Run) -> None:
    run(SUITE).stdout.no_fnmatch_line("*coverage*")


def test_all_workers_count_together(suite: pytest.Pytester) -> None:
    suite.makepyfile(SUITE)
    result = ended(suite, "-n", "2", *SHORT, "--isales-cov-report", "json=c.json")
    result.assert_outcomes(passed=6)
    result.stdout.fnmatch_lines([HEAD])
    assert told(suite.path) == (POINTS, INJECTED)


def test_a_run_that_ends_at_its_first_failure_tells_what_it_has_covered(suite: pytest.Pytester) -> None:
    suite.makepyfile(SUITE + "\ndef test_that_fails(isales):\n    assert add(isales) == '1'\n")
    for workers in ((), ("-n", "1")):
        result = ended(suite, "-x", *workers, *SHORT, "--isales-cov-fail-under", "1")
        result.stdout.fnmatch_lines(["coverage of the contract: 7 of 169 points, 4.1 %"])
        assert result.ret in {pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.INTERRUPTED}


def test_a_worker_that_ends_too_early_is_told(suite: pytest.Pytester) -> None:
    suite.makepyfile("import os\ndef test(isales):\n    os._exit(1)\n")
    result = ended(suite, "-n", "1", *SHORT)
    result.stdout.fnmatch_lines(["*the worker gw0 has not told what it covers: it ended too early"])


@pytest.mark.parametrize(("percent", "status"), [("3.5", 0), ("3.6", 1)])
def test_a_run_fails_if_too_little_is_covered(run: Run, percent: str, status: int) -> None:
    result = run(SUITE, *SHORT, "--isales-cov-fail-under", percent)
    result.assert_outcomes(passed=6)
    assert result.ret == status
    if status:
        result.stdout.fnmatch_lines([f"coverage of the contract is 3.5 %, under {percent} %"])


def test_what_is_left_out_does_not_count(run: Run, suite: pytest.Pytester) -> None:
    (suite.path / "omit.toml").write_text('"CN*" = "not called"\n"ON:0200000" = "needless"\n')
    result = run(SUITE, *SHORT, "--isales-cov-omit", "omit.toml")
    result.stdout.fnmatch_lines(
        [
            "coverage of the contract: 6 of 111 points, 5.4 %",
            "*left out, but met: ON:0200000 need not be left out any more",
        ]
    )


def test_a_report_that_cannot_be_written_fails_the_run(run: Run, suite: pytest.Pytester) -> None:
    (suite.path / "sub").mkdir()
    source = "import os\ndef test(isales):\n    os.rmdir('sub')\n"
    result = run(source, "--isales-cov-report", "html=sub/c.html")
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["the report html cannot be written to sub*c.html: no such file or directory"])
    assert result.ret == 1


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("--isales-cov-report", "txt"), "no report is called txt: did you mean text[?]"),
        (("--isales-cov-fail-under", "101"), "the least coverage is from 0 to 100 per cent, not 101"),
        (("--isales-cov-omit", "none.yaml"), "none.yaml: no such file or directory"),
    ],
)
def test_a_slip_is_told_before_any_test_is_run(run: Run, arguments: tuple[str, ...], reason: str) -> None:
    result = run(SUITE, *arguments)
    result.stderr.fnmatch_lines([f"ERROR: mock-isales: {reason}"])
    assert result.ret == pytest.ExitCode.USAGE_ERROR


def test_of_a_server_that_runs_already_only_this_run_counts(suite: pytest.Pytester) -> None:
    suite.makepyfile(SUITE)
    with MockIsales(coverage=True) as server:
        for _ in range(2):
            result = ended(suite, "-n", "2", "--isales-url", server.url, *SHORT, "--isales-cov-report", "json=c.json")
            result.assert_outcomes(passed=6)
            result.stdout.fnmatch_lines([HEAD])
            assert told(suite.path) == (POINTS, INJECTED)
        assert server.control.coverage().points == {each: 2 * count for each, count in POINTS.items()}
        server.control.clear_coverage()
        assert server.coverage().points == {}


def test_a_server_that_does_not_count_it_is_told(run: Run) -> None:
    with MockIsales() as server:
        result = run(SUITE, "--isales-cov", "--isales-url", server.url)
    result.stderr.fnmatch_lines(["ERROR: mock-isales: --isales-cov: the server of --isales-url: *start it with --cov*"])
    assert result.ret == pytest.ExitCode.USAGE_ERROR


def test_a_server_that_ends_meanwhile_is_told(suite: pytest.Pytester) -> None:
    suite.makeconftest(
        """
        import os
        from mock_isales.testing import MockIsales

        server = MockIsales(coverage=True).start()
        os.environ["MOCK_ISALES_URL"] = server.url
        """
    )
    suite.makepyfile("from conftest import server\ndef test():\n    server.stop()\n")
    result = ended(suite, *SHORT)
    result.assert_outcomes(passed=1)
    result.stdout.fnmatch_lines(["*the server of MOCK_ISALES_URL cannot tell any more what was covered: *"])
