"""A call under `/_mock`: what it asks for, and the world that it is about."""

from collections.abc import Callable
from typing import TypeVar

from fastapi import Request, Response
from pydantic import BaseModel

from mock_isales.contract.clauses import Document
from mock_isales.contract.forms import is_digits, is_within, to_int
from mock_isales.contract.path_fields import campaign_field, vdn_field
from mock_isales.control.bodies import form_of, pieces_of
from mock_isales.control.forms.problems import BadPlace
from mock_isales.control.queries import query_of
from mock_isales.control.refusals import Refused, bad_request, no_such
from mock_isales.control.wrong_values import shown
from mock_isales.double import Double
from mock_isales.engine.stores.administration import Administration
from mock_isales.engine.worlds import World

F = TypeVar("F", bound=BaseModel)
T = TypeVar("T")

_VDN = vdn_field(Document.ON)
_CAMPAIGN = campaign_field(Document.ON)
_LONGEST_ID = 1000
"""Digits of a campaign's id that JSON readers can be asked to take."""


class Call:
    """A call.

    Attributes:
        double: Which double it is made to.
        request: The request.
    """

    def __init__(self, double: Double, request: Request) -> None:
        self.double = double
        self.request = request
        self._pieces: list[bytes] | None = None

    async def world(self) -> World:
        """The world that it is about.

        Raises:
            Refused: There is none of that name.
        """
        world = await self.double.worlds.find(self.name("world"))
        if world is None:
            raise self.no_such_world()
        return world

    async def body(self) -> bytes:
        """Its body, however often it is asked for.

        Raises:
            Refused: It is too large.
        """
        return b"".join(await self.pieces())

    async def pieces(self) -> list[bytes]:
        """Its body in the pieces in which it came, for what is too long to be joined while others wait.

        Raises:
            Refused: It is too large.
        """
        if self._pieces is None:
            self._pieces = await pieces_of(self.request)
        return self._pieces

    async def said(self, form: type[F]) -> F:
        """What its body says.

        Raises:
            Refused: It is not JSON, or not of that form.
        """
        return form_of(await self.body(), form)

    def asked(self, form: type[F]) -> F:
        """What its query says.

        Raises:
            Refused: It is not of that form.
        """
        return query_of(self.request.scope["query_string"], form)

    def name(self, parameter: str) -> str:
        """A parameter of its path."""
        name: str = self.request.path_params[parameter]
        return name

    def vdn(self) -> int:
        """The VDN that it is about.

        Raises:
            Refused: No VDN can have that id.
        """
        return self._number("vdn", _VDN.low, _VDN.high)

    def campaign(self) -> int:
        """The id of the campaign that it is about.

        Raises:
            Refused: No campaign can have that id.
        """
        return self._number("id", _CAMPAIGN.low, None)

    async def administer(self, step: Callable[[Administration], T]) -> T:
        """Take a step alone with all that is kept of its world.

        Raises:
            Refused: There is no such world.
            LookupError: There no longer is: another process has ended it.
            StoreFailure: The database failed; nothing was kept.
        """
        world = await self.world()
        return await world.store.administer(world.name, world.clock, step)

    def no_such_world(self) -> Refused:
        """The refusal of a call that is about no world."""
        how = "A world comes into being by its first documented call, or by PUT /_mock/worlds/{world}."
        name = self.name("world")
        return no_such("world", name, [each for each in self.double.worlds.names() if each != name], how)

    def _number(self, parameter: str, low: int, high: int | None) -> int:
        text = self.name(parameter)
        if is_digits(text) and is_within(text, low, high) and len(text.lstrip("0")) <= _LONGEST_ID:
            return to_int(text)
        limits = f"of at least {low}" if high is None else f"from {low} to {high}"
        raise bad_request([BadPlace(place=parameter, reason=f"must be a whole number {limits}, not {shown(text)}")])


def answer(content: BaseModel, status: int = 200) -> Response:
    """The answer that says something."""
    return Response(content.model_dump_json(), status, media_type="application/json")


def nothing() -> Response:
    """The answer that has nothing to say but that it is done."""
    return Response(status_code=204)
