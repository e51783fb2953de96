"""Says what is wrong with what was sent, where, and what was most likely meant."""

import json
from collections.abc import Iterable
from typing import get_args

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails
from pydantic_core.core_schema import ErrorType

from mock_isales.contract.json_text import JsonNumber
from mock_isales.control.forms.problems import BadPlace
from mock_isales.control.schemas import choices_at, expectation_at, keys_at
from mock_isales.control.strict_json import JsonTree, Way, at, place_of
from mock_isales.engine.seed_files.wording import nearest, suggestion
from mock_isales.engine.seed_files.wrong_values import is_secret

_LONGEST_QUOTE = 60
_KNOWN_TYPES = frozenset(get_args(ErrorType))
_OF_THE_SCHEMA = frozenset(
    {
        "bool_type",
        "enum",
        "float_parsing",
        "float_type",
        "greater_than_equal",
        "int_parsing",
        "int_parsing_size",
        "int_type",
        "less_than_equal",
        "list_type",
        "literal_error",
        "model_type",
        "string_pattern_mismatch",
        "string_too_long",
        "string_too_short",
        "string_type",
        "too_long",
        "too_short",
    }
)
"""Errors that mean that a value is not what the schema says."""


def bad_places(error: ValidationError, form: type[BaseModel], sent: JsonTree) -> list[BadPlace]:
    """All that is wrong, a place told once.

    Args:
        error: What was found.
        form: What should have been sent.
        sent: What was.
    """
    found: dict[str, BadPlace] = {}
    for each in error.errors(include_url=False):
        bad = _bad_place(each, form, sent)
        found.setdefault(bad.place, bad)
    return list(found.values())


def _bad_place(error: ErrorDetails, form: type[BaseModel], sent: JsonTree) -> BadPlace:
    kind = error["type"]
    custom = kind not in _KNOWN_TYPES
    way = _way(error["loc"], sent, with_missing=custom or kind == "missing")
    if kind == "repeated":
        way = _way_to_repeated(way, at(sent, way), **error["ctx"])
    place = place_of(way)
    if custom:
        return BadPlace(place=place, reason=error["msg"])
    if kind == "missing":
        expected = expectation_at(form, way)
        return BadPlace(place=place, reason="is missing", hint=expected and f"it must be {expected}")
    if kind == "extra_forbidden":
        return BadPlace(place=place, reason="unknown key", hint=_other_key(str(way[-1]), keys_at(form, way[:-1])))
    return _wrong_value(error, form, way, at(sent, way))


def _wrong_value(error: ErrorDetails, form: type[BaseModel], way: Way, value: JsonTree) -> BadPlace:
    kind = error["type"]
    of_the_schema = kind in _OF_THE_SCHEMA or kind.startswith(("datetime_", "timezone_"))
    expected = expectation_at(form, way) if of_the_schema else None
    message = error["msg"].removeprefix("Input should be ").removeprefix("Input should ")
    must = f"must be {expected}" if expected else message[:1].lower() + message[1:]
    if not expected and message != error["msg"]:
        must = f"must be {must}" if error["msg"].startswith("Input should be ") else f"must {must}"
    if is_secret(way):
        return BadPlace(place=place_of(way), reason=must)
    return BadPlace(
        place=place_of(way), reason=f"{must}, not {shown(value)}", hint=_meant(value, choices_at(form, way))
    )


def _way_to_repeated(way: Way, value: JsonTree, index: int, key: str | None, **_: object) -> Way:
    """The way to what stands in a list a second time; a form that looks over all of its lists does not say which."""
    end: Way = (index, key) if key else (index,)
    if isinstance(value, list):
        return (*way, *end)
    lists = [name for name, each in value.items() if isinstance(each, list) and _repeats(each, index, key)]
    return (*way, *lists[:1], *end)


def _repeats(items: list[JsonTree], index: int, key: str | None) -> bool:
    found = [each.get(key) if key and isinstance(each, dict) else each for each in items]
    return index < len(found) and found[index] in found[:index]


def _way(loc: Way, sent: JsonTree, *, with_missing: bool) -> Way:
    """The way to what an error is about, without what the validator adds to it, such as which alternative it tried."""
    way: list[str | int] = []
    for part in loc:
        if _has(sent, part):
            way.append(part)
            sent = sent[part]
        elif with_missing and isinstance(sent, dict) and isinstance(part, str) and part == loc[-1]:
            way.append(part)
    return tuple(way)


def _has(sent: JsonTree, part: str | int) -> bool:
    if isinstance(part, int):
        return isinstance(sent, list) and part < len(sent)
    return isinstance(sent, dict) and part in sent


def _other_key(key: str, known: list[str]) -> str:
    return suggestion(key[:_LONGEST_QUOTE], known) if known else "nothing may stand here"


def _meant(value: JsonTree, choices: Iterable[str]) -> str | None:
    close = nearest(value[:_LONGEST_QUOTE], choices) if isinstance(value, str) else None
    return f"did you mean {close}?" if close else None


def shown(value: JsonTree) -> str:
    """A value as it was sent, shortened."""
    if isinstance(value, dict):
        return "an object"
    if isinstance(value, list):
        return f"a list of {len(value)}"
    if isinstance(value, JsonNumber):
        return _shortened(str(value))
    if isinstance(value, str):
        return json.dumps(_shortened(value), ensure_ascii=False)
    return json.dumps(value)


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"
