"""The contract as a table, and what of it was met."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Locator, Page, expect

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.testing import Control
from tests.served import served
from tests.ui.client import Client
from tests.ui.screen import Screen

pytestmark = pytest.mark.browser


def row(screen: Screen, clause: str) -> Locator:
    return screen.page.locator(f"#clauses tr[data-clause='{clause}']")


def test_every_clause_has_a_row(screen: Screen) -> None:
    screen.show("contract")
    expect(screen.page.locator("#clauses tr")).to_have_count(len(CLAUSES))
    pace = row(screen, "ON-PACE")
    expect(pace).to_contain_text(CLAUSES["ON-PACE"].section)
    expect(pace).to_contain_text(CLAUSES["ON-PACE"].sentence.english)
    expect(pace).to_contain_text("0200022")
    expect(pace.locator(".standing")).to_have_text("reading")


def test_how_often_each_was_met_is_counted(screen: Screen, client: Client) -> None:
    client.add("1x")
    client.add("2x")
    client.add(campaign=9)
    screen.show("contract")
    expect(row(screen, "ON-CALLEDNO-CHARACTERS").locator(".count")).to_have_text("2")
    expect(row(screen, "ON-CAMPAIGN").locator(".count")).to_have_text("1")
    expect(row(screen, "ON-PACE").locator(".count")).to_have_text("0")
    expect(screen.page.locator("#met-of")).to_have_text("2 of 88 clauses met")
    expect(screen.page.locator("#tiles .tile[data-level='1']")).to_have_count(2)
    expect(screen.page.locator("#counted")).to_have_text("Counted from the 3 calls that the journal keeps.")
    client.add("3x")
    expect(row(screen, "ON-CALLEDNO-CHARACTERS").locator(".count")).to_have_text("3")


def test_the_codes_answered_are_a_picture(screen: Screen, client: Client) -> None:
    client.add()
    client.add("1x")
    screen.show("contract")
    codes = screen.panel("Codes answered in this world")
    expect(codes).to_contain_text("0200000 Success.")
    expect(codes).to_contain_text("02000002 The parameter contains invalid characters.")


def test_the_table_is_filtered(screen: Screen, client: Client) -> None:
    client.add("1x")
    screen.show("contract")
    view = screen.panel("The contract")
    shown = view.locator("#contract-shown")
    expect(shown).to_have_text(f"Shown: {len(CLAUSES)}")
    view.get_by_role("combobox", name="Met").select_option("Met")
    expect(shown).to_have_text("Shown: 1")
    view.get_by_role("combobox", name="Met").select_option("All")
    view.get_by_label("Filter").fill("pace 0200022")
    expect(row(screen, "ON-PACE")).to_be_visible()
    expect(row(screen, "CN-URI")).to_be_hidden()
    view.get_by_label("Filter").fill("")
    view.get_by_role("combobox", name="Document").select_option("CN: Adding Calling Numbers")
    expect(row(screen, "ON-PACE")).to_be_hidden()
    view.get_by_role("combobox", name="Standing").select_option("inferred")
    expect(row(screen, "CN-LOCALE")).to_be_visible()
    expect(row(screen, "CN-URI")).to_be_hidden()


def test_a_clause_leads_to_the_calls_that_it_refused(screen: Screen, client: Client) -> None:
    client.add("1x")
    client.add()
    screen.show("contract")
    screen.page.get_by_role("link", name="Show the calls refused by ON-CALLEDNO-CHARACTERS").click()
    expect(screen.rows).to_have_count(1)
    expect(screen.panel("Live calls").get_by_label("Filter")).to_have_value("ON-CALLEDNO-CHARACTERS")


def test_it_is_told_in_chinese(screen: Screen) -> None:
    screen.show("contract", language="zh")
    expect(row(screen, "ON-PACE")).to_contain_text(CLAUSES["ON-PACE"].sentence.chinese)
    expect(row(screen, "ON-PACE").locator(".standing")).to_have_text("解读")


@pytest.fixture
def counting() -> Iterator[Client]:
    """A client of a server that counts coverage."""
    with served("--cov") as url, Control(url) as control:
        made = Client(url, control.make_world("counted"))
        yield made
        made.close()


def test_where_coverage_is_counted_it_is_the_picture(page: Page, counting: Client) -> None:
    counting.add("1x")
    counting.add("1" * 24)
    counting.world.journal.clear()
    screen = Screen(page, counting.server, counting.world.name).show("contract")
    expect(screen.page.locator("#counted")).to_have_text(
        "Counted since the world was made: this server runs with --cov."
    )
    expect(row(screen, "ON-CALLEDNO-CHARACTERS").locator(".count")).to_have_text("1")
    shares = screen.page.locator("#shares .share")
    expect(shares.nth(0)).to_contain_text("Outcomes: 2 of")
    expect(shares.nth(1)).to_contain_text("Clauses: 1 of 88 met")
    expect(shares.nth(2)).to_contain_text("Boundaries: ")
