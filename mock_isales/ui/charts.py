"""Charts: drawn as SVG from numbers that the page sends, which it has from `/_mock`."""

from datetime import datetime
from http import HTTPStatus
from importlib import import_module
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter, ValidationError
from starlette.requests import Request
from starlette.responses import Response

from mock_isales.api.problems import problem

_LARGEST = 64 * 1024
_Count = Annotated[int, Field(ge=0, le=10**12)]


class _Chart(BaseModel):
    model_config = ConfigDict(extra="forbid", strict=True)

    theme: Literal["light", "dark"] = "light"
    language: Literal["en", "zh"] = "en"


class Growth(_Chart):
    """How many records had been added when."""

    kind: Literal["growth"]
    points: list[tuple[Annotated[datetime, Field(strict=False)], _Count]] = Field(max_length=500, strict=False)


class Kinds(_Chart):
    """How many records there are of each priority, 1 to 5, by state."""

    kind: Literal["kinds"]
    incomplete: list[_Count] = Field(min_length=5, max_length=5)
    completed: list[_Count] = Field(min_length=5, max_length=5)
    pending: _Count = 0


Chart = Annotated[Growth | Kinds, Field(discriminator="kind")]
_CHART: TypeAdapter[Growth | Kinds] = TypeAdapter(Chart)


async def chart_drawn(request: Request) -> Response:
    """Draw a chart."""
    body = bytearray()
    async for part in request.stream():
        body += part
        if len(body) > _LARGEST:
            return problem("too-large", HTTPStatus.REQUEST_ENTITY_TOO_LARGE, "A chart is at most 64 KiB of JSON.")
    try:
        chart = _CHART.validate_json(bytes(body))
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"])) or "the body"
        return problem("bad-request", HTTPStatus.BAD_REQUEST, f"{place}: {first['msg']}.")
    drawing = import_module("mock_isales.ui.drawing")  # pygal takes its time: not before there is something to draw
    return Response(drawing.drawn(chart), media_type="image/svg+xml")
