"""Fields that no document has."""

import re
from collections.abc import Iterator

from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.journal.departures import UnknownField, unknown_fields
from mock_isales.engine.printable import printable
from mock_isales.engine.report.calls import Call
from mock_isales.engine.report.detectors import Detector, Kind, Offence
from mock_isales.engine.seed_files.wording import nearest

_MOST_NAMES = 100
"""For how many fields the documented name is looked for that was most likely meant: it takes its time."""

_LONGEST_PLACE = 200

_INDEX = re.compile(r"\[\d+\]")
_ASKED = Text("The document has no such field: it is ignored.", "文档中没有该字段，会被忽略。")


class UnknownFields(Detector):
    """Looks for the departure `unknown_field` of the journal: a name is one finding, wherever in a list it stands.

    A name that is like a documented one is a slip, and its value lost; any other may well be meant for somebody else.
    """

    def __init__(self, terms: Terms) -> None:
        super().__init__(terms)
        self._meant: dict[tuple[str, str], str | None] = {}

    def see(self, call: Call) -> Iterator[Offence]:
        """The unknown fields of a call, each once."""
        if call.interface is None:
            return
        operation = call.interface.operation
        fields = {
            (_INDEX.sub("[]", each.prefix), each.name): each for each in unknown_fields(call.interface, call.content)
        }
        for (prefix, _), field in fields.items():
            place = printable(f"{prefix}{field.shown}", _LONGEST_PLACE)
            meant = self._nearest(operation, prefix, field)
            yield Offence(place, _what(operation, place, meant), (call.id,), (), _ASKED, None if meant else "note")

    def _nearest(self, operation: str, prefix: str, field: UnknownField) -> str | None:
        key = (f"{operation} {prefix}", field.shown)
        if key not in self._meant and len(self._meant) < _MOST_NAMES:
            self._meant[key] = nearest(field.shown, field.known)
        return self._meant.get(key)


def _what(operation: str, place: str, meant: str | None) -> Text:
    english = f"of {operation} had the unknown field {place}"
    chinese = f"{operation}调用含有未知字段{place}"
    if meant is None:
        return Text(f"{english}.", f"{chinese}。")
    return Text(f"{english}: did you mean {meant}?", f"{chinese}，是否应为{meant}？")


KIND = Kind(
    "unknown_field",
    "warning",
    Text("Fields that the document does not have.", "文档中没有的字段。"),
    Text(
        "Spell fields as the document does, letter case too; what it does not know is lost.",
        "字段名须与文档完全一致（区分大小写），未知字段的值会丢失。",
    ),
    UnknownFields,
)
