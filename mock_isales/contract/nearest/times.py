"""Times that were meant, whatever they were written as."""

import re
from calendar import monthrange
from datetime import UTC, datetime, timedelta

from mock_isales.contract.nearest import sentences
from mock_isales.contract.text import Text

_GROUPS = re.compile(r"[0-9]+")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})?([0-9]{2})?([0-9]{2})?")
_EPOCH_SECONDS = 10
_EPOCH_MILLISECONDS = 13
_ZONE = re.compile(
    r"(?<=[0-9]) ?(?:Z|UTC|GMT|[A-Z]{3,4}|(?:UTC|GMT)?[-+][0-9]{1,2}(?::?[0-9]{2})?)(?:\[.*\])?", re.IGNORECASE
)
_CLOCK = re.compile(r"[0-9]:[0-9]{1,2}(?::[0-9]{1,2})?(?:[.,][0-9]+)?")
_LOOKED_AT = 100
_YEAR_DIGITS = 4
_DATE_PARTS = 3
_PARTS = 6
_MIDNIGHT = (24, 0, 0)
_LAST_DAY = (9999, 12, 31)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def nearest_time(text: str) -> tuple[str | None, tuple[Text, ...]]:
    """The nearest time that the calendar has, as `yyyy-mm-dd hh:mm:ss`, and how to come to it.

    None if no time can be seen in the text. Seconds and milliseconds since the epoch are told in UTC; the name of a
    time zone is left out.
    """
    text = text[:_LOOKED_AT].strip()
    if text.isascii() and text.isdigit() and len(text) in {_EPOCH_SECONDS, _EPOCH_MILLISECONDS}:
        since = timedelta(seconds=int(text[:_EPOCH_SECONDS]))
        return f"{_EPOCH + since:%Y-%m-%d %H:%M:%S}", (sentences.AS_TIME, sentences.SINCE_EPOCH)
    local = _without_zone(text)
    parts = _parts(local)
    if parts is None:
        return None, ()
    return _real(*parts), (sentences.AS_TIME,) if local == text else (sentences.AS_TIME, sentences.WITHOUT_ZONE)


def _without_zone(text: str) -> str:
    """The text up to the time zone that stands behind its clock time; all of it if none does."""
    clock = _CLOCK.search(text)
    return text if clock is None or not _ZONE.fullmatch(text, clock.end()) else text[: clock.end()]


def _parts(text: str) -> list[int] | None:
    """Year, month, day, hour, minute and second, as they stand there."""
    compact = _COMPACT.fullmatch(text)
    groups: list[str] = [each or "0" for each in compact.groups()] if compact else _GROUPS.findall(text)
    if len(groups) < _DATE_PARTS or len(groups[0]) != _YEAR_DIGITS:
        return None
    return [*map(int, groups[:_PARTS]), *[0] * (_PARTS - len(groups))]


def _real(year: int, month: int, day: int, hour: int, minute: int, second: int) -> str:  # noqa: PLR0913, PLR0917
    """The nearest real one: 24:00:00 is the next midnight, and what is beyond a day, hour or minute its last second."""
    year, month = max(year, 1), min(max(month, 1), 12)
    day = min(max(day, 1), monthrange(year, month)[1])
    if (hour, minute, second) == _MIDNIGHT and (year, month, day) != _LAST_DAY:
        following = datetime(year, month, day, tzinfo=UTC) + timedelta(days=1)
        year, month, day, hour = following.year, following.month, following.day, 0
    hour, minute, second = min((hour, minute, second), (23, 59, 59))
    minute, second = min((minute, second), (59, 59))
    return f"{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}:{min(second, 59):02}"
