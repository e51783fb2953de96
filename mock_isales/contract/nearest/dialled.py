"""The nearest number of a field that holds digits: never one that could be somebody else's."""

import re
from decimal import Decimal
from unicodedata import category, normalize

from mock_isales.contract.nearest import sentences
from mock_isales.contract.text import Text

_LOOKED_AT = 100
_DECIMAL = re.compile(r"\+?([0-9]+)(?:\.([0-9]*))?(?:[eE]\+?([0-9]{1,2}))?")
_GROUPS = re.compile(r"[ (]*\+?[ (]*[0-9*#]+(?:[-. ()]+[0-9*#]+)*")
_GROUP = re.compile(r"[0-9*#]+")
_TRUNK_PREFIX = re.compile(r"\( *0 *\)")
_HYPHENS = "‐‑‒–—―−"
_MOST_IN_GROUPS = 15  # the digits of an international number, by E.164
_WHOLE_NUMBER = 7  # as many digits in one group are a number without those behind it
_MOST_ROUNDED = 6  # what a spreadsheet keeps of a number that it shortens
_MOST_ZEROS = 2  # behind a point; more may be a group of digits

Digits = tuple[str | None, tuple[Text, ...]]
"""The digits, None where they cannot be told for certain; and what was done to come to them."""


def digits_of(text: str) -> Digits:
    """The digits of the number that a text plainly stands for.

    A number in decimal or exponent form gives its whole value. Of others only separators between groups of digits are
    taken out: not where an extension, a second number or a trunk prefix in brackets may stand there.
    """
    if len(text) > _LOOKED_AT:
        return None, ()
    plain = _in_ascii(text)
    if _GROUP.fullmatch(plain):
        return plain, (sentences.taken_out(_gone(text)),)
    found = _DECIMAL.fullmatch(plain)
    if found is not None and (found[2] is not None or found[3] is not None):
        return _whole(found[1], found[2] or "", found[3])
    joined = _joined(plain)
    return joined, () if joined is None else (sentences.taken_out(_gone(text)),)


def _in_ascii(text: str) -> str:
    """The text with full-width characters and hyphens in ASCII, what cannot be seen as spaces, and no outer ones."""
    return "".join(map(_character_in_ascii, text)).strip(" \t\r\n\0")


def _character_in_ascii(each: str) -> str:
    if each in _HYPHENS:
        return "-"
    if category(each) == "Cf":
        return " "
    return normalize("NFKC", each) if "\uff00" <= each <= "\uffef" or each in "\u3000\xa0" else each


def _gone(text: str) -> list[str]:
    return [each for each in text if not _GROUP.fullmatch(each)]


def _whole(digits: str, behind: str, exponent: str | None) -> Digits:
    if exponent is None:
        is_whole = len(behind) <= _MOST_ZEROS and not behind.strip("0")
        return (digits, (sentences.IN_DIGITS,)) if is_whole else (None, ())
    number = Decimal(f"{digits}.{behind}e{exponent}")
    significant = len(f"{digits}{behind}".strip("0"))
    if significant <= _MOST_ROUNDED or number != number.to_integral_value():
        return None, ()
    return format(number.to_integral_value(), "f"), (sentences.IN_DIGITS, sentences.NOT_ROUNDED)


def _joined(text: str) -> str | None:
    """The groups of digits as one number; None if they need not be one."""
    if not _GROUPS.fullmatch(text) or _TRUNK_PREFIX.search(text):
        return None
    groups = _GROUP.findall(text)
    joined = "".join(groups)
    if len(groups) > 1 and (len(joined) > _MOST_IN_GROUPS or any(len(each) >= _WHOLE_NUMBER for each in groups[:-1])):
        return None
    return joined
