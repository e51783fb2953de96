"""The page as people see it."""

from typing import TypeAlias

from playwright.sync_api import Locator, Page, ViewportSize, expect

Where: TypeAlias = str | int

BLANK = "about:blank"
SIZES: dict[str, ViewportSize] = {"desktop": {"width": 1280, "height": 800}, "phone": {"width": 390, "height": 844}}


class Screen:
    """The page, showing a world."""

    def __init__(self, page: Page, server: str, world: str) -> None:
        self.page = page
        self.server = server
        self.world = world

    def show(self, view: str = "calls", *opened: Where, language: str = "en") -> "Screen":
        """Open a view, and wait until it is live."""
        self.go(view, *opened, language=language)
        expect(self.page.locator("#link")).to_have_attribute("data-state", "live")
        return self

    def go(self, view: str = "calls", *opened: Where, language: str = "en") -> None:
        """Open a view."""
        where = "/".join(map(str, (self.world, view, *opened)))
        if self.page.url != BLANK:
            self.page.goto(BLANK)  # only then an address that differs behind its # alone is loaded anew
        self.page.goto(f"{self.server}/_mock/ui?lang={language}#/{where}")

    @property
    def rows(self) -> Locator:
        """The lines of the calls."""
        return self.page.locator("#rows tr")

    @property
    def call(self) -> Locator:
        """The opened call."""
        return self.page.get_by_role("dialog", name="Call ")

    @property
    def said(self) -> Locator:
        """What the page says was done."""
        return self.page.locator("#said")

    def panel(self, title: str) -> Locator:
        """A part of a view."""
        return self.page.get_by_role("region", name=title, exact=True)

    @property
    def question(self) -> Locator:
        """What the page asks before it does what cannot be undone."""
        return self.page.get_by_role("alertdialog")

    def button(self, name: str) -> Locator:
        return self.page.get_by_role("button", name=name, exact=True)
