"""Coverage as it is shown and kept in files, which can be merged."""

from typing import Annotated, Literal

from pydantic import Field, field_validator
from pydantic_core import PydanticCustomError

from mock_isales.engine.coverage.points import BY_OPERATION, POINTS
from mock_isales.engine.forms import Form
from mock_isales.engine.seed_files.wording import nearest

Count = Annotated[int, Field(ge=1)]

Label = Annotated[str, Field(pattern=r"^[ -~]{1,40}$")]
"""What a fault answers."""


class CoverageView(Form):
    """Which points were met, and how often.

    Attributes:
        version: That of this form.
        points: How many calls have met a point, by its id; only those that were met.
        injected: How many calls faults have answered, by operation, and by what they answered: a code, an HTTP
            status, or what happened to the answer on its way. They meet no point.
        missed: The ids of the points that were not met. It is told for readers, and is worked out anew by a merge.
    """

    version: Literal[1] = 1
    points: dict[str, Count] = Field({}, examples=[{"ON:0200000": 12, "ON-PACE": 1, "ON-PACE:at": 3}])
    injected: dict[str, dict[Label, Count]] = Field({}, examples=[{"add_outbound_numbers": {"0200006": 2}}])
    missed: tuple[str, ...] = Field((), strict=False)

    @field_validator("points")
    @classmethod
    def _are_known(cls, points: dict[str, int]) -> dict[str, int]:
        for each in points:
            if each not in POINTS:
                close = nearest(each[:80], POINTS)
                hint = f"; the nearest is {close}" if close else ""
                raise PydanticCustomError("point", "{text}", {"text": f"{each[:80]} is no point of coverage{hint}"})
        return points

    @field_validator("injected")
    @classmethod
    def _are_operations(cls, injected: dict[str, dict[str, int]]) -> dict[str, dict[str, int]]:
        for each in injected:
            if each not in BY_OPERATION:
                known = " or ".join(BY_OPERATION)
                raise PydanticCustomError("operation", "{text}", {"text": f"{each[:80]} is no operation: {known}"})
        return injected
