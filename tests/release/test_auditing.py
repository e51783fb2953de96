"""What the service that knows weaknesses says, and what becomes of it."""

import sys
from pathlib import Path
from typing import Any

import pytest

from release import auditing
from release.auditing import NotReached, asked, audit, judge
from release.commands import Failed, output_of

GOOD = {"name": "a", "version": "1", "vulns": []}
WEAK = {
    "name": "b",
    "version": "2",
    "vulns": [{"id": "PYSEC-1", "fix_versions": ["3", "2.1"]}, {"id": "PYSEC-2", "fix_versions": []}],
}
SKIPPED = {"name": "c", "skip_reason": "Dependency not found"}


def test_no_weakness_is_well_even_if_a_package_is_not_known() -> None:
    judge([GOOD])
    judge([GOOD, SKIPPED])


def test_weaknesses_are_told_with_what_mends_them() -> None:
    with pytest.raises(Failed) as caught:
        judge([GOOD, WEAK, SKIPPED])
    assert str(caught.value).splitlines() == [
        "weaknesses are known:",
        "b 2: PYSEC-1, mended in 3, 2.1",
        "b 2: PYSEC-2, mended in none",
    ]


@pytest.mark.parametrize(("said", "why"), [([SKIPPED, SKIPPED], "Dependency not found"), ([], "it says nothing")])
def test_a_service_that_knows_no_package_is_not_reached(said: list[dict[str, Any]], why: str) -> None:
    with pytest.raises(NotReached, match=why):
        judge(said)


@pytest.mark.parametrize(
    ("prints", "why"), [("sys.stderr.write('a\\nno route')", "no route"), ("sys.stdout.write('no JSON')", "no answer")]
)
def test_a_service_that_does_not_answer_is_not_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, prints: str, why: str
) -> None:
    (tmp_path / "pip_audit.py").write_text(f"import sys\n{prints}\n")
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    with pytest.raises(NotReached, match=why):
        asked({"a": "1"})


def test_one_package_is_asked_about_before_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = tmp_path / "lib" / "python3.11" / "site-packages"
    for name in ("b", "a", "mock-isales"):
        about = packages / f"{name}-1.dist-info"
        about.mkdir(parents=True)
        (about / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1\n")
    asked_about = []

    def say(versions: dict[str, str]) -> list[dict[str, Any]]:
        asked_about.append(sorted(versions))
        return [GOOD]

    monkeypatch.setattr(auditing, "asked", say)
    assert audit(tmp_path / "bin" / "python") == 2
    assert asked_about == [["a"], ["a", "b"]]


def test_a_command_that_fails_is_told_with_what_it_printed() -> None:
    with pytest.raises(Failed, match=r"ended with 3:\nout\n"):
        output_of(sys.executable, "-c", "print('out'); raise SystemExit(3)")
    assert output_of(sys.executable, "-c", "import os; print(os.environ['PIP_CONSTRAINT'])").endswith(
        "constraints.txt\n"
    )
