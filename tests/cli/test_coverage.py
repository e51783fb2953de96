"""`mock-isales run --cov` and `mock-isales cov merge`, each in a process of its own."""

import json
from pathlib import Path

import pytest

from mock_isales.cli.coverage_flags import REPORTS
from mock_isales.engine.coverage.delivering import KINDS
from tests.cli.test_run import CALLS, PYTHON
from tests.serving.processes import run

MET = {
    "ON-CALLDATALIST-MANDATORY:1",
    "ON-CALLED-MANDATORY:1",
    "ON-CAMPAIGNID-RANGE:1",
    "ON-VDNID-RANGE:1",
    "ON:0200000",
    "ON:02000002",
    "ON-CALLEDNO-CHARACTERS",
}
TWO_CALLS = f"{CALLS}\nadd('1')\nadd('x')"
HEAD = "coverage of the contract: 7 of 169 points, 4.1 %"


def test_what_a_command_covers_is_told_behind_its_calls() -> None:
    ended = run("run", "--cov", "--", *PYTHON, TWO_CALLS)
    assert (ended.returncode, ended.stdout) == (0, "")
    lines = ended.stderr.splitlines()
    assert lines[0] == "mock-isales: 2 calls"
    assert HEAD in lines
    assert "  ON-PACE                          Calls for one campaign are at least 1 second apart." in lines


def test_it_is_told_of_calls_whose_coverage_lies_in_a_database(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'double.db'}"
    ended = run("run", "--store", store, "--quiet", "--cov-report", "short", "--", *PYTHON, TWO_CALLS)
    assert (ended.returncode, ended.stderr.splitlines()[0]) == (0, HEAD)


def test_nothing_is_told_of_coverage_unless_it_is_asked_for() -> None:
    ended = run("run", "--", *PYTHON, TWO_CALLS)
    assert "coverage" not in ended.stderr


@pytest.mark.parametrize(("status", "percent", "expected"), [(0, "4.1", 0), (0, "4.2", 3), (7, "4.2", 7), (7, "0", 7)])
def test_the_status_is_the_command_s_or_3_if_too_little_is_covered(status: int, percent: str, expected: int) -> None:
    source = f"{TWO_CALLS}\nimport sys; sys.exit({status})"
    ended = run("run", "--quiet", "--cov-fail-under", percent, "--cov-report", "short", "--", *PYTHON, source)
    assert ended.returncode == expected
    under = f"coverage of the contract is 4.1 %, under {percent} %"
    assert ended.stderr.startswith(f"{HEAD}\n")
    assert (under in ended.stderr) is (percent == "4.2")


def test_reports_are_written_and_merged(tmp_path: Path) -> None:
    files = [tmp_path / f"{name}.json" for name in "ab"]
    for file, call in zip(files, ("add('1')", "add('x')"), strict=True):
        ended = run("run", "--quiet", "--cov-report", f"json={file}", "--", *PYTHON, f"{CALLS}\n{call}")
        assert (ended.returncode, ended.stdout, ended.stderr) == (0, "", "")
    both = tmp_path / "both.json"
    merge = ("cov", "merge", *map(str, files))
    ended = run(*merge, "--cov-report", "short", "--cov-report", f"json={both}", "--cov-fail-under", "4")
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout.startswith(f"{HEAD}\n")
    assert set(json.loads(both.read_text())["points"]) == MET
    page = tmp_path / "c.html"
    ended = run(*merge, "--cov-report", f"html={page}", "--cov-fail-under", "5")
    assert (ended.returncode, ended.stdout) == (3, "coverage of the contract is 4.1 %, under 5 %\n")
    assert page.read_text().startswith("<!doctype html>")


def test_what_is_left_out_does_not_count(tmp_path: Path) -> None:
    omit, empty = tmp_path / "omit.yaml", tmp_path / "c.json"
    omit.write_text("CN*: not called\nON-STORING: no database fails here\n")
    empty.write_text('{"points": {"ON-STORING": 1}}')
    ended = run("cov", "merge", str(empty), "--cov-omit", str(omit), "--cov-report", "short")
    assert "coverage of the contract: 1 of 111 points, 0.9 %" in ended.stdout
    assert "left out, but met: ON-STORING need not be left out any more" in ended.stdout


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (("run", "--cov-report", "txt", "--", "true"), "mock-isales: no report is called txt: did you mean text?\n"),
        (("run", "--cov-fail-under", "101", "--", "true"), "mock-isales: the least coverage is from 0 to 100 per cent"),
        (("run", "--cov-omit", "/nowhere", "--", "true"), "mock-isales: /nowhere: no such file or directory\n"),
        (("cov", "merge", "/nowhere"), "mock-isales: /nowhere: no such file or directory\n"),
        (("cov", "merge", "/nowhere", "--cov-report", "x=y"), "mock-isales: no report is called x: known are text, "),
        (("cov", "merge"), "Usage: mock-isales cov merge"),
    ],
)
def test_a_slip_is_told(arguments: tuple[str, ...], reason: str) -> None:
    ended = run(*arguments)
    assert (ended.returncode, ended.stdout) == (2, "")
    assert ended.stderr.startswith(reason)
    assert "Traceback" not in ended.stderr


def test_a_report_that_cannot_be_written_is_told_and_costs_the_status(tmp_path: Path) -> None:
    folder = tmp_path / "sub"
    folder.mkdir()
    for command, status in ((("rmdir", str(folder)), 2), (("false",), 1)):
        folder.mkdir(exist_ok=True)
        ended = run("run", "--quiet", "--cov-report", f"short={folder / 'c.txt'}", "--", *command)
        assert ended.returncode == status
        assert ("cannot be written" in ended.stderr) is (status == 2)


def test_the_help_names_the_reports_that_there_are() -> None:
    assert REPORTS.replace(" or ", ", ").split(", ") == list(KINDS)
