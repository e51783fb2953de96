"""Bodies: read, taken as strict JSON, and held to a form, all of it before anything changes."""

from http import HTTPStatus
from typing import TypeVar

from fastapi import Request
from pydantic import BaseModel, ValidationError

from mock_isales.api.bodies import BodyTooLarge, read_pieces
from mock_isales.control.forms.problems import BadPlace
from mock_isales.control.refusals import Refused, bad_request
from mock_isales.control.strict_json import not_json, tree_of
from mock_isales.control.wrong_values import bad_places
from mock_isales.engine.seed_files.problems import Problem, SeedError
from mock_isales.engine.seed_files.reading import parse_seed
from mock_isales.engine.seeds import Seed

F = TypeVar("F", bound=BaseModel)

MAX_BODY = 256 * 1024 * 1024


async def pieces_of(request: Request) -> list[bytes]:
    """The body of a request, in the pieces in which it came.

    Raises:
        Refused: It is too large; what is left of it was not read.
    """
    try:
        return await read_pieces(request.receive, request.headers.get("content-length", ""), MAX_BODY)
    except BodyTooLarge:
        detail = f"The body is larger than the {MAX_BODY} bytes that are taken under /_mock."
        status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
        raise Refused("body-too-large", status, detail, {"Connection": "close"}) from None


def form_of(body: bytes, form: type[F]) -> F:
    """What a body says.

    Raises:
        Refused: It is not JSON, or not of that form. All that is wrong is told.
    """
    if not body.strip():
        raise bad_request([BadPlace(place="", reason="the body is empty", hint="send a JSON object")])
    tree = tree_of(body)
    try:
        return form.model_validate_json(body)
    except ValidationError as error:
        first = error.errors()[0]
        if first["type"] == "json_invalid":  # what Python's reader takes and RFC 8259 or reason does not
            raise _unreadable(str(first["ctx"]["error"])) from None
        raise bad_request(bad_places(error, form, tree)) from None


def seed_of(body: bytes) -> Seed:
    """The seed that a body says.

    Raises:
        Refused: It is not JSON, or no seed. All that is wrong is told.
    """
    tree = tree_of(body)
    if not isinstance(tree, dict):
        raise bad_request([BadPlace(place="", reason="a seed is an object with the keys settings, readings and vdns")])
    try:
        return parse_seed(body.decode(), "")
    except SeedError as error:
        raise bad_request(_bad_place(each) for each in error.problems) from None


def _unreadable(reason: str) -> Exception:
    what, _, where = reason.partition(" at line ")
    return not_json(what, f"line {where.replace(' column', ', column')}" if where else "")


def _bad_place(problem: Problem) -> BadPlace:
    return BadPlace(place=problem.place or f"line {problem.line}", reason=problem.what, hint=problem.hint or None)
