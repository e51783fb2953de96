"""The example in Python: its tests pass, find each planted mistake, and name the clause that it offends against."""

import json
import re
from functools import cache
from pathlib import Path

import pytest

from tests.examples.in_python import COMMANDS, FOLDER, SHOWN, TABLE, Ran, names_of, run, run_pytest

PLANTED = {
    "NoPace": ("test_calls_keep_the_pace", "ON-PACE"),
    "SplitsBy21": ("test_a_call_has_at_most_20_records", "ON-CALLDATALIST-COUNT"),
    "TakesHttp200ForSuccess": (
        "test_a_call_that_is_refused_with_http_status_200_is_no_success",
        "ON-BLOCKLIST",
    ),
    "RetriesADuplicate": ("test_duplicate_numbers_are_not_sent_again", "ON-DUPLICATE"),
    "ConfusesEmptyParameter": ("test_a_parameter_error_comes_with_its_details", "ON-CALLDATA-JSON"),
    "CountsNumbers": ("test_each_record_has_one_data_id_however_many_numbers_it_has", "ON-DATA-ID-LIST"),
}
"""Of each mistake the one test that finds it, and the clause."""

COVERED = (
    "coverage of the contract: 19 of 169 points, 11.2 %",
    "  CN add_calling_numbers: 0 of 58 points: outcomes 0 of 10, clauses 0 of 30, boundaries 0 of 18",
    "  ON add_outbound_numbers: 19 of 111 points: outcomes 6 of 17, clauses 6 of 58, boundaries 7 of 36",
    "  CN codes that faults alone answer, and have not: 02000004, 02000005, 02000009, 02000010",
    "  ON answered by faults, which meets no point: 0200006 (6), HTTP 503 (1)",
)
"""What the short report says of the twelve tests of the dialler."""


SUITE = "python -m pytest -x -q test_dialler.py test_what_is_refused.py"

NOT_REFUSED = "CountsNumbers"
"""The server takes what it sends: the test's own sentence names the clause."""


@cache
def planted(mistake: str) -> Ran:
    return run_pytest("python -m pytest --dialler planted:NoPace".replace("NoPace", mistake), "test_dialler.py")


def without_what_changes(line: str) -> str:
    """A line without numbers, and without the suffix of a world's name with the rule behind it, which fills it up."""
    return re.sub(r"-[0-9a-f]{8} -+$|\d+", "", line)


def test_all_commands_of_the_readme_are_known_here() -> None:
    assert COMMANDS == [
        "pip install '../..[pytest]' pytest-xdist",
        "python -m pytest",
        "python -m pytest -n 4",
        "mock-isales run -- python -m pytest -n 4",
        "python -m pytest --dialler planted:NoPace",
        "python -m pytest --dialler planted:NoPace --isales-cov-omit omit.yaml test_dialler.py",
        "mock-isales run -- sh -c 'python rehearsal.py planted:NoPace; mock-isales report; mock-isales why'",
        "python -m pytest --isales-cov-omit omit.yaml --isales-cov-fail-under 100",
        "mock-isales mutate -j 2 --operation add_outbound_numbers --cov-omit omit.yaml --fail-under 95 -- " + SUITE,
        "mock-isales sweep -j 2 --expect refusing_states=completed_running --expect validation_codes=umbrella -- "
        + SUITE,
        "python -m unittest test_with_unittest test_with_asyncio",
        "python script.py",
    ]


def test_the_right_dialler_passes() -> None:
    ran = run_pytest("python -m pytest")
    assert (ran.status, ran.failed, sorted(ran.passed)) == (0, [], names_of()), ran.output


def test_workers_with_a_server_each_pass() -> None:
    ran = run_pytest("python -m pytest -n 2")
    assert (ran.status, ran.failed, sorted(ran.passed)) == (0, [], names_of()), ran.output


def test_workers_with_one_server_for_all_pass() -> None:
    ran = run_pytest("mock-isales run -- python -m pytest -n 4")
    assert (ran.status, ran.failed, sorted(ran.passed)) == (0, [], names_of()), ran.output
    assert re.search(r"^ +\d+  add_outbound_numbers  0200024  ", ran.errors, re.MULTILINE), ran.errors


def test_the_tests_cover_so_much_of_the_contract(tmp_path: Path) -> None:
    file = tmp_path / "coverage.json"
    ran = run_pytest(
        "python -m pytest", "test_dialler.py", "--isales-cov-report", "short", "--isales-cov-report", f"json={file}"
    )
    assert ran.status == 0, ran.output
    assert "\n".join(COVERED) in ran.output
    told = json.loads(file.read_text(encoding="utf-8"))
    assert sorted(told["points"]) == [
        "ON-BLOCKLIST",
        "ON-CALLDATA-JSON",
        "ON-CALLDATALIST-COUNT:at",
        "ON-CALLDATALIST-MANDATORY:1",
        "ON-CALLED-MANDATORY",
        "ON-CALLED-MANDATORY:0",
        "ON-CALLED-MANDATORY:1",
        "ON-CALLEDNO-MANDATORY",
        "ON-CAMPAIGNID-RANGE:1",
        "ON-DUPLICATE",
        "ON-PACE",
        "ON-PACE:at",
        "ON-VDNID-RANGE:1",
        "ON:0200000",
        "ON:02000001",
        "ON:0200001",
        "ON:0200018",
        "ON:0200022",
        "ON:0200024",
    ]
    assert told["injected"] == {"add_outbound_numbers": {"0200006": 6, "HTTP 503": 1}}


def test_all_mistakes_are_known_here() -> None:
    classes = re.findall(r"^class (\w+)", (FOLDER / "planted.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(classes) == sorted(PLANTED)
    assert len({test for test, _ in PLANTED.values()}) == len(PLANTED) == 6
    assert all(mistake in (FOLDER / "README.md").read_text(encoding="utf-8") for mistake in PLANTED)


@pytest.mark.parametrize("mistake", PLANTED)
def test_a_planted_mistake_is_found_by_one_test_whose_report_names_the_clause(mistake: str) -> None:
    test, clause = PLANTED[mistake]
    ran = planted(mistake)
    assert (ran.status, ran.failed) == (1, [f"test_dialler.py::{test}"]), ran.output
    assert sorted([*ran.passed, *ran.failed]) == names_of("test_dialler.py")
    (said,) = [text for each, tool, text in TABLE if (each, tool) == (mistake, "tests")]
    assert any(said in line for line in ran.findings), ran.output
    if mistake == NOT_REFUSED:
        assert any(f"AssertionError: {clause}: " in line for line in ran.findings), ran.output
        assert any("0200000 Success." in line for line in ran.calls), ran.output
    else:
        assert any(f"  {clause}: " in line for line in ran.calls), ran.output


def test_the_report_is_as_the_readme_shows_it() -> None:
    lines = [without_what_changes(line) for line in planted("NoPace").output.splitlines()]
    shown = [without_what_changes(line) for line in SHOWN[0]]
    assert [line for line in shown if line not in lines] == []
    assert any("ON-PACE" in line for line in shown)


def test_unittest_runs_without_the_plugin() -> None:
    ran = run("python -m unittest test_with_unittest test_with_asyncio")
    assert ran.status == 0, ran.errors
    assert f"Ran {len(names_of('test_with_unittest.py', 'test_with_asyncio.py'))} tests" in ran.errors


def test_the_script_prints_what_the_readme_shows() -> None:
    ran = run("python script.py")
    assert (ran.status, ran.output.splitlines()) == (0, SHOWN[1]), ran.errors
