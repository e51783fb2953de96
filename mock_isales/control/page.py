"""The door to the page for people: it is imported when somebody first asks for it, and needs an extra."""

from functools import cache
from http import HTTPStatus
from importlib import import_module
from importlib.util import find_spec

from starlette.types import ASGIApp, Receive, Scope, Send

from mock_isales.api.doors import CONTROL
from mock_isales.api.problems import problem

PAGE = f"{CONTROL}/ui"
"""Where it stands."""

_NEEDED = ("jinja2", "pygal")


def page_at(address: str) -> ASGIApp:
    """What answers there: the page, or a problem that says how it is installed."""

    @cache
    def page() -> ASGIApp:
        missing = [name for name in _NEEDED if find_spec(name) is None]
        if missing:
            return _not_installed(missing)
        made: ASGIApp = import_module("mock_isales.ui.app").ui_app(address)
        return made

    async def answer(scope: Scope, receive: Receive, send: Send) -> None:
        await page()(scope, receive, send)

    return answer


def _not_installed(missing: list[str]) -> ASGIApp:
    detail = (
        f"The page needs {' and '.join(missing)}, which the server does not find: "
        "pip install 'mock-isales[ui]' brings what is missing. All that the page shows is under /_mock without it, too."
    )
    return problem("page-not-installed", HTTPStatus.NOT_IMPLEMENTED, detail, docs=f"{CONTROL}/docs")
