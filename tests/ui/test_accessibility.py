"""axe-core finds nothing: in both colour themes, in both languages, on a desktop and on a phone."""

import pytest
from playwright.sync_api import Page, expect

from tests.ui.axe import axe_source
from tests.ui.client import Client
from tests.ui.screen import Screen

pytestmark = pytest.mark.browser

VIOLATIONS = """async () => {
  const { violations } = await axe.run(document, {resultTypes: ["violations"]});
  const told = node => `${node.target.join(" ")} ${node.failureSummary}`;
  return violations.map(each => `${each.id}: ${each.help}: ${each.nodes.map(told).join("; ")}`);
}"""
READY = {
    ("calls",): "#rows tr",
    ("calls", 1): "#call .message-panel",
    ("campaigns",): ".card .lamp",
    ("campaigns", 1, 1): "#records-table",
    ("knobs",): "#faults li",
    ("contract",): "#codes .share",
}


def violations(page: Page) -> list[str]:
    page.evaluate(axe_source())
    found: list[str] = page.evaluate(VIOLATIONS)
    return found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_view(screen: Screen, client: Client, language: str, theme: str) -> None:
    client.world.faults.add(status=503, operation="add_calling_numbers")
    client.add("1x")
    client.add()
    client.add_calling()
    screen.page.emulate_media(color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce")
    for place, shown in READY.items():
        screen.show(*place, language=language)  # type: ignore[arg-type]
        expect(screen.page.locator(shown).first).to_be_visible()
        assert violations(screen.page) == [], place


def test_an_empty_world_and_messages(screen: Screen, mishaps: list[str]) -> None:
    mishaps.append("status of 400")
    screen.show()
    expect(screen.page.get_by_role("heading", name="No calls yet")).to_be_visible()
    screen.button("Pause").click()
    screen.button("Clear").click()
    assert violations(screen.page) == []
    screen.show("knobs")
    screen.button("End this world").click()
    expect(screen.question).to_be_visible()
    assert violations(screen.page) == []
    screen.show("campaigns", 1, 1)
    numbers = screen.page.get_by_role("dialog").get_by_role("region", name="Calling numbers")
    numbers.get_by_label("Number").fill("x")
    numbers.get_by_role("button", name="Add").click()
    expect(screen.page.get_by_role("button", name="Dismiss")).to_be_visible()
    assert violations(screen.page) == []


def test_the_theme_is_switched_and_kept(screen: Screen) -> None:
    screen.page.emulate_media(color_scheme="light")
    ground = "getComputedStyle(document.body).backgroundColor"
    screen.show()
    light = screen.page.evaluate(ground)
    screen.button("Colours: as the system's").click()
    assert screen.page.evaluate(ground) == light
    screen.button("Colours: light").click()
    dark = screen.page.evaluate(ground)
    assert dark != light
    screen.show()
    assert screen.page.evaluate(ground) == dark
    screen.button("Colours: dark").click()
    assert screen.page.evaluate(ground) == light


def test_nothing_is_wider_than_the_screen(screen: Screen, client: Client) -> None:
    client.send({"callDataList": [{"sessionId": "x" * 3000, "called": [{"calledNo": "9" * 3000}]}]})
    client.world.campaign(1, 1).change(name="W" * 200)
    for place, shown in READY.items():
        if place != ("knobs",):
            screen.show(*place)  # type: ignore[arg-type]
            expect(screen.page.locator(shown).first).to_be_visible()
            assert screen.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0, place
            inner = "[...document.querySelectorAll('.sheet-body')].map(each => each.scrollWidth - each.clientWidth)"
            assert max(screen.page.evaluate(inner)) <= 0, place
