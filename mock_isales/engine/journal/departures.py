"""What a call does otherwise than its document says, and is not refused for.

Worked out when an entry is read, never on the way of a call.
"""

from collections.abc import Iterator, Mapping
from itertools import islice
from typing import Any, Literal, NamedTuple

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.fields import Field, List, Shape
from mock_isales.contract.interface import Interface
from mock_isales.contract.json_text import JsonValue, NotJson, parse_bytes
from mock_isales.engine.forms import Form
from mock_isales.engine.journal.entries import Entry, header_lines
from mock_isales.engine.seed_files.wording import nearest, suggestion

MOST_FIELDS = 100
"""How many unknown fields of a call are told."""

_SHOWN = 80
_BY_OPERATION = {interface.operation: interface for interface in INTERFACES}


class Departure(Form):
    """One departure.

    Attributes:
        kind: What it is.
        place: Where: a header, or a field as `callDataList[0].calledd`; a name of more than 80 characters is cut.
        nearest: The documented name that was most likely meant, if one is like it.
        clause: The id of the clause that it departs from; None where the document just has no such thing.
        text: All that in a sentence.
    """

    kind: Literal["missing_charset", "unknown_field"]
    place: str
    nearest: str | None = None
    clause: str | None = None
    text: str


class UnknownField(NamedTuple):
    """A field that is not documented where it stands.

    Attributes:
        prefix: Where: `callDataList[0].`, empty in the body itself.
        name: What it is called.
        known: The names that are documented there.
    """

    prefix: str
    name: str
    known: list[str]

    @property
    def shown(self) -> str:
        """Its name, cut after 80 characters."""
        return self.name if len(self.name) <= _SHOWN else f"{self.name[:_SHOWN]}…"


def departures(entry: Entry) -> list[Departure]:
    """What a call departs in: a Content-Type without its charset, and the first 100 fields that are not documented."""
    interface = _BY_OPERATION.get(entry.operation or "")
    if interface is None:
        return []
    return [*_charset(interface, entry.head), *map(_departure, unknown_fields(interface, _content(entry.body)))]


def charset_missing(head: bytes) -> bool:
    """Whether a call's Content-Type is JSON and has no charset."""
    value = next((value for name, value in header_lines(head) if name.lower() == "content-type"), "")
    media_type, *parameters = (part.strip().lower() for part in value.split(";"))
    return media_type == "application/json" and not any(each.startswith("charset") for each in parameters)


def unknown_fields(interface: Interface[Any], content: JsonValue) -> Iterator[UnknownField]:
    """The first 100 fields of what a call's body says that are not documented."""
    return islice(_unknown_in(_fields_of(interface.body), content, ""), MOST_FIELDS)


def _charset(interface: Interface[Any], head: bytes) -> Iterator[Departure]:
    if charset_missing(head):
        clause = interface.wire.content_type
        text = f"Content-Type has no charset. {clause.sentence.english}"
        yield Departure(kind="missing_charset", place="Content-Type", clause=clause.id, text=text)


def _content(body: bytes) -> JsonValue:
    """What a body says; None if it is not JSON."""
    try:
        return parse_bytes(body)
    except NotJson:
        return None


def _fields_of(shape: Shape) -> dict[str, Field]:
    return {field.name: field for field in shape.fields}


def _unknown_in(fields: Mapping[str, Field], value: JsonValue, prefix: str) -> Iterator[UnknownField]:
    """The unknown fields of a value, which may be no object; those of the many that it may hold, too."""
    if not isinstance(value, dict):
        return
    for name, each in value.items():
        field = fields.get(name)
        if field is None:
            yield UnknownField(prefix, name, list(fields))
        elif isinstance(field, List) and isinstance(each, list):
            inner = _fields_of(field.shape)
            for index, item in enumerate(each):
                if item and type(item) is dict:
                    yield from _unknown_in(inner, item, f"{prefix}{name}[{index}].")


def _departure(unknown: UnknownField) -> Departure:
    name, known = unknown.name, unknown.known
    place = f"{unknown.prefix}{unknown.shown}"
    text = f"The document has no field {place}: {suggestion(name, known)}"
    return Departure(kind="unknown_field", place=place, nearest=nearest(name, known), text=text)
