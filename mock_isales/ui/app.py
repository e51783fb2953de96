"""The page as an app: its one document, what that loads, and the charts that are drawn for it."""

from functools import cache
from http import HTTPStatus
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, select_autoescape
from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.staticfiles import StaticFiles
from starlette.types import ASGIApp

from mock_isales import __version__
from mock_isales.api.problems import problem
from mock_isales.contract.text import Language
from mock_isales.ui.charts import chart_drawn
from mock_isales.ui.headers import guarded
from mock_isales.ui.languages import TAGS, language_of
from mock_isales.ui.texts.catalogue import texts_of

_HERE = Path(__file__).parent
ASSETS = _HERE / "assets"


def ui_app(address: str) -> ASGIApp:
    """What answers at the page's address and below it.

    Args:
        address: Where that is; its last part is what the page's own addresses begin with.
    """
    name = address.rpartition("/")[2]

    async def page(request: Request) -> Response:
        return HTMLResponse(_page(language_of(request)), headers={"Vary": "Accept-Language"})

    async def to_page(_: Request) -> Response:
        return RedirectResponse(f"../{name}")

    return guarded(
        Starlette(
            routes=[
                Route(f"/{name}", page),
                Route(f"/{name}/", to_page),
                Route(f"/{name}/charts", chart_drawn, methods=["POST"]),
                Mount(f"/{name}/assets", StaticFiles(directory=ASSETS)),
            ],
            exception_handlers={HTTPException: _problem},
        )
    )


@cache
def _page(language: Language) -> str:
    """The document in a language. What a world holds is not in it: the browser asks for that."""
    environment = Environment(
        loader=FileSystemLoader(_HERE / "templates"),
        autoescape=select_autoescape(default=True, default_for_string=True),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    texts = texts_of(language)
    other = Language.CHINESE if language is Language.ENGLISH else Language.ENGLISH
    told: dict[str, Any] = {
        "t": texts.__getitem__,
        "texts": texts,
        "tag": TAGS[language],
        "other": other.value,
        "other_tag": TAGS[other],
        "version": __version__,
        "modules": sorted(path.relative_to(ASSETS).as_posix() for path in ASSETS.rglob("*.js")),
    }
    return environment.get_template("page.html").render(told)


async def _problem(request: Request, error: Exception) -> Response:
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.INTERNAL_SERVER_ERROR
    kind, detail = {
        HTTPStatus.METHOD_NOT_ALLOWED: ("method-not-allowed", f"{request.method} is not supported here."),
    }.get(HTTPStatus(status), ("not-found", "The page has nothing at this address."))
    headers = error.headers if isinstance(error, HTTPException) else None
    return problem(kind, status, detail, headers)
