"""Everything can be done by the keyboard alone."""

import pytest
from playwright.sync_api import expect

from tests.ui.client import Client
from tests.ui.screen import Screen

pytestmark = pytest.mark.browser


@pytest.fixture
def size() -> str:
    """Phones have no keys."""
    return "desktop"


def test_the_content_can_be_skipped_to(screen: Screen) -> None:
    screen.show()
    screen.page.keyboard.press("Tab")
    expect(screen.page.get_by_role("link", name="Skip to the content")).to_be_focused()
    screen.page.keyboard.press("Enter")
    expect(screen.page.get_by_role("main")).to_be_focused()


def test_a_call_is_opened_read_and_closed(screen: Screen, client: Client) -> None:
    for number in ("1", "2x", "3"):
        client.add(number)
    screen.show()
    expect(screen.rows).to_have_count(3)
    screen.rows.first.get_by_role("link").focus()
    screen.page.keyboard.press("ArrowDown")
    expect(screen.rows.nth(1).get_by_role("link")).to_be_focused()
    screen.page.keyboard.press("Enter")
    expect(screen.call).to_have_accessible_name("Call 2")
    expect(screen.call.locator("mark")).to_be_visible()
    screen.page.keyboard.press("Escape")
    expect(screen.call).to_be_hidden()
    expect(screen.rows.nth(1).get_by_role("link")).to_be_focused()


def test_every_control_of_every_view_is_reached_by_tab(screen: Screen, client: Client) -> None:
    client.add("1x")
    client.world.faults.add(status=503)
    for view in ("calls", "campaigns", "knobs", "contract"):
        screen.show(view)
        screen.page.wait_for_function(FILLED, arg=view)
        wanted = screen.page.evaluate(CONTROLS)
        assert wanted > 8
        reached = 0
        for _ in range(wanted):
            screen.page.keyboard.press("Tab")
            reached += screen.page.evaluate(
                "document.activeElement !== document.body && document.activeElement.matches(':focus-visible') ? 1 : 0"
            )
        assert reached == wanted


FILLED = """view => document.querySelectorAll(`#view-${view} :is(#rows tr, .card, .reading, #clauses tr)`).length > 0
  && document.querySelector("#world option") !== null"""
CONTROLS = """() => [...document.querySelectorAll("a[href], button, input, select, [tabindex='0']")]
  .filter(each => each.checkVisibility() && !each.closest("dialog:not([open])")).length"""


def test_a_state_is_changed_by_keys(screen: Screen, client: Client) -> None:
    screen.show("campaigns")
    select = screen.page.get_by_role("article", name="Demo").get_by_label("State")
    select.focus()
    screen.page.keyboard.type("Pau")
    expect(screen.said).to_have_text("Campaign 1/1: Paused")
    assert client.world.campaign(1, 1).get().state == "paused"
