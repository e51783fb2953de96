"""Calls that the pace refused, made again at once."""

from collections.abc import Iterator

from mock_isales.contract.codes import ResultCode
from mock_isales.contract.outbound_clauses import ON_PACE
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.report.calls import Address, Call
from mock_isales.engine.report.detectors import Detector, Kind, Offence


class PaceRetries(Detector):
    """Looks for the same body, sent to the same campaign within a pace of being told 0200022.

    A retry that the pace then lets pass was early by luck or by a better clock, and is none; but where a fault said
    0200022, the pace had nothing to say to the retry, so that its time alone counts.
    """

    def __init__(self, terms: Terms) -> None:
        super().__init__(terms)
        self._refused: dict[tuple[Address, bytes], tuple[int, bool]] = {}  # when, and whether by a fault

    def see(self, call: Call) -> Iterator[Offence]:
        """An ON call that is such a retry."""
        if not call.is_outbound:
            return
        sent = (call.address, call.body)
        is_too_fast = call.code == ResultCode.TOO_FAST
        at, by_fault = self._refused.pop(sent, (None, False))
        if at is not None and (by_fault or is_too_fast) and self._is_at_once(call.at - at):
            what = Text(
                f"to {call.campaign.english} repeated at once what had just been refused with 0200022.",
                f"对{call.campaign.chinese}的调用，在刚被0200022拒绝后立即重发。",
            )
            yield Offence(call.place, what, (call.id,), (ON_PACE.id,))
        if is_too_fast:
            self._refused[sent] = (call.at, call.is_refused_by_fault)

    def _is_at_once(self, elapsed: int) -> bool:
        return 0 <= elapsed < self.terms.service.pace_interval_us


KIND = Kind(
    "pace_refusal_retried_at_once",
    "error",
    Text("0200022 answered by a retry at once.", "收到0200022后立即重试。"),
    Text(
        "Wait for the pace before a call that was too fast is made again.", "调用太快被拒绝后，等待规定的间隔再重试。"
    ),
    PaceRetries,
)
