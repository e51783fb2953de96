"""JSON that is read value by value, and taken up piece by piece: the whole of it is never there as one text."""

import json
import re
from codecs import getincrementaldecoder
from collections.abc import Iterable, Iterator
from typing import Any, NoReturn

_AT_ONCE = 64 * 1024
"""So many bytes, and characters, are taken up at once; of a value that is longer, as many again as are there."""

_UNENDED = "Unterminated string"
"""What the decoder says of a string that has no end, at its beginning."""
_LONGEST_WORD = 16
"""Longer than any word or escape that the text may end within."""

_SIGN = re.compile(r"[^ \t\n\r]")


class NotPlain(ValueError):  # noqa: N818 - it reads as what it says
    """The JSON is not plainly good. It may be good all the same."""


class JsonPieces:
    """Some JSON, read from its beginning to its end.

    Args:
        pieces: Its bytes, cut anywhere.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._decoder = json.JSONDecoder(
            object_pairs_hook=_unless_repeated, parse_int=str, parse_float=str, parse_constant=_refuse
        )
        self._ahead = _texts(pieces)
        self._text = ""
        self._at = 0

    def value(self) -> tuple[Any, str]:
        """Read a value within a list or an object: what it is, its numbers as texts, and how it is written.

        Raises:
            NotPlain: There is none, or a key stands twice in it.
        """
        self._next()
        while (decoded := self._decoded()) is None:
            if not self._take_up():
                raise NotPlain
        begin, (value, self._at) = self._at, decoded
        return value, self._text[begin : self._at]

    def take(self, sign: str) -> bool:
        """Read a sign if it comes next; whether it does."""
        does = self._next() == sign
        self._at += does
        return does

    def is_at_end(self) -> bool:
        """Whether nothing more comes."""
        return not self._next()

    def _next(self) -> str:
        """Skip white space; the sign that comes next, none at the end."""
        while (found := _SIGN.search(self._text, self._at)) is None:
            if not self._take_up():
                return ""
        self._at = found.start()
        return found[0]

    def _decoded(self) -> tuple[Any, int] | None:
        """The value that comes next, and its end; None if the text ends within it or with it: a number may go on."""
        try:
            value, end = self._decoder.raw_decode(self._text, self._at)
        except json.JSONDecodeError as error:
            if not error.msg.startswith(_UNENDED) and error.pos < len(self._text) - _LONGEST_WORD:
                raise NotPlain from None  # what is wrong is not that the text ends
            return None
        except RecursionError:
            raise NotPlain from None
        return (value, end) if end < len(self._text) else None

    def _take_up(self) -> bool:
        """Take up more of the text; whether there was more."""
        parts = [self._text[self._at :]]
        room = max(_AT_ONCE, len(parts[0]))
        while room > 0 and (part := next(self._ahead, None)) is not None:
            parts.append(part)
            room -= len(part)
        self._text, self._at = "".join(parts), 0
        return len(parts) > 1


def _texts(pieces: Iterable[bytes]) -> Iterator[str]:
    """The text of some bytes, in small parts."""
    decoder = getincrementaldecoder("utf-8")()
    try:
        for piece in pieces:
            for first in range(0, len(piece), _AT_ONCE):
                yield decoder.decode(piece[first : first + _AT_ONCE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        raise NotPlain from None


def _unless_repeated(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    known = dict(pairs)
    if len(known) < len(pairs):
        raise NotPlain
    return known


def _refuse(_: str) -> NoReturn:
    raise NotPlain
