"""Calls that were refused for good, made again."""

from collections.abc import Iterator
from typing import NamedTuple

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.contract.codes import ResultCode
from mock_isales.contract.service import Terms
from mock_isales.contract.text import Text
from mock_isales.engine.journal.outcomes import Outcome
from mock_isales.engine.printable import printable
from mock_isales.engine.report.calls import Address, Call
from mock_isales.engine.report.detectors import Detector, Kind, Offence
from mock_isales.engine.report.lasting import Lasting, lasting


class _Refused(NamedTuple):
    """A call that was refused for good.

    Attributes:
        code: What its client was told: the result code, or the HTTP status.
        clause: The clause that refused it, if one did.
        by_fault: Whether a fault did.
    """

    code: str
    clause: str | None
    by_fault: bool


class PermanentRefusals(Detector):
    """Looks for the same body, sent to the same address after a refusal that stays (`lasting.BY_CODE`).

    Somebody may have changed the campaign, the blocklist or a setting meanwhile: such a call is accepted then, and no
    offence. So only one counts that is refused for good again, unless a fault had refused the first: what a fault says
    is taken at its word.
    """

    def __init__(self, terms: Terms) -> None:
        super().__init__(terms)
        self._refused: dict[tuple[Address, bytes], _Refused] = {}

    def see(self, call: Call) -> Iterator[Offence]:
        """A call that is one made again."""
        if call.interface is None:
            return
        sent = (call.address, call.body)
        before, stays = self._refused.get(sent), lasting(call) is Lasting.PERMANENT
        if before is not None and (before.by_fault or stays):
            yield _offence(call, before)
        if stays:
            code = Outcome(call.address[0], call.code, call.status).code
            self._refused[sent] = _Refused(code, call.clause, call.is_refused_by_fault)
        elif call.is_accepted:
            self._refused.pop(sent, None)


def _offence(call: Call, before: _Refused) -> Offence:
    code = printable(before.code)
    what = Text(
        f"to {call.campaign.english} repeated what had been refused for good with {code}.",
        f"对{call.campaign.chinese}的调用，重发了已被{code}拒绝的内容，重试无效。",
    )
    if before.clause is not None and before.clause in CLAUSES:
        return Offence(call.place, what, (call.id,), (before.clause,))
    if before.code in ResultCode.__members__.values():
        return Offence(call.place, what, (call.id,), asked=ResultCode(before.code).sentence)
    asked = Text(f"HTTP {code} refuses the request as it is.", f"HTTP {code}表示请求本身被拒绝。")
    return Offence(call.place, what, (call.id,), asked=asked)


KIND = Kind(
    "permanent_refusal_retried",
    "error",
    Text("Refused for good, and sent again.", "不可恢复的拒绝被重试。"),
    Text(
        "Send again only what was refused for a reason that passes: 0200022, 0200006, HTTP 429 and 5xx. Put all else "
        "right first, or drop it.",
        "仅对可恢复的拒绝（0200022、0200006、HTTP 429和5xx）重试，其余的先修正或放弃。",
    ),
    PermanentRefusals,
)
