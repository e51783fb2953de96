"""Forms that the text of a String field must have: a number in a range, a time."""

import re
from dataclasses import dataclass
from datetime import datetime

_DIGITS = re.compile(r"[0-9]+")
_INTEGER = re.compile(r"-?[0-9]+")
_TIME = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2}) ([0-9]{2}):([0-9]{2}):([0-9]{2})")
_FEW = 32


def is_digits(text: str) -> bool:
    """Whether a text is ASCII digits and nothing else."""
    return _DIGITS.fullmatch(text) is not None


def is_integer(text: str) -> bool:
    """Whether a text is `-?[0-9]+` in ASCII."""
    return _INTEGER.fullmatch(text) is not None


def is_within(text: str, low: int, high: int | None) -> bool:
    """Whether an integer's text lies within a range, however many digits it has."""
    digits = text.lstrip("-").lstrip("0") or "0"
    if high is not None and len(digits) > len(str(high)):
        return False
    if high is None and len(digits) > len(str(low)):
        return not text.startswith("-")
    value = -int(digits) if text.startswith("-") else int(digits)
    return low <= value and (high is None or value <= high)


def is_time(text: str) -> bool:
    """Whether a text is a real time of the calendar, as `yyyy-mm-dd hh:mm:ss` in ASCII digits."""
    match = _TIME.fullmatch(text)
    if match is None:
        return False
    year, month, day, hour, minute, second = map(int, match.groups())
    try:
        datetime(year, month, day, hour, minute, second)  # noqa: DTZ001 - the document names no time zone
    except ValueError:
        return False
    return True


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number within a range, written in digits."""

    low: int
    high: int

    @property
    def plain_pattern(self) -> str:
        """Matches only texts of this form, though not all of them."""
        if self.high - self.low < _FEW:
            return f"^(?:{'|'.join(map(str, range(self.low, self.high + 1)))})$"
        longer_than_low = len(str(self.low)) if self.low else 0
        return f"^(?:{self.low}|[1-9][0-9]{{{longer_than_low},{len(str(self.high)) - 2}}})$"

    @property
    def pattern(self) -> str:
        """Matches all texts of this form, and some out of its range."""
        return "^[0-9]+$"


@dataclass(frozen=True, slots=True)
class Time:
    """A time of the calendar, to the second."""

    plain_pattern: str = (
        "^[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8]) (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$"
    )
    pattern: str = "^[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01]) (?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]$"


Form = WholeNumber | Time
