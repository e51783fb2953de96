"""The page as it is served: its policy, its languages, its parts, and what there is without its extra."""

import json
import subprocess
import sys
from importlib.util import find_spec
from typing import Any

import pytest

from mock_isales.app import create_app
from mock_isales.settings import Settings
from mock_isales.ui.app import ASSETS
from tests.control.callers import Caller

POLICY = {
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data:",
    "form-action 'none'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
}


@pytest.fixture
def caller() -> Caller:
    return Caller(create_app(Settings()))


@pytest.mark.parametrize("path", ["/ui", "/ui/assets/main.js", "/ui/assets/css/base.css", "/ui/none"])
def test_every_answer_has_the_policy(caller: Caller, path: str) -> None:
    answer = caller.mock("GET", path)
    assert set(answer.headers["content-security-policy"].split("; ")) == POLICY
    assert answer.headers["x-content-type-options"] == "nosniff"
    assert answer.headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize(
    ("query", "accepted", "language"),
    [
        ("", None, "en"),
        ("", "zh-CN,zh;q=0.9,en;q=0.8", "zh-CN"),
        ("", "de, zh;q=0.2, en;q=0.5", "en"),
        ("", "de;q=x, fr, *", "en"),
        ("", "en;q=none, zh;q=0.1", "zh-CN"),
        ("?lang=zh", "en", "zh-CN"),
        ("?lang=en", "zh", "en"),
        ("?lang=de", "zh", "zh-CN"),
    ],
)
def test_it_speaks_the_language_that_is_asked_for(
    caller: Caller, query: str, accepted: str | None, language: str
) -> None:
    answer = caller.mock("GET", f"/ui{query}", headers={} if accepted is None else {"Accept-Language": accepted})
    assert f'<html lang="{language}">' in answer.text
    assert answer.headers["vary"] == "Accept-Language"


def test_all_that_it_loads_is_there_and_nothing_is_from_elsewhere(caller: Caller) -> None:
    page = caller.mock("GET", "/ui").text
    assert "//" not in page.replace("://", "", 0).split("</head>")[0].partition('id="texts"')[0]
    for path in ASSETS.rglob("*.*"):
        name = path.relative_to(ASSETS).as_posix()
        assert f'"ui/assets/{name}"' in page
        assert caller.mock("GET", f"/ui/assets/{name}").status_code == 200


def test_its_address_may_end_with_a_slash(caller: Caller) -> None:
    answer = caller.mock("GET", "/ui/")
    assert (answer.status_code, answer.headers["location"]) == (307, "../ui")


def test_it_has_a_problem_for_what_it_has_not(caller: Caller) -> None:
    answer = caller.mock("GET", "/ui/none")
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:mock-isales:problem:not-found")
    answer = caller.mock("POST", "/ui")
    assert (answer.status_code, answer.json()["type"]) == (405, "urn:mock-isales:problem:method-not-allowed")
    assert set(answer.headers["allow"].split(", ")) == {"GET", "HEAD"}


def test_without_its_extra_it_says_how_to_install_it(monkeypatch: pytest.MonkeyPatch) -> None:
    def spec(name: str) -> object:
        return None if name in {"jinja2", "pygal"} else find_spec(name)

    monkeypatch.setattr("mock_isales.control.page.find_spec", spec)
    answer = Caller(create_app(Settings())).mock("GET", "/ui")
    assert (answer.status_code, answer.json()["type"]) == (501, "urn:mock-isales:problem:page-not-installed")
    assert "pip install 'mock-isales[ui]'" in answer.json()["detail"]
    assert "jinja2 and pygal" in answer.json()["detail"]


def test_it_costs_nothing_until_it_is_opened() -> None:
    code = """
import sys
from mock_isales.app import create_app
from mock_isales.settings import Settings
from tests.control.callers import Caller
caller = Caller(create_app(Settings()))
parts = ("mock_isales.ui", "jinja2", "pygal")
told = []
for path in ("/worlds", "/ui", "/ui/charts"):
    method, said = ("GET", None) if path != "/ui/charts" else ("POST", {"kind": "growth", "points": []})
    assert caller.mock(method, path, said).is_success
    told.append([each for each in parts if each in sys.modules])
print(told)
"""
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ended.stdout.strip() == str([[], ["mock_isales.ui", "jinja2"], ["mock_isales.ui", "jinja2", "pygal"]])


GROWTH = {"kind": "growth", "points": [["2026-11-21T10:00:00Z", 1], ["2026-11-21T10:05:00Z", 20]]}
KINDS = {"kind": "kinds", "incomplete": [1, 2, 3, 4, 5], "completed": [0, 0, 1, 0, 0], "pending": 7}


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize(
    ("chart", "english", "chinese"),
    [(GROWTH, "10:0", "10:0"), (KINDS, "Priority 1", "优先级1")],
    ids=["growth", "kinds"],
)
def test_charts_are_drawn(caller: Caller, chart: dict[str, Any], english: str, chinese: str, theme: str) -> None:
    for language, word in [("en", english), ("zh", chinese)]:
        answer = caller.mock("POST", "/ui/charts", {**chart, "theme": theme, "language": language})
        assert answer.headers["content-type"].startswith("image/svg+xml")
        assert word in answer.text
        assert "<script" not in answer.text


@pytest.mark.parametrize(
    "points", [[], [["2026-11-21T10:00:00Z", 1]], [["2026-11-21T10:00:00Z", 1], ["2026-11-25T10:00:00Z", 2]]]
)
def test_few_points_and_long_times_are_drawn_too(caller: Caller, points: list[list[object]]) -> None:
    assert caller.mock("POST", "/ui/charts", {"kind": "growth", "points": points}).is_success


@pytest.mark.parametrize(
    ("said", "place"),
    [
        (b"{", "the body"),
        ({}, "the body"),
        ({"kind": "pie"}, "the body"),
        ({"kind": "growth"}, "growth.points"),
        ({"kind": "kinds", "incomplete": [1], "completed": [0] * 5}, "kinds.incomplete"),
        ({**KINDS, "pending": -1}, "kinds.pending"),
        ({**GROWTH, "theme": "pink"}, "growth.theme"),
        ({**GROWTH, "title": "<b>"}, "growth.title"),
    ],
)
def test_a_chart_that_cannot_be_drawn_is_told(caller: Caller, said: object, place: str) -> None:
    answer = caller.mock("POST", "/ui/charts", said)
    assert (answer.status_code, answer.json()["type"]) == (400, "urn:mock-isales:problem:bad-request")
    assert answer.json()["detail"].startswith(f"{place}: ")


def test_a_chart_of_too_much_is_not_drawn(caller: Caller) -> None:
    said = json.dumps({**GROWTH, "title": "x" * 70_000}).encode()
    assert caller.mock("POST", "/ui/charts", said).status_code == 413


def test_who_has_no_token_gets_the_page_but_no_charts() -> None:
    elsewhere = Caller(create_app(Settings(host="0.0.0.0", control_token="secret")))  # noqa: S104, S106
    assert elsewhere.mock("GET", "/ui").status_code == 200
    assert elsewhere.mock("POST", "/ui/charts", GROWTH).status_code == 401
    shown = elsewhere.mock("POST", "/ui/charts", GROWTH, headers={"Authorization": "Bearer secret"})
    assert shown.status_code == 200
