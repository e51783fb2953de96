"""The table of the example in Python keeps its word: tools say that of a mistake, and not of the right dialler.

What the tests say stands in it, too; that is looked at where they run beside each mistake.
"""

import re
from collections.abc import Callable, Mapping
from functools import cache

import pytest

from tests.examples.in_python import FOLDER, TABLE, command_with, run, run_pytest

TESTS = "tests"
PLANTED = "planted:NoPace"
RIGHT = "dialler:Dialler"


@cache
def covered(dialler: str) -> str:
    """What is told of the coverage of the dialler's tests."""
    ran = run_pytest(command_with(PLANTED, "omit.yaml").replace(PLANTED, dialler))
    return ran.output.partition("mock-isales: coverage =")[2]


@cache
def rehearsed(dialler: str) -> tuple[str, str]:
    """The report on a rehearsal, and the explanation of the last call of it that was refused."""
    ran = run(command_with("rehearsal").replace(PLANTED, dialler))
    _, report, explanation = re.split(r"^(?=default: made of|Call \d)", ran.output, flags=re.MULTILINE)
    return report, explanation


TOOLS: Mapping[str, Callable[[str], str]] = {
    "coverage": covered,
    "report": lambda dialler: rehearsed(dialler)[0],
    "why": lambda dialler: rehearsed(dialler)[1],
}
TOLD = list(dict.fromkeys(mistake for mistake, tool, _ in TABLE if tool != TESTS))
"""The mistakes of which a tool says something without the tests."""


def test_the_table_has_each_mistake_and_each_tool() -> None:
    classes = re.findall(r"^class (\w+)", (FOLDER / "planted.py").read_text(encoding="utf-8"), re.MULTILINE)
    assert [mistake for mistake, tool, _ in TABLE if tool == TESTS] == classes
    assert {tool for _, tool, _ in TABLE} == {TESTS, *TOOLS}
    assert (len(classes), TOLD) == (6, ["NoPace", "SplitsBy21", "RetriesADuplicate"])


@pytest.mark.parametrize("mistake", TOLD)
def test_tools_say_of_a_mistake_what_the_table_has(mistake: str) -> None:
    for tool, text in ((tool, text) for each, tool, text in TABLE if each == mistake and tool != TESTS):
        said = TOOLS[tool](f"planted:{mistake}")
        assert any(text in line for line in said.splitlines()), (tool, text, said)


def test_of_the_right_dialler_no_tool_says_any_of_that() -> None:
    for name, tool in TOOLS.items():
        said = tool(RIGHT)
        assert said
        assert [text for _, _, text in TABLE if text in said] == [], (name, said)
