"""When a fault ends."""

from datetime import datetime
from typing import Annotated

from pydantic import AfterValidator, ConfigDict, Field
from pydantic_core import PydanticCustomError

from mock_isales.engine.clocks import US_PER_SECOND
from mock_isales.engine.faults.when import Count
from mock_isales.engine.forms import Form, Time, microseconds_of, time_of, written
from mock_isales.engine.identifiers import EARLIEST_US, LATEST_US


def _of_a_world(time: datetime) -> datetime:
    nearest = min(max(microseconds_of(time), EARLIEST_US), LATEST_US)
    if nearest != microseconds_of(time):
        raise PydanticCustomError("fault", f"no world's clock gets there; the nearest time is {_short(nearest)}")
    return time


def _short(microseconds: int) -> str:
    return written(time_of(microseconds)).replace(".000000", "")


WorldTime = Annotated[Time, AfterValidator(_of_a_world)]
"""A time that a world's clock can tell."""


class Until(Form):
    """When a fault ends: as soon as one of these is reached, and never if nothing is said."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"hits": 3}, {"seconds": 30}, {"time": "2026-11-21T10:00:00Z"}]}
    )

    hits: Count | None = Field(None, description="After so many hits.")
    seconds: Annotated[float, Field(ge=0.000_001, le=1_000_000_000, allow_inf_nan=False)] | None = Field(
        None, description="So many seconds after it was set, by the world's clock."
    )
    time: WorldTime | None = Field(None, description="When the world's clock says so.")

    def end(self, set_at: int) -> int | None:
        """From when on it is over, whatever it has hit; None: never.

        Args:
            set_at: When it was set. Both are in microseconds since the epoch.
        """
        ends = []
        if self.seconds is not None:
            ends.append(set_at + round(self.seconds * US_PER_SECOND))
        if self.time is not None:
            ends.append(microseconds_of(self.time))
        return min(ends, default=None)
