"""A browser without a screen, and the page in it."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager

from benchmarks.running.servers import HOST, NotMeasured

try:
    from playwright.sync_api import Page, sync_playwright
except ImportError as error:  # what is not installed is named and left out
    _MISSING: str | None = f"playwright is not installed: {error}"
else:
    _MISSING = None if shutil.which("chromium") else "there is no chromium on the PATH"

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--enable-precise-memory-info",
    "--js-flags=--expose-gc",
]


@contextmanager
def browsed(port: int) -> Iterator["Page"]:
    """A page in a browser of its own, which has loaded nothing yet; its addresses begin with a server's.

    Raises:
        NotMeasured: There is no browser.
    """
    if _MISSING:
        raise NotMeasured(_MISSING)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=FLAGS)
        page = browser.new_page(viewport={"width": 1280, "height": 800}, base_url=f"http://{HOST}:{port}")
        yield page
        browser.close()
