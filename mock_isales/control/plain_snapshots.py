"""Snapshots that are plainly good, read in slices: nobody waits for one with 200,000 records."""

from collections.abc import Callable, Iterable, Mapping
from typing import TypeVar

from pydantic import ConfigDict, TypeAdapter

from mock_isales.control.json_pieces import JsonPieces, NotPlain
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.engine.slices import Slices
from mock_isales.engine.views.long_lists import LongLists
from mock_isales.engine.views.records import RecordView

T = TypeVar("T")

_MOST = 20
_LONGEST = 64 * 1024
"""So many records or calls, or so many characters of them, are read in one slice, which takes a millisecond. The views
of 20 are gone before the garbage collector would look at them; those of 100 make it look through the whole process."""

_LATER = ConfigDict(defer_build=True)
_RECORDS = TypeAdapter(list[list[RecordView]], config=_LATER)
_ENTRIES = TypeAdapter(list[list[JournalEntry]], config=_LATER)
"""Calls as deep in lists as they are in a snapshot: how deep their values may be nested is counted from outside."""


def plain_snapshot(pieces: Iterable[bytes]) -> Slices[tuple[bytes, LongLists]]:
    """Read the long lists of a snapshot that is plainly good.

    Args:
        pieces: The JSON of a `Snapshot`, cut anywhere.

    Returns:
        The JSON of the snapshot with those lists empty, which is still to be judged, and what stood in them.

    Raises:
        NotPlain: It may be good all the same.
    """
    reader = _Reader(JsonPieces(pieces))
    yield from reader.snapshot()
    return "".join(reader.rest).encode(), reader.lists


class _Reader:
    """Reads a snapshot.

    Attributes:
        rest: What it has read, without the content of the long lists.
        lists: That content.
    """

    def __init__(self, text: JsonPieces) -> None:
        self._text = text
        self.rest: list[str] = []
        self.lists = LongLists()

    def snapshot(self) -> Slices[None]:
        yield from self._object({"vdns": self._vdns, "journal": self._journal})
        if not self._text.is_at_end():
            raise NotPlain

    def _vdns(self) -> Slices[None]:
        yield from self._list(self._vdn)

    def _vdn(self) -> Slices[None]:
        yield from self._object({"campaigns": self._campaigns})

    def _campaigns(self) -> Slices[None]:
        yield from self._list(self._campaign)

    def _campaign(self) -> Slices[None]:
        self.lists.add_campaign()
        yield from self._object({"records": self._records})

    def _records(self) -> Slices[None]:
        yield from self._long(_RECORDS, self.lists.add_records)

    def _journal(self) -> Slices[None]:
        yield from self._long(_ENTRIES, self.lists.add_entries)

    def _value(self) -> Slices[None]:
        """Read any value."""
        self.rest.append(self._text.value()[1])
        yield from ()

    def _object(self, known: Mapping[str, Callable[[], Slices[None]]]) -> Slices[None]:
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

    def _list(self, element: Callable[[], Slices[None]]) -> Slices[None]:
        """Read a list, each of its elements in one way."""
        self._expect("[")
        if self._take("]"):
            return
        yield from element()
        while self._take(","):
            yield
            yield from element()
        self._expect("]")

    def _long(self, form: TypeAdapter[list[list[T]]], keep: Callable[[list[T]], None]) -> Slices[None]:
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

    def _take(self, sign: str) -> bool:
        """Read a sign if it comes next; whether it does."""
        does = self._text.take(sign)
        if does:
            self.rest.append(sign)
        return does

    def _expect(self, sign: str) -> None:
        if not self._take(sign):
            raise NotPlain
