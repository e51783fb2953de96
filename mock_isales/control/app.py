"""The control interface as an app of its own, which knows the prefix that it stands under."""

from fastapi import FastAPI
from starlette.types import ASGIApp, Receive, Scope, Send

from mock_isales import __version__
from mock_isales.api import docs_page
from mock_isales.api.doors import CONTROL
from mock_isales.control import openapi, routing
from mock_isales.control.access import Access
from mock_isales.control.page import PAGE, page_at
from mock_isales.double import Double


def control_app(double: Double) -> ASGIApp:
    """What answers under `/_mock`.

    Args:
        double: What it sets up, shows and provokes.
    """
    app = FastAPI(
        title="mock-isales: the control interface",
        version=__version__,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
    )
    routing.install(app, double)
    openapi.install(app)
    docs_page.install(app, "the control interface")

    page = page_at(PAGE)

    async def below_prefix(scope: Scope, receive: Receive, send: Send) -> None:
        answers = page if scope["path"] == PAGE or scope["path"].startswith(f"{PAGE}/") else app
        await answers({**scope, "root_path": CONTROL}, receive, send)

    return Access(below_prefix, double)
