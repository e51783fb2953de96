"""Times that were meant, whatever they were written as."""

import re
from calendar import monthrange
from datetime import UTC, datetime, timedelta

_GROUPS = re.compile(r"[0-9]+")
_COMPACT = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})([0-9]{2})?([0-9]{2})?([0-9]{2})?")
_EPOCH_SECONDS = 10
_EPOCH_MILLISECONDS = 13
_LOOKED_AT = 100
_YEAR_DIGITS = 4
_DATE_PARTS = 3
_PARTS = 6
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def nearest_time(text: str) -> str | None:
    """The nearest time that the calendar has, as `yyyy-mm-dd hh:mm:ss`; None if no time can be seen in the text.

    Seconds and milliseconds since the epoch are told in UTC.
    """
    text = text[:_LOOKED_AT].strip()
    if text.isascii() and text.isdigit() and len(text) in {_EPOCH_SECONDS, _EPOCH_MILLISECONDS}:
        since = timedelta(seconds=int(text[:_EPOCH_SECONDS]))
        return f"{_EPOCH + since:%Y-%m-%d %H:%M:%S}"
    parts = _parts(text)
    return None if parts is None else _real(*parts)


def _parts(text: str) -> list[int] | None:
    """Year, month, day, hour, minute and second, as they stand there."""
    compact = _COMPACT.fullmatch(text)
    groups: list[str] = [each or "0" for each in compact.groups()] if compact else _GROUPS.findall(text)
    if len(groups) < _DATE_PARTS or len(groups[0]) != _YEAR_DIGITS:
        return None
    return [*map(int, groups[:_PARTS]), *[0] * (_PARTS - len(groups))]


def _real(year: int, month: int, day: int, hour: int, minute: int, second: int) -> str:  # noqa: PLR0913, PLR0917
    """The same with each part brought into its range."""
    year, month = max(year, 1), min(max(month, 1), 12)
    day = min(max(day, 1), monthrange(year, month)[1])
    return f"{year:04}-{month:02}-{day:02} {min(hour, 23):02}:{min(minute, 59):02}:{min(second, 59):02}"
