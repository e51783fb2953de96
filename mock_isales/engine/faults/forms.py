"""Faults as a client says them, and as they are told it again."""

from typing import Annotated, Any, Literal, Self

from pydantic import AfterValidator, ConfigDict, Field, StringConstraints, model_validator
from pydantic.config import JsonDict

from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.contract.catalogue import INTERFACES
from mock_isales.contract.interface import Interface
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.engine.faults.answers import Answer
from mock_isales.engine.faults.codes import refuse_undocumented
from mock_isales.engine.faults.ending import Until
from mock_isales.engine.faults.latencies import Latency, LogNormal
from mock_isales.engine.faults.matching import Match
from mock_isales.engine.faults.places import wrong_at
from mock_isales.engine.faults.when import When
from mock_isales.engine.forms import Form, Time
from mock_isales.engine.seeds import refuse_repeated

__all__ = ["Answer", "Fault", "Latency", "LogNormal", "Match", "Operation", "SetFault", "SetFaults", "Until", "When"]

Operation = Literal["add_calling_numbers", "add_outbound_numbers"]

_EXAMPLE: JsonDict = {
    "operation": "add_outbound_numbers",
    "match": {"campaign": 1},
    "when": {"first": 2},
    "answer": {"code": "0200006"},
}


class Fault(Form):
    """What some calls are answered instead of what the contract says.

    It strikes calls that are valid in themselves, before their campaign is looked at. Of several faults that would
    strike a call, the one that was set first does.
    """

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                _EXAMPLE,
                {"match": {"vdn": 1}, "answer": {"latency": {"uniform": [0.1, 0.5], "seed": 7}}, "until": {"hits": 10}},
                {"when": {"probability": 0.25, "seed": 7}, "answer": {"status": 503}, "until": {"seconds": 30}},
                {"when": {"first": 1}, "answer": {"connection": "reset", "applied": True}},
                {"answer": {"code": "0299999"}, "off_contract": True},
            ]
        }
    )

    operation: Operation | None = Field(None, description="Calls of this operation; of both without it.")
    match: Match = Field(
        Match(), description="Which calls of it are meant; all without it.", json_schema_extra={"default": {}}
    )
    when: When = Field(
        When(), description="Which of those are struck; all without it.", json_schema_extra={"default": {}}
    )
    answer: Answer = Field(description="What they are answered.")
    counts_for_pace: bool = Field(
        default=False, description="Whether a call that is not done counts for the pace all the same."
    )
    off_contract: bool = Field(
        default=False, description="Whether the code may be one that the operation does not document."
    )
    until: Until | None = Field(None, description="When the fault ends; never without it.")

    @model_validator(mode="after")
    def _possible(self) -> Self:
        if self.operation == ADD_CALLING_NUMBERS.operation:
            for name in self.match.needs_records:
                sentence = f"no call of {self.operation} has a {name}: leave it out, or say another operation"
                raise wrong_at(("match", name), getattr(self.match, name), sentence)
        if self.answer.code is not None and not self.off_contract:
            refuse_undocumented(self.answer.code, self.interfaces)
        return self

    @property
    def interfaces(self) -> list[Interface[Any]]:
        """Those whose calls it may strike."""
        with_records = [ADD_OUTBOUND_NUMBERS] if self.match.needs_records else INTERFACES
        return [each for each in with_records if self.operation in {None, each.operation}]


class SetFault(Fault):
    """A fault that has been set, and what has become of it."""

    model_config = ConfigDict(
        json_schema_extra={
            "examples": [
                {
                    **_EXAMPLE,
                    "id": "1",
                    "seen": 3,
                    "hits": 2,
                    "set_at": "2026-11-21T10:00:00.000000Z",
                    "ended": False,
                }
            ]
        }
    )

    id: Annotated[str, StringConstraints(pattern=r"^[1-9][0-9]{0,14}$")] = Field(
        description="What it is called; no other fault of the world ever was or will be."
    )
    seen: Annotated[int, Field(ge=0)] = Field(description="How many matching calls have come to it.")
    hits: Annotated[int, Field(ge=0)] = Field(description="How many of them it has struck.")
    set_at: Time = Field(description="When it was set, by the world's clock.")
    ended: bool = Field(description="Whether it is over, so that it strikes no more calls.")


def _no_id_twice(faults: list[SetFault]) -> list[SetFault]:
    refuse_repeated("fault", [fault.id for fault in faults], "id")
    return faults


SetFaults = Annotated[list[SetFault], AfterValidator(_no_id_twice)]
"""All faults of a world, in the order in which they were set."""
