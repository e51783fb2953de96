"""Lists whose entries were sent otherwise: as an object, serialised to a String, or their fields outside of them."""

from collections.abc import Mapping
from typing import Any

from mock_isales.contract.fields import List, Shape
from mock_isales.contract.json_text import JsonNumber, JsonValue, NotJson, parse


def as_list(field: List, value: JsonValue) -> JsonValue:
    """What was sent for a list, with lists where there should be some; whether it passes is for others to judge."""
    held = held_in(value)
    value = value if held is None else held
    if isinstance(value, dict):
        value = [value]
    if not isinstance(value, list):
        return value
    return [_as_entry(field.shape, each) if isinstance(each, dict) else each for each in value]


def outside(field: List, around: Mapping[str, JsonValue], own: Shape) -> dict[str, Any]:
    """The fields of a list's entries that stand beside the list instead of in it.

    Args:
        field: The list.
        around: The object in which the list should be.
        own: The fields that belong there.
    """
    here = {each.name for each in own.fields}
    return {name: around[name] for name in _names(field.shape) if name in around and name not in here}


def held_in(value: JsonValue) -> JsonValue:
    """The object or list that a String holds as JSON text; None if it holds none."""
    if not isinstance(value, str) or isinstance(value, JsonNumber):
        return None
    try:
        held = parse(value)
    except NotJson:
        return None
    return held if isinstance(held, (dict, list)) else None


def _as_entry(shape: Shape, entry: dict[str, Any]) -> dict[str, Any]:
    for field in shape.fields:
        if isinstance(field, List):
            moved = {} if field.name in entry else outside(field, entry, shape)
            value = moved or entry.get(field.name)
            entry = {name: each for name, each in entry.items() if name not in moved} | {
                field.name: as_list(field, value)
            }
    return entry


def _names(shape: Shape) -> list[str]:
    """The names of all fields of a shape, and of the lists in it."""
    within = [name for field in shape.fields if isinstance(field, List) for name in _names(field.shape)]
    return [*(field.name for field in shape.fields), *within]
