"""The calls of the demo's client: what is sent, and what is to be said of it."""

import json
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.contract.interface import Interface
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.demo.centre import Place

Fields = dict[str, Any]
"""A JSON object, as the wire names its fields."""

JSON_TYPE = "application/json; charset=UTF-8"
AUTHORIZATION = "Authorization"
_CHINESE_VDN = 2

HEADERS: Mapping[str, str] = MappingProxyType(
    {AUTHORIZATION: "the demo's client", "Content-Type": JSON_TYPE, "locale": "en_US"}
)


class Call(NamedTuple):
    """One call.

    Attributes:
        operation: Which documented operation is called.
        place: For which campaign.
        about: What is sent, in a few words.
        path: Where it goes, beneath the server's address.
        headers: Its headers.
        body: Its body.
        is_again: Whether it has been sent before.
    """

    operation: str
    place: Place
    about: str
    path: str
    headers: Mapping[str, str]
    body: bytes
    is_again: bool = False

    @property
    def is_let_in(self) -> bool:
        """Whether it says who calls, without which nobody looks at it."""
        return AUTHORIZATION in self.headers

    @property
    def is_paced(self) -> bool:
        """Whether its campaign may be called again only after a while."""
        return self.operation == ADD_OUTBOUND_NUMBERS.operation

    def again(self) -> "Call":
        """The same, sent once more."""
        return self._replace(about=f"{self.about}, again", is_again=True)

    def with_body(self, body: bytes) -> "Call":
        """The same with another body."""
        return self._replace(body=body)

    def with_header(self, name: str, value: str | None) -> "Call":
        """The same with another header; None leaves it out."""
        others = {each: said for each, said in self.headers.items() if each != name}
        return self._replace(headers=others if value is None else {**others, name: value})


def add_records(place: Place, records: Sequence[Fields], about: str = "") -> Call:
    """A call that adds records.

    Args:
        place: The campaign.
        records: The records, as the wire has them.
        about: What is worth saying of them, beside how many they are.
    """
    return _call(ADD_OUTBOUND_NUMBERS, place, {"callDataList": records}, _counted(len(records), "record", about))


def add_numbers(place: Place, numbers: Sequence[Fields], about: str = "") -> Call:
    """A call that adds calling numbers; the arguments are like those of `add_records`."""
    return _call(ADD_CALLING_NUMBERS, place, {"callerNo": numbers}, _counted(len(numbers), "calling number", about))


def _call(interface: Interface[Any], place: Place, body: Fields, about: str) -> Call:
    path = interface.wire.path.format(vdnId=place.vdn, campaignId=place.campaign)
    headers = {**HEADERS, "locale": "zh_CN"} if place.vdn == _CHINESE_VDN else HEADERS
    return Call(interface.operation, place, about, path, headers, json.dumps(body, ensure_ascii=False).encode())


def _counted(count: int, what: str, about: str) -> str:
    counted = f"{count} {what}" if count == 1 else f"{count} {what}s"
    return f"{counted}, {about}" if about else counted
