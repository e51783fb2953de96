"""What the JSON Schema of a form says about one of its parts."""

from collections.abc import Iterator, Sequence
from functools import cache

from pydantic import BaseModel

from mock_isales.engine.seed_files.wording import JsonSchema, choices_of, expectation


def parts_at(form: type[BaseModel], way: Sequence[str | int]) -> list[JsonSchema]:
    """What may stand at a place of a form: the alternatives, without null. None, where the form says nothing of it."""
    whole = _schema_of(form)
    parts = list(_alternatives(whole, whole))
    for step in way:
        parts = [each for part in parts for below in _below(part, step) for each in _alternatives(below, whole)]
    return parts


def keys_at(form: type[BaseModel], way: Sequence[str | int]) -> list[str]:
    """The keys that may stand at a place."""
    return [key for part in parts_at(form, way) for key in part.get("properties", ())]


def choices_at(form: type[BaseModel], way: Sequence[str | int]) -> list[str]:
    """The words that may stand at a place; none where it may be any."""
    return [choice for part in parts_at(form, way) for choice in choices_of(part)]


def expectation_at(form: type[BaseModel], way: Sequence[str | int]) -> str | None:
    """What may stand at a place, to be read after "must be"; None where the schema has no plain words for it."""
    try:
        said = [_told(part) for part in parts_at(form, way)]
    except KeyError:
        return None
    return " or ".join(dict.fromkeys(said)) or None


def _told(part: JsonSchema) -> str:
    if "const" in part:
        return str(part["const"])
    if part.get("format") == "date-time":
        return "a time with its zone, as 2026-11-21T10:00:00Z"
    if part.get("type") == "object":
        return "an object"
    return expectation(part)


def _below(part: JsonSchema, step: str | int) -> Iterator[JsonSchema]:
    if isinstance(step, int):
        yield from filter(None, part.get("prefixItems", [])[step : step + 1] or [part.get("items")])
    elif step in part.get("properties", {}):
        yield part["properties"][step]


def _alternatives(part: JsonSchema, whole: JsonSchema) -> Iterator[JsonSchema]:
    if "$ref" in part:
        yield from _alternatives(whole["$defs"][part["$ref"].removeprefix("#/$defs/")], whole)
    elif "anyOf" in part:
        for each in part["anyOf"]:
            yield from _alternatives(each, whole)
    elif part.get("type") != "null":
        yield part


@cache
def _schema_of(form: type[BaseModel]) -> JsonSchema:
    return form.model_json_schema()
