"""Records that were refused for a while, and forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from mock_isales.contract.outbound_numbers import ON_ANSWER
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.printable import printable
from mock_isales.engine.report.calls import Address, Call
from mock_isales.engine.report.detectors import Detector, Kind, Offence
from mock_isales.engine.report.lasting import Lasting, lasting

MOST_NUMBERS = 10
"""How many of the first called numbers of a refused call are looked for: whoever sends it again sends those, too."""


@dataclass(slots=True)
class _Refused:
    """A call that was refused for a reason that passes.

    Attributes:
        offence: What it is if its records are never sent again.
        address: Where it was sent.
        is_sent_again: Whether any of them was.
    """

    offence: Offence
    address: Address
    is_sent_again: bool = False


class LostRecords(Detector):
    """Looks for ON calls that were refused with 0200022 or 0200006, by a clause or a fault, and taken for a success.

    That is so if none of their first ten called numbers is in any later call of the world, to whichever campaign, and
    a later call to the same campaign was accepted: whoever had seen the refusal would have sent the records before or
    after that. A client that made the call again has seen the refusal, and may give up; one that has added nothing
    since may be about to. What is refused for good is rightly dropped. So may be what an HTTP status refused: nobody
    knows whether it was stored. Bodies that are not looked into tell nothing.
    """

    def __init__(self, terms: Terms) -> None:
        super().__init__(terms)
        self._by_number: dict[str, _Refused] = {}
        self._refused: list[_Refused] = []
        self._last_accepted: dict[Address, int] = {}

    def see(self, call: Call) -> Iterator[Offence]:
        """Nothing yet: the records may still be sent."""
        yield from ()
        if not call.is_outbound:
            return
        is_passing = call.code is not None and lasting(call) is Lasting.PASSING
        numbers = set(call.called_numbers) if self._by_number or is_passing else set()
        known = [self._by_number[number] for number in numbers & self._by_number.keys()]
        for refused in known:
            refused.is_sent_again = True
        if is_passing and not known:
            self._keep(call, numbers)
        if call.is_accepted:
            self._last_accepted[call.address] = call.id

    def rest(self) -> Iterator[Offence]:
        """The calls whose records were not sent again, though others were."""
        for refused in self._refused:
            last = self._last_accepted.get(refused.address, 0)
            if not refused.is_sent_again and last > refused.offence.calls[0]:
                yield refused.offence

    def _keep(self, call: Call, numbers: set[str]) -> None:
        refused = _Refused(_offence(call), call.address)
        self._by_number |= dict.fromkeys(islice(call.called_numbers, MOST_NUMBERS), refused)
        if numbers:
            self._refused.append(refused)


def _offence(call: Call) -> Offence:
    code = printable(str(call.code))
    what = Text(
        f"to {call.campaign.english} had been refused with {code}; the records were never sent again, "
        "though others were.",
        f"对{call.campaign.chinese}的调用被{code}拒绝，其数据未再发送，而后续数据已发送。",
    )
    return Offence(call.place, what, (call.id,), (ON_ANSWER.id,))


KIND = Kind(
    "success_assumed_after_refusal",
    "error",
    Text("Refused, and taken for a success.", "被拒绝却视为成功。"),
    Text(
        "Look at resultCode, not at HTTP 200 alone; what was refused with 0200022 or 0200006 is sent again later.",
        "检查resultCode，而不仅是HTTP 200；被0200022或0200006拒绝的数据须稍后重发。",
    ),
    LostRecords,
)
