"""Beyond loopback a token is asked for, once a tab; it stands in no address."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import BrowserContext, Page, expect

from tests.served import served

pytestmark = pytest.mark.browser

TOKEN = "not-to-be-seen"  # noqa: S105 - a test's own


@pytest.fixture(scope="module")
def guarded() -> Iterator[str]:
    """The address of a server that asks for a token."""
    with served("--host", "0.0.0.0", "--control-token", TOKEN) as url:  # noqa: S104 - that is what is tested
        yield f"http://127.0.0.1:{url.rpartition(':')[2]}"


@pytest.fixture
def mishaps() -> list[str]:
    return ["status of 401 (Unauthorized)", "status of 409 (Conflict)"]


def give(page: Page, token: str) -> None:
    page.get_by_role("textbox", name="Token").fill(token)
    page.keyboard.press("Enter")


def test_it_is_asked_for_until_it_is_the_right_one(page: Page, guarded: str) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{guarded}/_mock/ui")
    dialog = page.get_by_role("dialog", name="This server asks for its token")
    expect(dialog).to_be_visible()
    expect(page.get_by_text("That was not the right one.")).to_be_hidden()
    page.keyboard.press("Escape")
    expect(dialog).to_be_visible()
    give(page, "another")
    expect(page.get_by_text("That was not the right one.")).to_be_visible()
    give(page, TOKEN)
    expect(page.locator("#link")).to_have_attribute("data-state", "live")
    expect(dialog).to_be_hidden()
    page.goto(f"{guarded}/_mock/ui#/default/campaigns/1/1")
    expect(page.locator("img.chart").first).to_be_visible()
    assert not [each for each in asked if TOKEN in each]
    assert TOKEN not in page.content()


def test_a_tab_keeps_it_and_another_one_does_not(context: BrowserContext, guarded: str) -> None:
    page = context.new_page()
    page.goto(f"{guarded}/_mock/ui")
    give(page, TOKEN)
    expect(page.locator("#link")).to_have_attribute("data-state", "live")
    page.reload()
    expect(page.locator("#link")).to_have_attribute("data-state", "live")
    assert context.cookies() == []
    other = context.new_page()
    other.goto(f"{guarded}/_mock/ui")
    expect(other.get_by_role("dialog", name="This server asks for its token")).to_be_visible()


def test_on_loopback_none_is_asked_for(page: Page, server: str) -> None:
    page.goto(f"{server}/_mock/ui")
    expect(page.locator("#link")).to_have_attribute("data-state", "live")
    expect(page.get_by_role("dialog")).to_have_count(0)
