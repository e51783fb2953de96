"""Calls whose Content-Type has no charset."""

from collections.abc import Iterator

from mock_isales.contract.text import Text
from mock_isales.engine.journal.departures import charset_missing
from mock_isales.engine.report.calls import Call
from mock_isales.engine.report.detectors import Detector, Kind, Offence


class Charsets(Detector):
    """Looks for the departure `missing_charset` of the journal, whatever the call was answered."""

    def see(self, call: Call) -> Iterator[Offence]:
        """A call that departs so."""
        if call.interface is not None and charset_missing(call.head):
            operation = call.interface.operation
            what = Text(
                f"of {operation} had a Content-Type without its charset.", f"{operation}调用的Content-Type缺少charset。"
            )
            yield Offence("Content-Type", what, (call.id,), (call.interface.wire.content_type.id,))


KIND = Kind(
    "missing_charset",
    "warning",
    Text("A Content-Type without its charset.", "Content-Type缺少charset。"),
    Text(
        "Send Content-Type: application/json; charset=UTF-8. Most HTTP libraries leave the charset out.",
        "发送Content-Type: application/json; charset=UTF-8。多数HTTP库默认不带charset。",
    ),
    Charsets,
)
