"""Forms that the text of a String field must have: a number in a range, a time."""

import re
from dataclasses import dataclass
from decimal import Decimal

_DIGITS = re.compile(r"[0-9]+")
_INTEGER = re.compile(r"-?[0-9]+")
_YEAR = "(?:[1-9][0-9]{3}|0[1-9][0-9]{2}|00[1-9][0-9]|000[1-9])"
_LEAP_YEAR = "(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:[02468][48]|[13579][26]|[2468]0)00)"
_DAY = (
    "(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])"
    "|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30)"
    "|02-(?:0[1-9]|1[0-9]|2[0-8]))"
)
_CLOCK = "(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]"
_TIME = re.compile(f"(?:{_YEAR}-{_DAY}|{_LEAP_YEAR}-02-29) {_CLOCK}")


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
    value = to_int(digits) * (-1 if text.startswith("-") else 1)
    return low <= value and (high is None or value <= high)


def to_int(text: str) -> int:
    """The value of an integer's text. `int` takes 4,300 digits at most, leading zeros among them; this takes any."""
    return int(Decimal(text))


def to_digits(value: int) -> str:
    """The text of an integer of any length."""
    return format(Decimal(value), "f")


def is_time(text: str) -> bool:
    """Whether a text is a real time of the calendar, as `yyyy-mm-dd hh:mm:ss` in ASCII digits."""
    return _TIME.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class WholeNumber:
    """A whole number from `low` to `high`, in digits; `low` is 0 or 1 where `high` has more digits than one."""

    low: int
    high: int

    @property
    def pattern(self) -> str:
        """A regular expression that matches the texts of this form and no others."""
        digits = str(self.high)
        if len(digits) == 1:
            return f"^0*[{self.low}-{digits}]$"
        shorter = f"[1-9][0-9]{{0,{len(digits) - 2}}}" if self.low else f"[0-9]{{1,{len(digits) - 1}}}"
        lower = [
            f"{digits[:place]}[{0 if place else self.low}-{int(digit) - 1}][0-9]{{{len(digits) - place - 1}}}"
            for place, digit in enumerate(digits)
            if int(digit) > (0 if place else self.low)
        ]
        return f"^0*(?:{'|'.join([shorter, *lower, digits])})$"


@dataclass(frozen=True, slots=True)
class Time:
    """A time of the calendar, to the second."""

    @property
    def pattern(self) -> str:
        """A regular expression that matches the texts of this form and no others."""
        return f"^{_TIME.pattern}$"


Form = WholeNumber | Time
