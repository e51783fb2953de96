"""Values as JSON writes them."""

import json
from collections.abc import Iterator

from mock_isales.contract.json_text import JsonNumber, JsonValue


def written(value: JsonValue) -> str:
    """A value as compact JSON, its numbers as they were written."""
    return "".join(_pieces(value))


def _pieces(value: JsonValue) -> Iterator[str]:
    if isinstance(value, JsonNumber):
        yield str(value)
    elif isinstance(value, dict):
        yield "{"
        for index, (key, each) in enumerate(value.items()):
            yield f"{',' if index else ''}{json.dumps(key, ensure_ascii=False)}:"
            yield from _pieces(each)
        yield "}"
    elif isinstance(value, list):
        yield "["
        for index, each in enumerate(value):
            yield "," if index else ""
            yield from _pieces(each)
        yield "]"
    else:
        yield json.dumps(value, ensure_ascii=False)
