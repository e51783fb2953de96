"""In what pieces an answer comes."""

from typing import Annotated

from pydantic import ConfigDict, Field

from mock_isales.engine.forms import Form


class Drip(Form):
    """An answer whose body comes in small pieces."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"bytes": 8, "seconds": 0.1}]})

    bytes: Annotated[int, Field(ge=1, le=1_000_000)] = Field(1, description="How many bytes a piece has.")
    seconds: Annotated[float, Field(ge=0, le=600, allow_inf_nan=False)] = Field(
        0.05, description="How long it takes until the next one, in real time."
    )
