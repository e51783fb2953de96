"""The page /_mock/docs in a real browser that has no network but this machine's own."""

import pytest
from playwright.sync_api import Page, expect

from tests.api.test_docs_page import page
from tests.served import served

__all__ = ["page"]


@pytest.mark.browser
def test_try_it_out_works_as_it_stands_without_a_network(page: Page) -> None:
    with served() as url:
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(f"{url}/_mock/docs")
        operation = page.locator("#operations-worlds-make_world")
        operation.locator(".opblock-summary-control").click()
        operation.get_by_role("button", name="Execute").click()
        answer = operation.locator(".live-responses-table tr.response .response-col_description")
        expect(answer).to_contain_text('"name": "w1"', timeout=20_000)
        assert all(address.startswith((url, "data:", "blob:")) for address in asked)
