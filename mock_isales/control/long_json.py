"""JSON with long lists in it that is plainly good, read in slices."""

from collections.abc import Callable, Mapping
from typing import TypeVar

from pydantic import TypeAdapter

from mock_isales.control.json_pieces import JsonPieces, NotPlain
from mock_isales.engine.slices import Slices

T = TypeVar("T")

_MOST = 20
_LONGEST = 64 * 1024
"""So many elements of a long list, or so many characters of them, are read in one slice, which takes a millisecond. The
views of 20 are gone before the garbage collector would look at them; those of 100 make it look through the whole
process."""


class LongJson:
    """Reads such JSON. What is not plainly good raises `NotPlain`; it may be good all the same.

    Args:
        text: The JSON.

    Attributes:
        rest: What has been read, without the content of the long lists.
    """

    def __init__(self, text: JsonPieces) -> None:
        self._text = text
        self.rest: list[str] = []

    def whole(self, known: Mapping[str, Callable[[], Slices[None]]]) -> Slices[None]:
        """Read an object, behind which nothing more comes."""
        yield from self.object_of(known)
        if not self._text.is_at_end():
            raise NotPlain

    def object_of(self, known: Mapping[str, Callable[[], Slices[None]]]) -> Slices[None]:
        """Read an object, of which what has a known key is read in its own way."""
        self._expect("{")
        if self._take("}"):
            return
        while True:
            key, text = self._text.value()
            self.rest.append(text)
            self._expect(":")
            yield from known.get(str(key), self._value)()
            if not self._take(","):
                break
        self._expect("}")

    def list_of(self, element: Callable[[], Slices[None]]) -> Slices[None]:
        """Read a list, each of its elements in one way."""
        self._expect("[")
        if self._take("]"):
            return
        yield from element()
        while self._take(","):
            yield
            yield from element()
        self._expect("]")

    def long_list(self, form: TypeAdapter[list[list[T]]], keep: Callable[[list[T]], None]) -> Slices[None]:
        """Read a long list, of which the rest has none."""
        self._expect("[")
        if self._take("]"):
            return
        goes_on = True
        while goes_on:
            texts: list[str] = []
            length = 0
            while goes_on and len(texts) < _MOST and length < _LONGEST:
                texts.append(self._text.value()[1])
                length += len(texts[-1])
                goes_on = self._text.take(",")
            try:
                keep(form.validate_json(f"[[{','.join(texts)}]]")[0])
            except ValueError:
                raise NotPlain from None
            yield
        self._expect("]")

    def _value(self) -> Slices[None]:
        """Read any value."""
        self.rest.append(self._text.value()[1])
        yield from ()

    def _take(self, sign: str) -> bool:
        """Read a sign if it comes next; whether it does."""
        does = self._text.take(sign)
        if does:
            self.rest.append(sign)
        return does

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise NotPlain
