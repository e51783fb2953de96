"""Reads YAML, without what a seed has no use for: anchors, tags, several documents."""

import re
from typing import Any

import yaml

from mock_isales.engine.seed_files.nodes import Builder
from mock_isales.engine.seed_files.problems import Malformed
from mock_isales.engine.seed_files.scalars import plain_value

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def read_yaml(text: str, builder: Builder) -> None:
    """Tell the pieces of a YAML text to a builder.

    Raises:
        Malformed: The text is not YAML, or uses what is not read here.
    """
    _refuse_unprintable(text)
    reader = _YamlReader(builder)
    try:
        for event in yaml.parse(text, Loader=_LOADER):
            reader.take(event)
    except yaml.MarkedYAMLError as error:
        raise _syntax(error) from None


class _YamlReader:
    """Passes on the events of a YAML parser."""

    def __init__(self, builder: Builder) -> None:
        self._builder = builder
        self._documents = 0

    def take(self, event: yaml.Event) -> None:
        """Pass on one event."""
        mark: Any = event.start_mark  # a parser's events all have one
        line = mark.line + 1
        match event:
            case yaml.AliasEvent():
                raise Malformed(line, *_ALIAS)
            case yaml.NodeEvent() if getattr(event, "tag", None):
                raise Malformed(line, "tags (words that begin with !) are not read here", 'write a String in "quotes"')
            case yaml.ScalarEvent():
                quoted = bool(event.style)
                value = event.value if quoted else plain_value(event.value)
                self._builder.scalar(line, event.value, value, quoted=quoted)
            case yaml.MappingStartEvent():
                self._builder.begin_mapping(line)
            case yaml.SequenceStartEvent():
                self._builder.begin_sequence(line)
            case yaml.CollectionEndEvent():
                self._builder.end()
            case yaml.DocumentStartEvent():
                self._begin_document(line)

    def _begin_document(self, line: int) -> None:
        self._documents += 1
        if self._documents > 1:
            raise Malformed(line, "a second document begins here", "a seed is one document")


_ALIAS = (
    "aliases (words that begin with *) and merge keys are not read here",
    'write the value out; a String that begins with * goes in "quotes"',
)


def _refuse_unprintable(text: str) -> None:
    found = _UNPRINTABLE.search(text)
    if found:
        line, column = _position(text, found.start())
        raise Malformed(line, f"the character U+{ord(found[0]):04X} is not allowed in YAML", column=column)


def _position(text: str, index: int) -> tuple[int, int]:
    """The line and column of a character, both counted from 1."""
    return text.count("\n", 0, index) + 1, index - text.rfind("\n", 0, index)


def _syntax(error: yaml.MarkedYAMLError) -> Malformed:
    mark: Any = error.problem_mark  # a parser's errors all have one
    what = ", ".join(part for part in (error.context, error.problem) if part)
    hint = _HINTS.get(error.context or "", "")
    return Malformed(mark.line + 1, f"not YAML: {what}", hint, column=mark.column + 1)


_HINTS = {
    "while scanning an alias": 'a String that begins with * goes in "quotes"',
    "while scanning for the next token": "tabs do not indent in YAML, and @, ` and % begin no word without quotes",
}
