"""Reads JSON, by RFC 8259."""

import json
import re

from mock_isales.engine.seed_files.nodes import Builder
from mock_isales.engine.seed_files.problems import Malformed
from mock_isales.engine.seed_files.scalars import number

_TOKEN = re.compile(r'[{}\[\]]|"(?:[^"\\]|\\.)*"|[^\s{}\[\],:"]+')
_WORDS = {"true": True, "false": False, "null": None}
_NOTATION = "a file that begins with { is read as JSON"


def read_json(text: str, builder: Builder) -> None:
    """Tell the pieces of a JSON text to a builder.

    Raises:
        Malformed: The text is not JSON.
    """
    _refuse_other_than_json(text)
    line, told = 1, 0
    for token in _TOKEN.finditer(text):
        line += text.count("\n", told, token.start())
        told = token.start()
        _take(token[0], line, builder)


def _refuse_other_than_json(text: str) -> None:
    try:
        json.loads(text, parse_int=str)
    except json.JSONDecodeError as error:
        raise Malformed(error.lineno, f"not JSON: {error.msg}", _NOTATION, column=error.colno) from None
    except RecursionError:
        raise Malformed(0, "nested too deep") from None


def _take(token: str, line: int, builder: Builder) -> None:
    match token[0]:
        case "{":
            builder.begin_mapping(line)
        case "[":
            builder.begin_sequence(line)
        case "}" | "]":
            builder.end()
        case '"':
            text = json.loads(token)
            builder.scalar(line, text, text, quoted=True)
        case _:
            builder.scalar(line, token, _word(token, line), quoted=False)


def _word(token: str, line: int) -> object:
    if token in {"NaN", "Infinity", "-Infinity"}:
        raise Malformed(line, f"not JSON: {token} is not a value", _NOTATION)
    return _WORDS[token] if token in _WORDS else number(token)
