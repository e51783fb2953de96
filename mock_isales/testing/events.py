"""Server-sent events: the calls of a journal as they come."""

from collections.abc import Callable, Iterator

from mock_isales.control.forms.journal import Missed
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.testing.errors import CallsMissed

OnMissed = Callable[[int], object]
"""Is told how many calls were missed."""

_END = b"\n\n"


class CallReader:
    """Reads the stream of a journal.

    Args:
        on_missed: Is told of calls that were dropped before they could be told; without it, `CallsMissed` is raised.
    """

    def __init__(self, on_missed: OnMissed | None = None) -> None:
        self._on_missed = on_missed
        self._rest = b""

    def feed(self, chunk: bytes) -> Iterator[JournalEntry]:
        """The calls that a further part of the stream completes.

        Raises:
            CallsMissed: Some were dropped, and nobody is there to be told.
        """
        *events, self._rest = (self._rest + chunk).split(_END)
        for event in events:
            yield from self._call(event)

    def _call(self, event: bytes) -> Iterator[JournalEntry]:
        kind, data = _parts(event)
        if kind == b"call":
            yield JournalEntry.model_validate_json(data)
        elif kind == b"dropped":
            self._miss(Missed.model_validate_json(data).count)

    def _miss(self, count: int) -> None:
        if self._on_missed is None:
            raise CallsMissed(count)
        self._on_missed(count)


def _parts(event: bytes) -> tuple[bytes, bytes]:
    """An event's kind and its data. Only a line feed ends a line: JSON may hold other breaks as they are."""
    kind, data = b"message", []
    for line in event.split(b"\n"):
        name, _, value = line.partition(b":")
        if name == b"event":
            kind = value.strip()
        elif name == b"data":
            data.append(value.removeprefix(b" "))
    return kind, b"\n".join(data)
