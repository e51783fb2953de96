"""`mock-isales magic` lists what `magic_values` makes of some numbers."""

import pytest

from tests.serving.processes import run


@pytest.mark.parametrize(
    ("language", "first"),
    [
        ([], "990200000   Success, though nothing is stored."),
        (["--language", "en"], "990200000   Success, though nothing is stored."),
        (["--language", "zh"], "990200000   返回成功，但什么都不保存。"),
    ],
)
def test_it_lists_them(language: list[str], first: str) -> None:
    ran = run("magic", *language, variables={"PYTHONUTF8": "1"})
    lines = ran.stdout.splitlines()
    assert (ran.returncode, len(lines), lines[0]) == (0, 34, first)
    assert next(line for line in lines if line.startswith("990200022 ")).endswith("  (add_outbound_numbers)")


def test_another_language_is_refused() -> None:
    ran = run("magic", "--language", "fr")
    assert ran.returncode == 2
    assert "fr is none: say en or zh" in ran.stderr
