"""Places in a body as they are named on the wire: `callDataList[1].called[0].calledNo`."""

import re
from typing import Any

from mock_isales.contract.fields import Field, List, Shape
from mock_isales.contract.interface import Interface
from mock_isales.contract.json_text import JsonValue

_PARTS = re.compile(r"([^.\[\]]+)|\[([0-9]{1,9})\]")


def parts_of(place: str) -> list[str | int]:
    """The names and the indices of a place."""
    return [name or int(index) for name, index in _PARTS.findall(place)]


def field_at(interface: Interface[Any], place: str) -> Field | None:
    """The field that a place belongs to: of an entry, its list; None for the body as a whole and for headers."""
    found: Field | None = None
    shape: Shape | None = interface.body
    for part in parts_of(place):
        if isinstance(part, str):
            fields = {field.name: field for field in (shape.fields if shape else ())}
            found = fields.get(part) or _in_path(interface, part)
            shape = found.shape if isinstance(found, List) else None
    return found


def shape_around(interface: Interface[Any], place: str) -> Shape:
    """The fields that belong where a place's field does: those of an entry, or of the body."""
    around = field_at(interface, place.rpartition(".")[0])
    return around.shape if isinstance(around, List) else interface.body


def value_at(body: JsonValue, place: str) -> JsonValue:
    """What stands at a place of a body; None if nothing does."""
    value = body
    for part in parts_of(place):
        if isinstance(part, str):
            value = value.get(part) if isinstance(value, dict) else None
        else:
            value = value[part] if isinstance(value, list) and part < len(value) else None
    return value


def _in_path(interface: Interface[Any], name: str) -> Field | None:
    return next((each for each in (interface.vdn, interface.campaign) if each.name == name), None)
