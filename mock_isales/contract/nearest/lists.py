"""The nearest list, and the nearest entry of one."""

from collections.abc import Mapping
from typing import Any

from mock_isales.contract.fields import List, Scalar, Shape
from mock_isales.contract.json_text import JsonInteger, JsonValue
from mock_isales.contract.nearest import sentences
from mock_isales.contract.nearest.gathering import as_list, held_in
from mock_isales.contract.nearest.scalars import nearest_scalar
from mock_isales.contract.nearest.sentences import Nearest
from mock_isales.contract.scalars import Integer
from mock_isales.contract.service import Terms


def nearest_list(field: List, value: JsonValue, terms: Terms) -> Nearest:
    """The nearest list: an object is put into one, a String that holds one is read; if what is in it passes, too."""
    example = [example_entry(field.shape)]
    if value is None or value == []:
        return Nearest(example, (sentences.GIVEN,))
    is_held = held_in(value) is not None
    if not is_held and not isinstance(value, dict):
        return Nearest(example, (sentences.EXAMPLE,))
    sentence = sentences.NOT_SERIALISED if is_held else sentences.INTO_LIST
    near = as_list(field, value)
    if field.refusal(near, "", terms) is None:
        return Nearest(near, (sentence,))
    return Nearest(example, (sentence, sentences.MORE_AMISS))


def list_of_members(field: List, members: Mapping[str, JsonValue], terms: Terms) -> Nearest:
    """The nearest list where its entry's fields stand outside of it."""
    near = as_list(field, dict(members))
    into = sentences.into_entry(list(members), field.name)
    if field.refusal(near, "", terms) is None:
        return Nearest(near, (into,))
    return Nearest([example_entry(field.shape)], (into, sentences.MORE_AMISS))


def nearest_entry(field: List, value: JsonValue, terms: Terms) -> Nearest:
    """The nearest entry: a value that its mandatory field could have is put under that field's name."""
    example = example_entry(field.shape)
    if value is None:
        return Nearest(example, (sentences.NO_ENTRY,))
    own = next((each for each in field.shape.fields if isinstance(each, Scalar) and each.mandatory), None)
    if own is None or isinstance(value, (dict, list, bool)) or value == "":
        return Nearest(example, (sentences.EXAMPLE,))
    near = nearest_scalar(own, value, terms)
    return Nearest(example | {own.name: near.value}, (sentences.INTO_OBJECT, *near.done))


def calls_for(count: int, maximum: int) -> int:
    """How many calls it takes to send so many entries, at most `maximum` in each."""
    return -(-count // maximum)


def example_entry(shape: Shape) -> dict[str, Any]:
    """An entry with the mandatory fields, each with its example."""
    entry: dict[str, Any] = {}
    for field in shape.fields:
        if isinstance(field, List):
            entry[field.name] = [example_entry(field.shape)]
        elif field.mandatory:
            entry[field.name] = JsonInteger(str(field.example)) if isinstance(field, Integer) else field.example
    return entry
