"""Says in words what a value must be, from the JSON Schema of the model that refused it."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches
from functools import cache
from typing import Any

from pydantic import BaseModel

from mock_isales.contract.characters import DIALLABLE, DIGITS
from mock_isales.contract.readings import Readings
from mock_isales.engine.seeds import ACCESS_KEY_NAME

JsonSchema = dict[str, Any]

_CHARACTERS = {alphabet.pattern(Readings()): alphabet.sentence.english for alphabet in (DIGITS, DIALLABLE)} | {
    ACCESS_KEY_NAME: "printable ASCII without spaces and slashes"
}
_KINDS = {
    "object": "a mapping (key: value)",
    "array": "a list",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "string": "a String",
}


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that was most likely meant; None if none is like it."""
    by_form = {_form(each): each for each in known}
    close = get_close_matches(_form(word), by_form, n=1, cutoff=0.6)
    return by_form[close[0]] if close else None


def suggestion(word: str, known: Sequence[str]) -> str:
    """The hint for a word that is not known."""
    close = nearest(word, known)
    return f"did you mean {close}?" if close else f"known are {', '.join(known)}"


def schema_at(model: type[BaseModel], loc: Sequence[str | int]) -> JsonSchema:
    """The schema of a part of a model.

    Args:
        model: The model.
        loc: The way to the part, as a validation error tells it.
    """
    whole = _schema_of(model)
    schema = whole
    for part in loc:
        schema = _resolved(schema["properties"][part] if isinstance(part, str) else schema["items"], whole)
    return schema


def keys_of(schema: JsonSchema) -> list[str]:
    """The keys of a mapping."""
    return list(schema["properties"])


def choices_of(schema: JsonSchema) -> list[str]:
    """The words that a value is one of; none where it may be any."""
    return list(schema.get("enum", []))


def expectation(schema: JsonSchema) -> str:
    """What a value must be, to be read after "must be"."""
    choices = choices_of(schema)
    if choices:
        return " or ".join(choices) if len(choices) == 2 else f"one of {', '.join(choices)}"  # noqa: PLR2004
    return " ".join(part for part in (_KINDS[schema["type"]], _range(schema), _items(schema), _length(schema)) if part)


@cache
def _schema_of(model: type[BaseModel]) -> JsonSchema:
    return model.model_json_schema()


def _range(schema: JsonSchema) -> str:
    low, high = schema.get("minimum"), schema.get("maximum")
    if high is not None:
        return f"from {low} to {high}"
    return "" if low is None else f"of at least {low}"


def _items(schema: JsonSchema) -> str:
    return f"of at least {schema['minItems']}" if "minItems" in schema else ""


def _length(schema: JsonSchema) -> str:
    if "maxLength" not in schema:
        return ""
    length = f"of {schema['minLength']} to {schema['maxLength']} characters"
    return f"{length}, {_CHARACTERS[schema['pattern']]}" if "pattern" in schema else length


def _resolved(schema: JsonSchema, whole: JsonSchema) -> JsonSchema:
    """A part itself, where the schema only refers to it, or lets it be null when it is left out."""
    if "anyOf" in schema:
        schema = next(each for each in schema["anyOf"] if each.get("type") != "null")
    reference = schema.get("$ref")
    return whole["$defs"][reference.removeprefix("#/$defs/")] if reference else schema


def _form(word: str) -> str:
    """A word without what people mistake: case, and `-` for `_`."""
    return word.lower().replace("-", "_")
