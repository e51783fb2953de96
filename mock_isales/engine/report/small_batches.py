"""Records that are added a few at a time."""

from collections.abc import Iterator

from mock_isales.contract.outbound_fields import CALL_DATA_LIST
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.clocks import US_PER_SECOND
from mock_isales.engine.report.calls import Address, Call
from mock_isales.engine.report.detectors import Detector, Kind, Offence

FEWEST_CALLS = 5
"""How many small calls must come in a row."""

NEAR = 5 * US_PER_SECOND
"""Microseconds between two of them at most: what comes later was perhaps not there before."""


class _Row:
    """Small calls in a row."""

    def __init__(self) -> None:
        self.ids: list[int] = []
        self.last_at = 0
        self.place = ""
        self.what = Text("", "")


class SmallBatches(Detector):
    """Looks for at least five accepted ON calls in a row to a campaign, each less than half full and near to the last.

    Refused calls and retries count for nothing: what they hold is sent again.
    """

    def __init__(self, terms: Terms) -> None:
        super().__init__(terms)
        self._rows: dict[Address, _Row] = {}

    def see(self, call: Call) -> Iterator[Offence]:
        """The row that ends with a call."""
        if not call.is_outbound or not call.is_accepted:
            return
        row = self._rows.setdefault(call.address, _Row())
        is_small = self._is_small(call)
        if not is_small or abs(call.at - row.last_at) > NEAR:
            yield from _offence(row)
            row.ids = []
        if is_small:
            row.ids.append(call.id)
            row.last_at, row.place, row.what = call.at, call.place, self._what(call)

    def rest(self) -> Iterator[Offence]:
        """The rows that no call has ended."""
        for row in self._rows.values():
            yield from _offence(row)

    def _is_small(self, call: Call) -> bool:
        count = call.record_count
        return count is not None and 2 * count < self.terms.service.calldata_max

    def _what(self, call: Call) -> Text:
        most = self.terms.service.calldata_max
        return Text(
            f"in a row to {call.campaign.english} added less than half of the {most} records that one may add.",
            f"对{call.campaign.chinese}的连续调用，每次添加的数据不足上限{most}条的一半。",
        )


def _offence(row: _Row) -> Iterator[Offence]:
    if len(row.ids) >= FEWEST_CALLS:
        yield Offence(row.place, row.what, tuple(row.ids), (CALL_DATA_LIST.count_clause.id,))


KIND = Kind(
    "small_batches",
    "warning",
    Text("Batches that are far from full.", "每批数据过少。"),
    Text(
        "Gather records, and add as many in a call as are there: the pace allows few calls.",
        "汇集数据，每次调用尽量添加足够多的数据，因为调用间隔有限制。",
    ),
    SmallBatches,
)
