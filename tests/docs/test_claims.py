"""What the pages claim in numbers and of files is true."""

import re
from collections import Counter

import pytest

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.contract.readings import Readings
from mock_isales.engine.coverage.points import POINTS
from tests.conformance.test_catalogue import NEVER_REFUSE, NOT_FROM_OUTSIDE
from tests.docs.pages import ROOT, pages, text_of

HONESTY = text_of("docs/honesty.md")
KINDS_OF_CHANGE = ["Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"]
FOLDERS = ("mock_isales", "tests", "docs", "examples", "benchmarks")


def test_the_clauses_are_counted() -> None:
    counts = Counter(clause.standing.value for clause in CLAUSES.values())
    said = len(CLAUSES) - counts["inferred"]
    assert f"its {len(CLAUSES)} clauses say, {said} of which are sentences of the documents" in HONESTY
    assert f"as {len(CLAUSES)} clauses, each" in HONESTY
    for standing, count in counts.items():
        assert f"| {standing} | {count} |" in HONESTY
    assert f"One of the {len(Readings.model_fields)} [readings]" in HONESTY


def test_those_without_a_refusal_are_counted() -> None:
    assert (len(NEVER_REFUSE), len(NOT_FROM_OUTSIDE)) == (7, 2)
    assert "but for seven that only say how an answer looks, and two that need a database that fails" in HONESTY


def test_the_points_are_counted() -> None:
    assert f"of {len(POINTS)} points" in text_of("docs/how-to/how-good.md")


@pytest.mark.parametrize("page", pages())
def test_files_that_are_named_are_there(page: str) -> None:
    named = re.findall(rf"`((?:{'|'.join(FOLDERS)})/[\w./-]*)`", text_of(page))
    assert [path for path in named if not (ROOT / path).exists()] == []


def test_the_first_screen_of_the_readme_has_what_is_needed_first() -> None:
    first = "\n".join(text_of("README.md").splitlines()[:25])
    places = [first.find(each) for each in ("test double", "For whom", "(docs/honesty.md)", "make serve", "make test")]
    assert -1 not in places
    assert places == sorted(places)


def test_the_readme_goes_on_with_curl_pytest_and_docker() -> None:
    assert re.findall(r"^## (.+)$", text_of("README.md"), re.MULTILINE) == [
        "With curl",
        "With pytest",
        "With Docker",
        "Where to read on",
    ]


def test_the_changelog_has_kinds_of_change_once_each_in_the_order_of_keep_a_changelog() -> None:
    for release in text_of("CHANGELOG.md").split("\n## ")[1:]:
        kinds = re.findall(r"^### (.+)$", release, re.MULTILINE)
        assert kinds == [kind for kind in KINDS_OF_CHANGE if kind in kinds]
        assert not re.search(r"\S\n\n- ", re.sub(r"^### .+\n", "", release, flags=re.MULTILINE))
