"""HAR files that are plainly good, read in slices: nobody waits for one with 14,000 calls."""

from collections.abc import Iterable

from pydantic import ConfigDict, TypeAdapter

from mock_isales.control.forms.hars import HarEntry
from mock_isales.control.json_pieces import JsonPieces
from mock_isales.control.long_json import LongJson
from mock_isales.engine.slices import Slices

_ENTRIES = TypeAdapter(list[list[HarEntry]], config=ConfigDict(defer_build=True))


def plain_har(pieces: Iterable[bytes]) -> Slices[tuple[bytes, list[HarEntry]]]:
    """Read the entries of a HAR file that is plainly good.

    Args:
        pieces: The JSON of a `Har`, cut anywhere.

    Returns:
        The JSON of the file without entries, which is still to be judged, and its entries.

    Raises:
        NotPlain: It may be good all the same.
    """
    reader = _Reader(JsonPieces(pieces))
    yield from reader.whole({"log": reader.log})
    return "".join(reader.rest).encode(), reader.entries


class _Reader(LongJson):
    """Reads a HAR file.

    Attributes:
        entries: The calls in it.
    """

    def __init__(self, text: JsonPieces) -> None:
        super().__init__(text)
        self.entries: list[HarEntry] = []

    def log(self) -> Slices[None]:
        yield from self.object_of({"entries": self._entries})

    def _entries(self) -> Slices[None]:
        yield from self.long_list(_ENTRIES, self.entries.extend)
