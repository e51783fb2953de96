"""What a call does otherwise than its document says, and is not refused for.

Worked out when an entry is read, never on the way of a call.
"""

from collections.abc import Iterator
from itertools import islice
from typing import Any, Literal

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.fields import List, Shape
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


def departures(entry: Entry) -> list[Departure]:
    """What a call departs in: a Content-Type without its charset, and the first 100 fields that are not documented."""
    interface = _BY_OPERATION.get(entry.operation or "")
    if interface is None:
        return []
    return [*_charset(interface, entry.head), *islice(_unknown_fields(interface, entry.body), MOST_FIELDS)]


def _charset(interface: Interface[Any], head: bytes) -> Iterator[Departure]:
    value = next((value for name, value in header_lines(head) if name.lower() == "content-type"), "")
    media_type, *parameters = (part.strip().lower() for part in value.split(";"))
    if media_type == "application/json" and not any(each.startswith("charset") for each in parameters):
        clause = interface.wire.content_type
        text = f"Content-Type has no charset. {clause.sentence.english}"
        yield Departure(kind="missing_charset", place="Content-Type", clause=clause.id, text=text)


def _unknown_fields(interface: Interface[Any], body: bytes) -> Iterator[Departure]:
    try:
        value = parse_bytes(body)
    except NotJson:
        return
    yield from _unknown_in(interface.body, value, "")


def _unknown_in(shape: Shape, value: JsonValue, place: str) -> Iterator[Departure]:
    if not isinstance(value, dict):
        return
    fields = {field.name: field for field in shape.fields}
    prefix = f"{place}." if place else ""
    for name, each in value.items():
        field = fields.get(name)
        if field is None:
            yield _unknown(name, prefix, list(fields))
        elif isinstance(field, List) and isinstance(each, list):
            for index, item in enumerate(each):
                yield from _unknown_in(field.shape, item, f"{prefix}{name}[{index}]")


def _unknown(name: str, prefix: str, known: list[str]) -> Departure:
    place = prefix + (name if len(name) <= _SHOWN else f"{name[:_SHOWN]}…")
    text = f"The document has no field {place}: {suggestion(name, known)}"
    return Departure(kind="unknown_field", place=place, nearest=nearest(name, known), text=text)
