"""Reports: the same of each kind, by what was met, what was not and what was left out."""

import json
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from mock_isales.engine.coverage.coverage import Coverage
from mock_isales.engine.coverage.delivering import KINDS, BadReport, asked_of, deliver
from mock_isales.engine.coverage.files import BadCoverage, merged, read_coverage
from mock_isales.engine.coverage.points import POINTS
from mock_isales.engine.coverage.report import Part, Report
from mock_isales.engine.coverage.views import CoverageView

MET = {"ON:0200000": 3, "ON-PACE": 1, "ON-PACE:at": 2}
INJECTED = {"add_outbound_numbers": {"0200006": 2, "<i>&": 1, "02000004": 1}}
OMISSIONS = {"CN*": "the client does not call it", "ON-STORING": "no <database> fails & falls", "ON-PACE": "not yet"}
SHORT = """\
coverage of the contract: 3 of 110 points, 2.7 %
  CN add_calling_numbers: 0 of 0 points: outcomes 0 of 0, clauses 0 of 0, boundaries 0 of 0
  ON add_outbound_numbers: 3 of 110 points: outcomes 1 of 17, clauses 1 of 57, boundaries 1 of 36
  CN codes that faults alone answer, and have not: 02000004, 02000005, 02000009, 02000010
  ON answered by faults, which meets no point: 02000004 (1), 0200006 (2), <i>& (1)
  ON codes that faults alone answer, and have not: 02000005, 02000009, 02000010, 02000011
  left out on purpose: 59 points
  left out, but met: ON-PACE need not be left out any more"""


def coverage() -> Coverage:
    return Coverage.of(CoverageView(points=MET, injected=INJECTED))


def test_the_short_one_counts() -> None:
    assert KINDS["short"](Report(coverage(), OMISSIONS)) == SHORT
    assert KINDS["short"](Report(coverage(), OMISSIONS, ["one more thing"])) == f"{SHORT}\n  one more thing"


def test_the_text_names_what_was_not_met_and_what_provokes_it() -> None:
    text = KINDS["text"](Report(coverage(), OMISSIONS))
    assert text.startswith(f"{SHORT}\n")
    lines = text.splitlines()
    for line in (
        "outcomes that were not met: 16",
        "  ON:0200018   Duplicate numbers exist.",
        "clauses that were not met: 56",
        "  ON-DUPLICATE                     The called numbers added each time under the same session ID are unique.",
        "boundaries that were not met: 35",
        '  ON-PRIORITY-RANGE:6          priority is from 1 to 5. callDataList[0].priority: "6": refused',
        "left out on purpose:",
        "  ON-STORING  no <database> fails & falls",
    ):
        assert line in lines
    assert not [line for line in lines if line.startswith(("  CN-", "  CN:", "  ON-PACE:at", "  ON:0200000 "))]


def test_all_that_is_met_needs_no_list() -> None:
    whole = Coverage.of(CoverageView(points=dict.fromkeys(POINTS, 1)))
    assert KINDS["text"](Report(whole)).splitlines()[0] == "coverage of the contract: 169 of 169 points, 100.0 %"
    assert "not met" not in KINDS["text"](Report(whole))


def test_codes_that_faults_have_answered_are_not_missed() -> None:
    counts = dict.fromkeys(["02000004", "02000005", "02000009", "02000010"], 1)
    told = KINDS["short"](Report(Coverage.of(CoverageView(injected={"add_calling_numbers": counts}))))
    assert "CN answered by faults" in told
    assert "CN codes that faults alone" not in told


def test_a_part_is_rounded_down() -> None:
    assert (Part(1999, 2000).percent, Part(2000, 2000).percent, Part(0, 0).percent) == (99.9, 100.0, 100.0)


@pytest.mark.parametrize(("kind", "failures", "skipped"), [("junit", 0, 166), ("junit-strict", 107, 59)])
def test_junit_has_a_case_for_each_point(kind: str, failures: int, skipped: int) -> None:
    root = ET.fromstring(KINDS[kind](Report(coverage(), OMISSIONS)))  # noqa: S314 - our own
    assert [suite.get("name") for suite in root] == [
        f"{document} {group}" for document in ("CN", "ON") for group in ("outcomes", "clauses", "boundaries")
    ]
    assert sorted(case.get("name") or "" for case in root.iter("testcase")) == sorted(POINTS)
    assert (len(list(root.iter("failure"))), len(list(root.iter("skipped")))) == (failures, skipped)
    assert sum(int(suite.get("failures") or 0) for suite in root) == failures
    assert sum(int(suite.get("skipped") or 0) for suite in root) == skipped
    assert sum(int(suite.get("tests") or 0) for suite in root) == 169
    cases = {case.get("name"): case for case in root.iter("testcase")}
    assert [each.get("message") for each in cases["ON-STORING"]] == ["left out: no <database> fails & falls"]
    assert [each.get("message") for each in cases["ON-PACE:under"]] == ["not met"]
    assert [each.tag for each in cases["ON-PACE:at"]] == []
    assert cases["ON-PACE"].get("classname") == "isales.add_outbound_numbers.clauses"


