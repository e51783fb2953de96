"""How long the reasons last for which calls are refused: whether the same call can be accepted the next time."""

from collections.abc import Mapping
from enum import Enum

from mock_isales.contract.calling_numbers import CN_STORING
from mock_isales.contract.codes import VALIDATION_CODES, ResultCode
from mock_isales.engine.report.calls import Call


class Lasting(Enum):
    """How long a reason lasts."""

    PERMANENT = "it stays until the call is another one, or until somebody changes the campaign"
    PASSING = "it goes away by itself within seconds"
    UNKNOWN = "it may go away by itself or not, so that it says nothing of a client that tries again"


BY_CODE: Mapping[str, Lasting] = {
    ResultCode.PARAMETER_ERROR: Lasting.PERMANENT,
    ResultCode.DATABASE_ERROR: Lasting.PASSING,
    ResultCode.NO_SUCH_CAMPAIGN: Lasting.PERMANENT,
    ResultCode.DUPLICATE_NUMBERS: Lasting.PERMANENT,
    ResultCode.STATE_REFUSES: Lasting.PERMANENT,
    ResultCode.TOO_MANY_INCOMPLETE: Lasting.UNKNOWN,  # room comes as the campaign is dialled, which no call shows
    ResultCode.TOO_FAST: Lasting.PASSING,
    ResultCode.BLOCKLISTED: Lasting.PERMANENT,
    ResultCode.TOO_MANY_RECORDS: Lasting.PERMANENT,
    ResultCode.WRONG_TIME_FORMAT: Lasting.PERMANENT,
    **dict.fromkeys(VALIDATION_CODES, Lasting.PERMANENT),
}
"""That of each documented code but success."""

BY_CLAUSE: Mapping[str, Lasting] = {CN_STORING.id: Lasting.PASSING}
"""Where a clause tells more than its code: CN has no code of its own for its database."""

BY_STATUS: Mapping[int, Lasting] = {
    401: Lasting.UNKNOWN,  # the next token may be a good one, and no journal keeps any
    403: Lasting.UNKNOWN,
    407: Lasting.UNKNOWN,
    408: Lasting.PASSING,
    425: Lasting.PASSING,
    429: Lasting.PASSING,
}
"""That of an HTTP status that a fault answered; others from 400 are permanent, those from 500 pass."""

_SERVER_ERRORS = 500


def lasting(call: Call) -> Lasting | None:
    """How long the reason lasts for which a call was refused; None if it was accepted.

    It is unknown of a code that no document has, of an answer that did not arrive, and of a call that was refused
    before its body was read: its journal entry cannot tell whether the same was sent again.
    """
    if call.is_accepted:
        return None
    if call.is_unanswered:
        return Lasting.UNKNOWN
    if call.clause is not None and call.clause in BY_CLAUSE:
        return BY_CLAUSE[call.clause]
    if call.code is not None:
        return BY_CODE.get(call.code, Lasting.UNKNOWN)
    if call.fault is None:
        return Lasting.UNKNOWN
    return BY_STATUS.get(call.status, Lasting.PASSING if call.status >= _SERVER_ERRORS else Lasting.PERMANENT)
