"""What a struck call is answered. A new kind is a field of `Answer`, and of `Injection` if the wire must know of it."""

from typing import Annotated, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from mock_isales.engine.faults.injections import Injection
from mock_isales.engine.faults.latencies import Latency
from mock_isales.engine.forms import Form

Code = Annotated[str, StringConstraints(min_length=1, max_length=32, pattern=r"^[ -~]*$")]
"""What may stand as a result code, documented or not: printable ASCII."""


class Answer(Form):
    """What a struck call is answered: a code or a status, and how much later; or later alone, as it would be else."""

    model_config = ConfigDict(
        json_schema_extra={"examples": [{"code": "0200006"}, {"status": 503, "latency": 0.25}, {"latency": 1.5}]}
    )

    code: Code | None = Field(
        None, description="This result code, in the operation's own envelope; nothing of the call is stored."
    )
    status: Annotated[int, Field(ge=400, le=599)] | None = Field(
        None, description="This HTTP status, 400 to 599; nothing of the call is stored."
    )
    latency: Latency | None = Field(None, description="By how much the answer comes later, in real time.")

    @model_validator(mode="after")
    def _something(self) -> Self:
        if self.code is not None and self.status is not None:
            raise PydanticCustomError("fault", "code and status exclude each other: say one of them")
        if self.code is None and self.status is None and self.latency is None:
            raise PydanticCustomError("fault", "nothing is said: say code, status or latency")
        return self

    def injection(self, fault: str, hits: int, *, counts_for_pace: bool) -> Injection:
        """What is done to one call.

        Args:
            fault: The id of the fault that strikes it.
            hits: Which of the fault's hits it is, counted from 1.
            counts_for_pace: Whether the call counts for the pace.
        """
        delay = 0.0 if self.latency is None else self.latency.delay(hits)
        return Injection(fault, self.code, self.status, delay, counts_for_pace)