def test_the_page_escapes_all_and_needs_nothing_besides() -> None:
    page = KINDS["html"](Report(coverage(), OMISSIONS))
    assert page.count("<tr class=") == 169
    assert (page.count('"met"'), page.count('"omitted"'), page.count('"missed"')) == (3, 59, 107)
    assert "no &lt;database&gt; fails &amp; falls" in page
    assert "&lt;i&gt;&amp; (1)" in page
    assert "<i>" not in page
    assert "<database>" not in page
    assert not [word for word in ("http:", "https:", "<script", "src=", "href=", "url(") if word in page]
    assert "<td>3<td>" in page.replace("</td>", "")


def test_the_page_has_a_column_of_what_faults_answered() -> None:
    page = KINDS["html"](Report(coverage(), {}))
    assert page.count("<th>by faults<") == 2
    assert "<td><code>ON:0200006</code><td>0<td>2<td>Database operation error." in page
    assert "<td><code>ON:0200007</code><td>0<td>0<td>" in page


def test_what_is_written_can_be_merged(tmp_path: Path) -> None:
    first, second = tmp_path / "1.json", tmp_path / "2.json"
    asked = asked_of([f"json={first}", f"json={second}", "short"], None, None)
    delivered = deliver(coverage(), asked)
    assert len(delivered.printed) == 1
    assert not delivered.failed
    whole = merged([first, second])
    assert dict(whole.points) == {each: 2 * count for each, count in MET.items()}
    assert whole.injected_in("add_outbound_numbers") == {"0200006": 4, "02000004": 2, "<i>&": 2}
    assert len(json.loads(first.read_text())["missed"]) == 166


@pytest.mark.parametrize(
    ("percent", "is_under"), [(None, False), (0, False), (1.7, False), (1.775, False), (1.776, True), (100, True)]
)
def test_it_is_told_when_too_little_is_covered(percent: float | None, *, is_under: bool) -> None:
    delivered = deliver(coverage(), asked_of(["short"], percent, None))
    assert delivered.is_under is is_under
    assert [line for line in delivered.printed if "under" in line] == (
        [f"coverage of the contract is 1.7 %, under {percent:g} %"] if is_under else []
    )


@pytest.mark.parametrize(
    ("reports", "percent", "reason"),
    [
        (["txt"], None, "no report is called txt: did you mean text?"),
        (["pdf=x"], None, "no report is called pdf: known are text, short, json, junit, junit-strict, html"),
        (["html="], None, "the report html cannot be written to '': no such folder, or no file"),
        (["html=/nowhere/x"], None, "the report html cannot be written to '/nowhere/x': no such folder, or no file"),
        (["html=/"], None, "the report html cannot be written to '/': no such folder, or no file"),
        (["html=\0"], None, r"the report html cannot be written to '\x00': no such folder, or no file"),
        ([f"html={'x' * 5000}/x"], None, f"the report html cannot be written to {'x' * 300!r}: no such folder, or no"),
        ([], 100.5, "the least coverage is from 0 to 100 per cent, not 100.5"),
        ([], float("nan"), "the least coverage is from 0 to 100 per cent, not nan"),
    ],
)
def test_what_cannot_be_is_told(reports: list[str], percent: float | None, reason: str) -> None:
    with pytest.raises(BadReport) as caught:
        asked_of(reports, percent, None)
    assert str(caught.value).startswith(reason)


def test_a_report_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "sub"
    folder.mkdir()
    asked = asked_of([f"short={folder / 'c.txt'}"], None, None)
    folder.rmdir()
    delivered = deliver(coverage(), asked)
    assert (delivered.printed, len(delivered.failed)) == ([], 1)
    assert delivered.failed[0].startswith("the report short cannot be written to ")
    assert delivered.failed[0].endswith(": no such file or directory")


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "Invalid JSON"),
        (b"[]", "Input should be an object"),
        (b"\xff", "Invalid JSON"),
        (b'{"points": {"ON-PAC": 1}}', "points: ON-PAC is no point of coverage; the nearest is ON-PACE"),
        (b'{"points": {"ON-PACE": -1}}', "points.ON-PACE: Input should be greater than or equal to 1"),
        (b'{"version": 2}', "version: Input should be 1"),
        (b'{"injected": {"add_outbound_numbers": {"\\u0007": 1}}}', "injected.add_outbound_numbers"),
    ],
)
def test_a_file_that_holds_no_coverage_is_told(tmp_path: Path, content: bytes, reason: str) -> None:
    file = tmp_path / "c.json"
    file.write_bytes(content)
    with pytest.raises(BadCoverage) as caught:
        read_coverage(file)
    assert str(caught.value).startswith(f"{file}: {reason}")


def test_a_file_that_cannot_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for path, reason in ((tmp_path / "none", "no such file"), (tmp_path, "is a directory"), (Path("\0"), "embedded")):
        with pytest.raises(BadCoverage, match=reason):
            read_coverage(path)
    monkeypatch.setattr("mock_isales.engine.coverage.files.MAX_BYTES", 3)
    (tmp_path / "long").write_text("{   }")
    with pytest.raises(BadCoverage, match="larger than 16 MiB"):
        read_coverage(tmp_path / "long")
