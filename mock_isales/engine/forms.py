"""What a client of the control interface says: closed models, strict about types, and times as they are written."""

import re
from datetime import UTC, datetime, timedelta
from typing import Annotated

from pydantic import (
    AfterValidator,
    AwareDatetime,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PlainSerializer,
    WithJsonSchema,
)
from pydantic_core import PydanticCustomError

Instant = datetime | str
"""A point in time as a client in Python says it: with its zone, or as `2026-11-21T10:00:00Z`."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}[Tt ][0-9]{2}:[0-9]{2}")


class Form(BaseModel):
    """A part of what is said: an unknown key is refused, and a number never stands for a String."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, defer_build=True)


def microseconds_of(time: datetime) -> int:
    """A time in microseconds since the epoch."""
    return (time - _EPOCH) // _MICROSECOND


def time_of(microseconds: int) -> datetime:
    """The time of some microseconds since the epoch, in UTC."""
    return _EPOCH + timedelta(microseconds=microseconds)


def written(time: datetime) -> str:
    """A time as it is written in answers: `2026-11-21T10:00:00.000000Z`."""
    return time.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")


def _within_utc(time: datetime) -> datetime:
    """Refuse a time whose zone carries it out of the years 1 to 9999."""
    try:
        return time.astimezone(UTC)
    except OverflowError:
        raise PydanticCustomError("time", "must be a time of the years 1 to 9999 in UTC") from None


def _only_written(value: object) -> object:
    """Refuse numbers, also as text: they would be taken for seconds since the epoch."""
    if isinstance(value, datetime) or (isinstance(value, str) and _WRITTEN.match(value)):
        return value
    raise PydanticCustomError("time", "must be a time with its zone, as 2026-11-21T10:00:00Z")


Time = Annotated[
    AwareDatetime,
    Field(strict=False),
    BeforeValidator(_only_written),
    AfterValidator(_within_utc),
    PlainSerializer(written, when_used="json"),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""A point in time with its zone, to the microsecond."""
