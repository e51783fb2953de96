"""What a struck call is answered. A new kind is a field of `Answer`, and of `Injection` if the wire must know of it."""

from typing import Annotated, Self, get_args

from pydantic import ConfigDict, Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from mock_isales.engine.faults.drips import Drip
from mock_isales.engine.faults.injections import Ending, Injection
from mock_isales.engine.faults.latencies import Latency
from mock_isales.engine.faults.places import wrong_at
from mock_isales.engine.forms import Form

Code = Annotated[str, StringConstraints(min_length=1, max_length=32, pattern=r"^[ -~]*$")]
"""What may stand as a result code, documented or not: printable ASCII."""


class Answer(Form):
    """What a struck call is answered: a code, a status or nothing at all, how much later, and how it comes.

    What says neither code nor status nor connection lets the call be done, and answered as it would be else. A lost
    answer, after which the client cannot know whether its call was done, is `connection: reset`: with `applied` the
    call has been done, without it has not.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {"code": "0200006"},
                {"status": 503, "latency": 0.25},
                {"latency": 1.5},
                {"connection": "reset", "applied": True},
                {"cut": 40},
                {"drip": {"bytes": 8, "seconds": 0.1}},
            ]
        }
    )

    code: Code | None = Field(
        None, description="This result code, in the operation's own envelope; nothing of the call is stored."
    )
    status: Annotated[int, Field(ge=400, le=599)] | None = Field(
        None, description="This HTTP status, 400 to 599; nothing of the call is stored."
    )
    connection: Ending | None = Field(
        None,
        description="No answer: the connection is reset, is closed without a byte (empty), or brings bytes that are "
        "no HTTP (garbage).",
    )
    applied: bool = Field(
        default=False, description="With connection: whether the call is done all the same, and only its answer lost."
    )
    cut: Annotated[int, Field(ge=0, le=1_000_000_000)] | None = Field(
        None,
        description="After how many bytes of its body the answer breaks off, at the latest before the last one; the "
        "connection is closed with it.",
    )
    drip: Drip | None = Field(None, description="In what pieces the body of the answer comes.")
    latency: Latency | None = Field(None, description="By how much the answer comes later, in real time.")

    @model_validator(mode="after")
    def _something(self) -> Self:
        for alternatives in (("code", "status", "connection"), ("connection", "cut", "drip")):
            said = [name for name in alternatives if getattr(self, name) is not None]
            if len(said) > 1:
                raise PydanticCustomError("fault", f"{' and '.join(said)} exclude each other: say one of them")
        kinds = ("code", "status", "connection", "cut", "drip", "latency")
        if all(getattr(self, name) is None for name in kinds):
            raise PydanticCustomError("fault", f"nothing is said: say {', '.join(kinds[:-1])} or {kinds[-1]}")
        if self.applied and self.connection is None:
            sentence = f"applied goes with connection alone: {', '.join(get_args(Ending))}"
            raise wrong_at(("applied",), self.applied, sentence)
        return self

    def injection(self, fault: str, hits: int, *, counts_for_pace: bool) -> Injection:
        """What is done to one call.

        Args:
            fault: The id of the fault that strikes it.
            hits: Which of the fault's hits it is, counted from 1.
            counts_for_pace: Whether the call counts for the pace.
        """
        return Injection(
            fault,
            self.code,
            self.status,
            0.0 if self.latency is None else self.latency.delay(hits),
            counts_for_pace,
            self.connection,
            self.applied,
            self.cut,
            None if self.drip is None else (self.drip.bytes, self.drip.seconds),
        )
