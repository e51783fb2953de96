"""Numbers that were meant, whatever they were written as."""

import re
from decimal import Decimal

_NUMBER = re.compile(r"[-+]?[0-9０-９]+(?:\.[0-9]*)?(?:[eE][-+]?[0-9]{1,9})?")
_LOOKED_AT = 10_000
_MOST_DIGITS = 18


def meant(text: str) -> Decimal | None:
    """The first number in a text; None without one, and where it has too many digits to be one that was meant."""
    found = _NUMBER.search(text[:_LOOKED_AT])
    return None if found is None else Decimal(found[0])


def within(number: Decimal, low: int, high: int | None) -> int:
    """The nearest whole number of a range; the lowest, if the range has no end and the number is beyond all use."""
    if number < low:
        return low
    if high is not None and number > high:
        return high
    return int(number) if number.adjusted() <= _MOST_DIGITS else low
