"""The pictures of the README and of docs. `make pictures` keeps them; else they are made, and forgotten."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from mock_isales.testing import Control
from tests.served import served
from tests.ui.client import Client
from tests.ui.screen import SIZES, Screen
from tests.ui.story import tell

pytestmark = pytest.mark.browser

REFUSED = "ON-CALLEDNO-CHARACTERS"
"""Stands for the call that was refused by it."""

PICTURES = {
    "calls": ("desktop", "light", "en", ("calls",), "#rows tr"),
    "call": ("desktop", "light", "en", ("calls", REFUSED), "#call mark"),
    "campaigns": ("desktop", "light", "en", ("campaigns",), ".card .lamp"),
    "campaign": ("desktop", "dark", "en", ("campaigns", 1, 1), "img.chart"),
    "knobs": ("desktop", "light", "en", ("knobs",), "#faults li"),
    "contract": ("desktop", "dark", "zh", ("contract",), "#shares .share"),
    "phone-calls": ("phone", "dark", "zh", ("calls",), "#rows tr"),
    "phone-call": ("phone", "light", "en", ("calls", REFUSED), "#call mark"),
    "phone-campaign": ("phone", "dark", "en", ("campaigns", 1, 1), "img.chart"),
    "phone-contract": ("phone", "light", "en", ("contract",), "#shares .share"),
}


@pytest.fixture(scope="module")
def told() -> Iterator[Client]:
    with served("--cov") as url, Control(url) as control:
        client = Client(url, control.world())
        tell(client)
        client.close()
        yield client


@pytest.mark.parametrize("name", PICTURES)
def test_a_picture_is_taken(browser: Browser, told: Client, tmp_path: Path, name: str) -> None:
    size, theme, language, place, shown = PICTURES[name]
    if REFUSED in place:
        (entry,) = told.world.journal.entries(clause=REFUSED).entries
        place = ("calls", entry.id)
    folder = Path(os.environ.get("PICTURES") or tmp_path)
    folder.mkdir(parents=True, exist_ok=True)
    context = browser.new_context(
        viewport=SIZES[size], color_scheme="dark" if theme == "dark" else "light", reduced_motion="reduce"
    )
    page = context.new_page()
    Screen(page, told.server, told.world.name).show(*place, language=language)  # type: ignore[arg-type]
    expect(page.locator(shown).first).to_be_visible()
    page.wait_for_function("() => [...document.images].every(image => image.complete)")
    page.screenshot(path=folder / f"{name}.png", animations="disabled", caret="hide")
    context.close()
    assert (folder / f"{name}.png").stat().st_size < 250_000
