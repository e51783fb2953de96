"""The mistake of a clock that tells another zone's time."""

from mock_isales.contract.c2.mistakes.mistake import Mistake, MistakeKind
from mock_isales.contract.c2.timestamps import duration

_MINUTE_US = 60_000_000
_QUARTER_US = 15 * _MINUTE_US
_LEAST_US = 60 * _MINUTE_US
_MOST_US = 14 * 60 * _MINUTE_US
_TOLERANCE_US = 2 * _MINUTE_US


def local_time(ahead_us: int) -> tuple[Mistake, ...]:
    """The mistake if a token's time would fit the clock in another zone: no zone is nearer to UTC than an hour.

    Args:
        ahead_us: By how many microseconds the token's time is ahead of the clock.
    """
    shift = (ahead_us + _QUARTER_US // 2) // _QUARTER_US * _QUARTER_US
    if not _LEAST_US <= abs(shift) <= _MOST_US or abs(ahead_us - shift) > _TOLERANCE_US:
        return ()
    sentence = (
        f"The time looks like local time: it is {duration(abs(shift))} {'ahead of' if shift > 0 else 'behind'} UTC."
    )
    return (Mistake(MistakeKind.LOCAL_TIME, sentence, "Write the time in UTC; the Z at its end says so."),)
