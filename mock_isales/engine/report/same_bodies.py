"""Records that were added twice."""

from collections.abc import Iterator

from mock_isales.contract.outbound_numbers import ON_ANSWER
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.clocks import US_PER_SECOND
from mock_isales.engine.report.calls import Address, Call
from mock_isales.engine.report.detectors import Detector, Kind, Offence

ANOTHER_DAY = 24 * 60 * 60 * US_PER_SECOND
"""Microseconds after which the same records may well be meant: a campaign that calls its customers once more."""


class SameBodies(Detector):
    """Looks for the same body, sent to the same campaign within a day of being accepted, whatever is answered then.

    Only ON calls: a calling number that a campaign has is taken again with its priority, and nothing comes of it.
    """

    def __init__(self, terms: Terms) -> None:
        super().__init__(terms)
        self._accepted: dict[tuple[Address, bytes], int] = {}  # when

    def see(self, call: Call) -> Iterator[Offence]:
        """An ON call with the body of one that was accepted."""
        if not call.is_outbound:
            return
        sent = (call.address, call.body)
        at = self._accepted.get(sent)
        if at is not None and abs(call.at - at) < ANOTHER_DAY:
            what = Text(
                f"to {call.campaign.english} sent again what had been accepted: accepted twice, it has its customers "
                "called twice.",
                f"对{call.campaign.chinese}的调用，重发了已被接受的内容，若再次被接受，客户会被重复呼叫。",
            )
            yield Offence(call.place, what, (call.id,), (ON_ANSWER.id,))
        if call.is_accepted:
            self._accepted[sent] = call.at


KIND = Kind(
    "same_body_twice",
    "error",
    Text("Accepted, and sent again.", "已被接受的内容被重发。"),
    Text(
        "Send records once. Where no answer came, look first whether they were added.",
        "每条数据只发送一次；未收到响应时，先确认是否已添加。",
    ),
    SameBodies,
)
