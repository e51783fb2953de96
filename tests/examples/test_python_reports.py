"""The report on the example in Python: nothing of the dialler, and of each planted mistake what its calls show."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.examples.in_python import names_of, run_pytest
from tests.examples.reporting import FILE

ROOT = Path(__file__).parents[2]
SUITE = "test_dialler.py"
COMMAND = "python -m pytest -p tests.examples.reporting"

VISIBLE: dict[str, dict[str, Any]] = {
    "NoPace": {"test_calls_keep_the_pace": {"under_pace": 2}},
    "SplitsBy21": {"test_a_call_has_at_most_20_records": {"too_many_in_a_call": 1}},
    "RetriesADuplicate": {"test_duplicate_numbers_are_not_sent_again": {"permanent_refusal_retried": 3}},
    "TakesHttp200ForSuccess": {},
    "CountsNumbers": {},
    "ConfusesEmptyParameter": {},
}
"""What the calls of a planted mistake show, by the test. Those of the last three are as they should be: what is wrong
is what the client makes of the answers."""


def reported(dialler: str, file: Path) -> dict[str, dict[str, int]]:
    """What is found of a dialler in each test of its suite; the total of calls by the kind."""
    run_pytest(f"{COMMAND} --dialler {dialler}", SUITE, variables={FILE: str(file), "PYTHONPATH": str(ROOT)})
    found = dict(json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    assert sorted(f"{SUITE}::{name}" for name in found) == names_of(SUITE)
    return found


def test_of_the_dialler_nothing_is_found_though_its_tests_provoke_refusals(tmp_path: Path) -> None:
    found = reported("dialler:Dialler", tmp_path / "reports")
    assert {name: kinds for name, kinds in found.items() if kinds} == {}


@pytest.mark.parametrize("mistake", VISIBLE)
def test_of_a_planted_mistake_that_is_found_which_its_calls_show(mistake: str, tmp_path: Path) -> None:
    found = reported(f"planted:{mistake}", tmp_path / "reports")
    for test, kinds in VISIBLE[mistake].items():
        assert found[test] == kinds
    if not VISIBLE[mistake]:
        assert {name: kinds for name, kinds in found.items() if kinds} == {}
