"""Looks for a text in the bodies of calls, and reads only those that may hold it."""

import re
from collections.abc import Callable, Iterator

from mock_isales.contract.json_text import JsonValue, NotJson, parse_bytes
from mock_isales.contract.outbound_fields import CALL_DATA_LIST, CALLED, CALLED_NO, SESSION_ID
from mock_isales.engine.journal.entries import Entry

Texts = Callable[[JsonValue], Iterator[JsonValue]]
"""Those values of a body among which a text is looked for."""

_HAS_SHORT_ESCAPE = re.compile(r'["\\/\x00-\x1f]')
"""Characters that JSON can write with a backslash in another way than `\\u`."""


def text_among(texts: Texts) -> Callable[[str], Callable[[Entry], bool]]:
    """Makes checks whether a text is among some values of an entry's body, where a number stands for its text."""

    def make(wanted: str) -> Callable[[Entry], bool]:
        raw = wanted.encode(errors="surrogatepass")  # a lone surrogate is in no body
        escape = b"\\" if _HAS_SHORT_ESCAPE.search(wanted) else b"\\u"

        def check(entry: Entry) -> bool:
            if raw not in entry.body and escape not in entry.body:
                return False
            try:
                return any(isinstance(each, str) and each == wanted for each in texts(parse_bytes(entry.body)))
            except NotJson:
                return False

        return check

    return make


def sessions_in(body: JsonValue) -> Iterator[JsonValue]:
    """The session of each record."""
    return (record.get(SESSION_ID.name) for record in _objects_in(body, CALL_DATA_LIST.name))


def called_numbers_in(body: JsonValue) -> Iterator[JsonValue]:
    """Each called number of each record."""
    for record in _objects_in(body, CALL_DATA_LIST.name):
        for called in _objects_in(record, CALLED.name):
            yield called.get(CALLED_NO.name)


def _objects_in(value: JsonValue, name: str) -> Iterator[dict[str, JsonValue]]:
    """The objects of a list that an object holds; none if anything is of another kind."""
    listed = value.get(name) if isinstance(value, dict) else None
    return (each for each in listed if isinstance(each, dict)) if isinstance(listed, list) else iter(())
