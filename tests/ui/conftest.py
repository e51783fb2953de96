"""What the tests of the page share: a browser, a server, and a world for each test."""

import os
from collections.abc import Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright

from mock_isales.testing import Control
from tests.api.test_docs_page import CHROMIUM, FLAGS
from tests.served import served
from tests.ui.client import Client
from tests.ui.screen import SIZES, Screen

# On a slow machine the page looks anew at what it shows every 5 s only (`polling.js`), as long as is waited else.
expect.set_options(timeout=20_000)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser. While it is there, an event loop runs: tests of other modules could not run one of their own."""
    if CHROMIUM is None and not os.environ.get("CI"):
        pytest.skip("no chromium on the PATH")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@pytest.fixture(scope="session")
def server() -> Iterator[str]:
    with served() as url:
        yield url


@pytest.fixture(params=list(SIZES))
def size(request: pytest.FixtureRequest) -> str:
    """On a desktop, and on a phone."""
    size: str = request.param
    return size


@pytest.fixture
def context(browser: Browser, size: str) -> Iterator[BrowserContext]:
    made = browser.new_context(viewport=SIZES[size], reduced_motion="reduce", locale="en")
    yield made
    made.close()


@pytest.fixture
def mishaps() -> list[str]:
    """What a browser may complain of: the page asks whether coverage is counted. A test may add to them."""
    return ["status of 409 (Conflict)"]


@pytest.fixture
def page(context: BrowserContext, mishaps: list[str]) -> Iterator[Page]:
    """A page in which nothing may go wrong: no script fails, and nothing is loaded that the policy forbids."""
    made = context.new_page()
    wrong: list[str] = []
    made.on("pageerror", lambda error: wrong.append(str(error)))
    made.on("console", lambda said: wrong.append(said.text) if said.type == "error" else None)
    yield made
    assert [each for each in wrong if not any(mishap in each for mishap in mishaps)] == []


@pytest.fixture
def client(server: str) -> Iterator[Client]:
    """A client of a world of the test's own, which has the demo seed."""
    with Control(server) as control:
        made = Client(server, control.make_world(f"t-{uuid4().hex[:8]}"))
        yield made
        made.close()
        made.world.end()


@pytest.fixture
def screen(page: Page, client: Client) -> Screen:
    """The page as it shows that world."""
    return Screen(page, client.server, client.world.name)
