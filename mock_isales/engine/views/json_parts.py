"""JSON that is written part by part, so that long lists need never be there as a whole."""

from collections.abc import Iterator
from typing import Any

from pydantic_core import to_json


def json_parts(value: Any) -> Iterator[bytes]:  # noqa: ANN401 - any JSON, with iterators in it
    """The JSON of a value, in parts. An iterator stands for a list: each of its entries is one part."""
    if isinstance(value, dict):
        yield b"{"
        for index, (key, each) in enumerate(value.items()):
            yield (b"," if index else b"") + to_json(key) + b":"
            yield from json_parts(each)
        yield b"}"
    elif isinstance(value, list):
        yield b"["
        for index, each in enumerate(value):
            yield b"," if index else b""
            yield from json_parts(each)
        yield b"]"
    elif isinstance(value, Iterator):
        yield b"["
        for index, each in enumerate(value):
            yield (b"," if index else b"") + to_json(each)
        yield b"]"
    else:
        yield to_json(value)
