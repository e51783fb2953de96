"""How much later an answer comes."""

from math import exp
from typing import Annotated, Any, Self, cast

from pydantic import (
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    SerializerFunctionWrapHandler,
    field_validator,
    model_serializer,
    model_validator,
)
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import CoreSchema

from mock_isales.engine.chance import draw, draw_normal
from mock_isales.engine.faults.places import wrong_at
from mock_isales.engine.faults.when import SeedNumber
from mock_isales.engine.forms import Form

LONGEST = 600

Seconds = Annotated[float, Field(ge=0, le=LONGEST, allow_inf_nan=False)]


class LogNormal(Form):
    """A latency with a long tail."""

    model_config = ConfigDict(json_schema_extra={"examples": [{"median": 0.2, "sigma": 0.5}]})

    median: Seconds = Field(description="Half of the answers come within so many seconds, 0 to 600.")
    sigma: Annotated[float, Field(ge=0, le=10, allow_inf_nan=False)] = Field(
        description="How far they scatter, 0 to 10: the standard deviation of the logarithm."
    )


class Latency(Form):
    """By how much the answer comes later: a number of seconds, or one kind of latency that is drawn."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [{"uniform": [0.1, 0.5], "seed": 7}, {"log_normal": {"median": 0.2, "sigma": 0.5}, "seed": 7}]
        }
    )

    fixed: Seconds | None = Field(
        None, description="So many seconds, 0 to 600. The number alone says the same, and is what is answered."
    )
    uniform: Annotated[list[Seconds], Field(min_length=2, max_length=2)] | None = Field(
        None, description="Between so many seconds and so many, each time as likely as another."
    )
    log_normal: LogNormal | None = Field(None, description="Log-normal, and never more than 600 s.")
    seed: SeedNumber = Field(0, description="Which row of chances, so that a run can be repeated.")

    @model_validator(mode="before")
    @classmethod
    def _number_alone(cls, said: object) -> object:
        if isinstance(said, dict | Latency):
            return said
        sentence = f"must be a number of seconds, 0 to {LONGEST}, or one of fixed, uniform and log_normal"
        if isinstance(said, bool) or not isinstance(said, int | float) or said != said:  # noqa: PLR0124 - NaN
            raise PydanticCustomError("fault", sentence)
        nearest = min(max(said, 0), LONGEST)
        if said != nearest:
            raise PydanticCustomError("fault", f"{sentence}; the nearest is {nearest}")
        return {"fixed": said}

    @field_validator("uniform")
    @classmethod
    def _ascending(cls, uniform: list[float] | None) -> list[float] | None:
        if uniform is not None and uniform[0] > uniform[1]:
            raise PydanticCustomError("fault", "must be the lower number of seconds, and then the higher one")
        return uniform

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        said = [kind for kind in ("fixed", "uniform", "log_normal") if getattr(self, kind) is not None]
        if len(said) != 1:
            told = f"{' and '.join(said)} exclude each other" if said else "nothing is said"
            sentence = f"{told}: say one of fixed, uniform and log_normal, or just a number of seconds"
            raise PydanticCustomError("fault", sentence)
        if self.fixed is not None and "seed" in self.model_fields_set:
            raise wrong_at(("seed",), self.seed, "a seed number is for uniform and log_normal alone")
        return self

    @model_serializer(mode="wrap")
    def _number_alone_again(self, handler: SerializerFunctionWrapHandler) -> Any:  # noqa: ANN401 - see the schema
        return handler(self) if self.fixed is None else self.fixed

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        number = {"type": "number", "minimum": 0, "maximum": LONGEST, "description": "So many seconds."}
        return {"anyOf": [number, handler(_as_said(schema))]}

    def delay(self, hits: int) -> float:
        """The seconds of one answer.

        Args:
            hits: Which of the fault's hits it is, counted from 1.
        """
        # Below 0 are numbers that no `when` draws: a rare fault with the same seed is not always a slow one, too.
        if self.uniform is not None:
            low, high = self.uniform
            return low + (high - low) * draw(self.seed, -hits)
        if self.log_normal is not None:
            factor = exp(self.log_normal.sigma * draw_normal(self.seed, -hits))
            return min(self.log_normal.median * factor, LONGEST)
        return self.fixed or 0.0


def _as_said(schema: CoreSchema) -> CoreSchema:
    """The schema without what is done when it is told again: that changes nothing of what may stand there."""
    kept: dict[str, Any] = {key: value for key, value in schema.items() if key != "serialization"}
    if kept["type"] == "function-after":
        kept["schema"] = _as_said(kept["schema"])
    return cast("CoreSchema", kept)
