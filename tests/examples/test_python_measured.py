"""How good the tests of the example in Python are: what they cover, which lies they notice, what breaks them."""

import re

import pytest

from tests.examples.in_python import QUICKLY, README, command_with, run, run_pytest

COVER = command_with("--isales-cov-fail-under 100")
MUTATE = command_with("mock-isales mutate")
SWEEP = command_with("mock-isales sweep")
SECONDS, SOAK_SECONDS = 300, 1800

BREAKING = ["refusing_states=completed_running", "validation_codes=umbrella"]
"""The readings that break the tests."""


def only(command: str, *chosen: str) -> str:
    """The command, for a few of its trials."""
    flags = "".join(f" --only {each}" for each in chosen)
    return command.replace(" -- ", f"{flags} -- ", 1)


def test_all_of_the_contract_is_covered_that_the_dialler_can_meet() -> None:
    ran = run_pytest(COVER)
    assert ran.status == 0, ran.output
    assert "coverage of the contract: 51 of 51 points, 100.0 %" in ran.output
    assert "points: outcomes 12 of 12, clauses 19 of 19, boundaries 20 of 20" in ran.output
    assert "left out on purpose: 118 points" in ran.output
    assert "need not be left out" not in ran.output
    assert "  ON codes that faults alone answer, and have not" not in ran.output


def test_so_many_lies_are_about_what_the_dialler_can_meet() -> None:
    told = run(f"{MUTATE.partition(' -- ')[0]} --list").output
    assert len(told.splitlines()) == 79


def test_lies_about_what_the_dialler_only_checks_are_noticed() -> None:
    ran = run(only(MUTATE, "unequal:*Code", "called:*"), *QUICKLY, seconds=SECONDS)
    assert (ran.status, ran.output) == (0, "3 of 3 lies told, 3 noticed (100.0 %); 0 survive, 0 of them listed\n")


@pytest.mark.soak
def test_of_all_lies_at_least_95_percent_are_noticed_and_the_others_listed() -> None:
    ran = run(MUTATE, *QUICKLY, seconds=SOAK_SECONDS)
    assert ran.status == 0, ran.output + ran.errors
    assert ran.output == "79 of 79 lies told, 79 noticed (100.0 %); 0 survive, 0 of them listed\n"


def test_the_readings_that_break_the_tests_are_expected_each_with_its_reason() -> None:
    assert re.findall(r"--expect (\S+)", SWEEP) == BREAKING
    assert re.findall(r"^- `(\w+=\w+)`: \S", README, re.MULTILINE) == BREAKING


def test_a_reading_that_was_expected_breaks_them_and_another_does_not() -> None:
    ran = run(only(SWEEP, BREAKING[0], "data_id_per=number"), *QUICKLY, seconds=SECONDS)
    assert ran.status == 0, ran.output + ran.errors
    assert ran.output.splitlines()[:3] == [
        "2 of 2 alternatives tried, 1 break the command",
        "  holds   data_id_per=number",
        "  breaks  refusing_states=completed_running  (as expected)",
    ]


@pytest.mark.soak
def test_of_all_readings_none_breaks_them_but_those() -> None:
    ran = run(SWEEP, *QUICKLY, seconds=SOAK_SECONDS)
    assert ran.status == 0, ran.output + ran.errors
    assert ran.output.splitlines()[0] == "18 of 18 alternatives tried, 2 break the command"
    assert [line for line in ran.output.splitlines() if line.startswith("  breaks")] == [
        f"  breaks  {each}  (as expected)" for each in BREAKING
    ]
