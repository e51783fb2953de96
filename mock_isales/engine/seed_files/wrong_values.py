"""Says what is wrong with a value, and what to write instead."""

import json
import re
from collections.abc import Container

from mock_isales.engine.seed_files.nodes import Mapping, Node, Scalar, Sequence, Unclear
from mock_isales.engine.seed_files.problems import Problem
from mock_isales.engine.seed_files.scalars import plain_value
from mock_isales.engine.seed_files.wording import JsonSchema, choices_of, expectation, nearest

_LONGEST_QUOTE = 60
_PARTS = re.compile(r"[^.\[\]]+")
_MEANT: dict[str, tuple[type, ...]] = {"boolean": (bool,), "integer": (int,), "number": (int, float)}


def wrong_value(node: Node, schema: JsonSchema, *, line: int) -> Problem:
    """The problem of a value that a schema refuses.

    Args:
        node: The value.
        schema: What it must be.
        line: Where its key or, in a list, the value itself stands.
    """
    must = f"must be {expectation(schema)}"
    if is_secret(_PARTS.findall(node.place)):
        return Problem(line, node.place, must, _secret_hint(node, schema))
    hint = _hint(node, schema) if isinstance(node, Scalar) else ""
    return Problem(line, node.place, f"{must}, {_but(node)}", hint)


def is_secret(way: Container[str | int]) -> bool:
    """Whether a secret may stand at a place, which is then not quoted: an SK, or whatever was written for a key.

    Args:
        way: The keys that lead there.
    """
    return "sk" in way or ("access_keys" in way and "vdns" not in way)


def _secret_hint(node: Node, schema: JsonSchema) -> str:
    unquoted = isinstance(node, Scalar) and not isinstance(node.value, str)
    return "write it in quotes" if unquoted and schema["type"] == "string" else ""


def _but(node: Node) -> str:
    match node:
        case Mapping():
            return "not a mapping"
        case Sequence():
            return "not a list"
        case Scalar(text="", quoted=False):
            return "but has no value"
    return f"not {_in_quotes(node.text) if node.quoted else _shortened(node.text)}"


def _hint(node: Scalar, schema: JsonSchema) -> str:
    if node.text == "" and not node.quoted:
        return "a word that begins with # needs quotes" if node.place.endswith("]") else "leave it out, or give it one"
    choices = choices_of(schema)
    if choices:
        close = nearest(node.text, choices)
        return f"did you mean {close}?" if close else ""
    if schema["type"] == "string":
        return "" if isinstance(node.value, str) else f"write it in quotes: {_in_quotes(node.text)}"
    return _number_hint(node, _MEANT.get(schema["type"], ()))


def _number_hint(node: Scalar, meant: tuple[type, ...]) -> str:
    if int in meant and isinstance(node.value, Unclear):
        return "write a number in decimal digits, without zeros before it"
    if node.quoted and type(plain_value(node.text)) in meant:
        return f"write it without quotes: {node.text}"
    return ""


def _shortened(text: str) -> str:
    return text if len(text) <= _LONGEST_QUOTE else f"{text[:_LONGEST_QUOTE]}…"


def _in_quotes(text: str) -> str:
    return json.dumps(_shortened(text), ensure_ascii=False)
