"""Calls under the pace."""

from collections.abc import Iterator, Mapping

from mock_isales.contract.outbound_clauses import ON_PACE, ON_STORING
from mock_isales.contract.outbound_rules import AFTER_PACE
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.report.calls import Address, Call
from mock_isales.engine.report.detectors import Detector, Kind, Offence

_AFTER_PACE = {clause.id for rule in AFTER_PACE for clause in rule.clauses} | {ON_STORING.id}


class UnderPace(Detector):
    """Looks for ON calls that came too soon after another one of the journal.

    A refusal by ON-PACE alone does not tell: the last call may have been somebody else's, or a test's own setting. So
    there must be a call in the journal to which the refused one was too near, by the pace that the world has now. A
    call that a fault refused was under the pace if it was too near to one that the pace is known to count.
    """

    def __init__(self, terms: Terms) -> None:
        super().__init__(terms)
        self._counted: dict[Address, int] = {}  # when the last call came that the pace is known to count
        self._perhaps: dict[Address, int] = {}  # the same with those that a fault answered: it may let them count

    def see(self, call: Call) -> Iterator[Offence]:
        """An ON call that is under the pace."""
        if not call.is_outbound:
            return
        if self._is_near(call, self._perhaps if call.clause == ON_PACE.id else self._counted) and (
            call.clause == ON_PACE.id or call.is_refused_by_fault
        ):
            yield Offence(call.place, self._what(call), (call.id,), (ON_PACE.id,))
        if self._counts(call):
            self._counted[call.address] = self._perhaps[call.address] = call.at
        elif call.is_accepted or call.is_refused_by_fault:
            self._perhaps[call.address] = call.at

    def _is_near(self, call: Call, last: Mapping[Address, int]) -> bool:
        """Whether a call is too near to the last one; of two at once, either may be answered first."""
        at = last.get(call.address)
        return at is not None and abs(call.at - at) < self.terms.service.pace_interval_us

    def _counts(self, call: Call) -> bool:
        if call.clause in _AFTER_PACE:
            return self.terms.readings.pace_counts == "reached"
        return call.is_accepted and call.fault is None

    def _what(self, call: Call) -> Text:
        seconds = f"{self.terms.service.pace_interval:g}"
        return Text(
            f"to {call.campaign.english} came less than {seconds} s after the one before.",
            f"对{call.campaign.chinese}的调用，距前一次不足{seconds}秒。",
        )


KIND = Kind(
    "under_pace",
    "error",
    Text("Calls under the pace.", "调用间隔过短。"),
    Text(
        "Wait for the pace between two calls for one campaign, counted from the answer to the last one.",
        "对同一外呼活动，收到上一次响应后，等待规定的间隔再调用。",
    ),
    UnderPace,
)
