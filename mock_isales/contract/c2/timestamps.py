"""A token's time: UTC, `yyyy-MM-ddTHH:mm:ssZ`, with milliseconds (`.SSS`) or without."""

import re
from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DAY_AND_TIME = r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}"
_FORM = re.compile(rf"{_DAY_AND_TIME}(?:\.[0-9]{{3}})?Z")

_OTHER_FORMS = [
    (re.compile(r"[0-9]{8}T[0-9]{6}Z"), "it has no hyphens and colons, as other signatures want it"),
    (re.compile(r"[0-9]{9,17}"), "it is a count since the epoch"),
    (re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2} .*"), "a space stands where the T belongs"),
    (re.compile(rf"{_DAY_AND_TIME}(?:\.[0-9]+)?"), "the Z at its end is missing"),
    (re.compile(rf"{_DAY_AND_TIME}(?:\.[0-9]+)?[+-][0-9]{{2}}:?[0-9]{{2}}"), "it has an offset where the Z belongs"),
    (re.compile(rf"{_DAY_AND_TIME}\.[0-9]+Z"), "its fraction has not three digits"),
    (_FORM, "there is no such time in the calendar"),
]


def microseconds_of(text: str) -> int | None:
    """The microseconds since the epoch that a token's time says; None if it has not the form, or is no real time."""
    if _FORM.fullmatch(text) is None:
        return None
    try:
        return (datetime.fromisoformat(text) - _EPOCH) // _MICROSECOND
    except ValueError:
        return None


def timestamp(microseconds: int) -> str:
    """The time of a token, with milliseconds.

    Args:
        microseconds: Since the epoch.
    """
    time = _EPOCH + microseconds * _MICROSECOND
    return time.isoformat(timespec="milliseconds").replace("+00:00", "Z")


def why_not(text: str) -> str:
    """What keeps a text from being the time of a token; it does not repeat the text, which may be anything."""
    form = "the time must be UTC as yyyy-MM-ddTHH:mm:ssZ or yyyy-MM-ddTHH:mm:ss.SSSZ"
    hints = [hint for pattern, hint in _OTHER_FORMS if pattern.fullmatch(text)]
    return f"{form}, but {hints[0]}" if hints else form


def duration(microseconds: int) -> str:
    """A length of time in words: `8 h 0 min 2 s`; the largest units that it needs, and no fraction of a second."""
    seconds = microseconds // 1_000_000
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    days, hours = divmod(hours, 24)
    units = [(days, "d"), (hours, "h"), (minutes, "min"), (rest, "s")]
    while len(units) > 1 and units[0][0] == 0:
        del units[0]
    return " ".join(f"{count} {unit}" for count, unit in units)
