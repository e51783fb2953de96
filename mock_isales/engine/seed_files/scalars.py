"""What an unquoted word stands for."""

import re
from typing import Any

import yaml
from yaml.resolver import Resolver

from mock_isales.engine.seed_files.nodes import Unclear

_MOST_DIGITS = 1000
_WHOLE = re.compile(rf"[-+]?(0|[1-9][0-9]{{0,{_MOST_DIGITS}}})")
_DECIMAL = re.compile(r"[-+]?(0|[1-9][0-9]*)(\.[0-9]*)?([eE][-+]?[0-9]+)?")
_WORDS: dict[str, bool | None] = {
    **dict.fromkeys(["", "~", "null"]),
    **dict.fromkeys(["true", "yes", "on"], True),
    **dict.fromkeys(["false", "no", "off"], False),
}
_STRING_TAG = "tag:yaml.org,2002:str"
_RESOLVER: Any = Resolver()


def number(text: str) -> int | float | None:
    """The number that a word is in YAML 1.1, YAML 1.2 and JSON alike; None if it is none, or endless."""
    if _WHOLE.fullmatch(text):
        return int(text)
    if _DECIMAL.fullmatch(text):
        return float(text)
    return None


def plain_value(text: str) -> object:
    """The value of an unquoted word in YAML.

    A word is a String only if every version of YAML says so, and a number only if all agree on which: what is left
    (`0123`, `2024-01-01`, `1:30`, `1_000`) is `Unclear`.
    """
    value = number(text)
    if value is not None:
        return value
    tag = _RESOLVER.resolve(yaml.ScalarNode, text, (True, False))
    if tag == _STRING_TAG:
        return text
    return _WORDS.get(text.lower(), Unclear(text))
