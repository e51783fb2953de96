"""The page /docs in a real browser that has no network but this machine's own."""

import os
import shutil
from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from tests.served import served

CHROMIUM = shutil.which("chromium")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
]


@pytest.fixture
def page() -> Iterator[Page]:
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("no chromium on the PATH")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser.new_page()
        browser.close()


@pytest.mark.browser
def test_try_it_out_works_as_it_stands_without_a_network(page: Page) -> None:
    with served() as url:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{url}/docs")
        operation = page.locator("#operations-documented_interfaces-add_outbound_numbers")
        operation.locator(".opblock-summary-control").click()
        operation.get_by_role("button", name="Execute").click()
        answer = operation.locator(".live-responses-table tr.response .response-col_description")
        expect(answer).to_contain_text("create data succeeded", timeout=20_000)
        assert all(address.startswith((url, "data:", "blob:")) for address in asked)
