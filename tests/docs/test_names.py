"""What a page names is there: commands and flags, options of pytest, variables, routes, clauses, readings, files."""

import re

import pytest

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.control.catalogue import OPERATIONS
from mock_isales.engine.coverage.points import POINTS
from mock_isales.settings import known_variables
from mock_isales.testing.plugin import options
from mock_isales.variables import CLIENT_VARIABLES
from tests.docs.naming import calls_of, unknown_in
from tests.docs.pages import ROOT, pages, text_of

PAGES = pages()
TERMS = {"NAME", *Readings.model_fields, *ServiceSettings.model_fields}
STANDING_FOR_ANY = {"MOCK_ISALES_READINGS__NAME", "MOCK_ISALES_SETTINGS__NAME"}
PYTEST_OPTIONS = {value for name, value in vars(options).items() if name.isupper() and f"{value}".startswith("--")}
OTHER_ROUTES = {"/_mock", "/_mock/docs", "/_mock/ui", "/_mock/openapi.json"}
OF_THE_PAGE = {"/_mock/ui/charts"}


@pytest.mark.parametrize("page", PAGES)
def test_commands_and_flags(page: str) -> None:
    assert {call: told for call in calls_of(page) if (told := unknown_in(call))} == {}


@pytest.mark.parametrize(
    ("call", "told"),
    [
        ("serve --tls --port 0", None),
        ("srve", "there is no command srve"),
        ("serve --tsl", "serve has no --tsl"),
        ("fault add --first 2 --code 0200006", None),
        ("fault add --frist 2", "add has no --frist"),
        ("run --cov -- pytest --anything", None),
    ],
)
def test_a_slip_is_found(call: str, told: str | None) -> None:
    assert unknown_in(call.partition(" -- ")[0]) == told


@pytest.mark.parametrize("page", PAGES)
def test_options_of_pytest(page: str) -> None:
    assert {*re.findall(r"--isales-[a-z-]*[a-z]", text_of(page))} <= PYTEST_OPTIONS


@pytest.mark.parametrize("page", PAGES)
def test_variables(page: str) -> None:
    named = {*re.findall(r"\bMOCK_ISALES_[A-Z0-9_]*[A-Z0-9]", text_of(page))}
    assert named <= {*known_variables(), *CLIENT_VARIABLES, *STANDING_FOR_ANY}


@pytest.mark.parametrize("page", PAGES)
def test_routes(page: str) -> None:
    known = {re.sub(r"\{\w+\}", "*", f"/_mock{operation.path}") for operation in OPERATIONS}
    named = re.findall(r"(?<!\w)/_mock(?:/[a-zA-Z{}_.0-9-]+)*", text_of(page))
    beginnings = {known_route[: len(known_route)] for known_route in known}
    for route in {each.rstrip(".") for each in named} - OTHER_ROUTES - OF_THE_PAGE:
        pattern = re.compile("".join("[^/]+" if piece == "*" else re.escape(piece) for piece in _pieces(route)))
        assert any(pattern.fullmatch(each) or _is(route, each) for each in beginnings), route


@pytest.mark.parametrize("page", PAGES)
def test_clauses_and_points(page: str) -> None:
    named = {*re.findall(r"`((?:ON|CN)-[A-Z-]*[A-Z])`", text_of(page))}
    assert named <= {*CLAUSES, *(point.partition(":")[0] for point in POINTS)}


@pytest.mark.parametrize("page", PAGES)
def test_readings_and_settings(page: str) -> None:
    named = {name for _, name in re.findall(r"--(reading|setting|expect) (\w+)=", text_of(page))}
    assert named <= TERMS


@pytest.mark.parametrize("page", PAGES)
def test_it_is_installed_from_its_folder(page: str) -> None:
    said = re.findall(r"^pip install '?([^' \n]+)|`pip install '?([^'`]+)", text_of(page), re.MULTILINE)
    assert [each for pair in said for each in pair if each and not each.startswith(".")] == []  # no index has it


@pytest.mark.parametrize("page", PAGES)
def test_links_lead_somewhere(page: str) -> None:
    folder = (ROOT / page).parent
    for target in re.findall(r"\]\(([^)\s]+)\)", text_of(page)):
        if not target.startswith(("http://", "https://", "#")):
            assert (folder / target.partition("#")[0]).exists(), target


def _pieces(route: str) -> list[str]:
    return re.split(r"(\*)", re.sub(r"\{\w+\}", "*", route))


def _is(route: str, known: str) -> bool:
    """Whether an address is one of a known form, in which `*` stands for one name."""
    return bool(re.fullmatch(re.escape(known).replace(r"\*", "[^/]+"), route))
