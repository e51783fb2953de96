"""Calls with more records, or more calling numbers, than one may have."""

from collections.abc import Iterator

from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.text import Text
from mock_isales.engine.report.calls import Call
from mock_isales.engine.report.detectors import Detector, Kind, Offence

_COUNT_CLAUSES = {interface.entries.count_clause.id for interface in INTERFACES}


class LargeBatches(Detector):
    """Looks for calls that were refused for how much they hold; what a fault says of that tells nothing of a call."""

    def see(self, call: Call) -> Iterator[Offence]:
        """A call that was refused so."""
        if call.clause in _COUNT_CLAUSES:
            what = Text(
                f"to {call.campaign.english} had more entries than a call may have, and nothing of them was added.",
                f"对{call.campaign.chinese}的调用，数据条数超过每次的上限，全部未添加。",
            )
            yield Offence(call.place, what, (call.id,), (call.clause,))


KIND = Kind(
    "too_many_in_a_call",
    "error",
    Text("Batches that are too large.", "每批数据过多。"),
    Text("Split before the call is full, not after.", "在达到上限之前拆分数据。"),
    LargeBatches,
)
