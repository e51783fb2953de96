"""Operations on a world's faults."""

from collections.abc import Mapping
from typing import Any

from mock_isales.control.forms.faults import FaultList
from mock_isales.engine.faults.forms import Answer, Fault, Match, SetFault, When
from mock_isales.engine.faults.keywords import FaultSaid
from mock_isales.testing.sent import Sent, a, body_of, nothing, of_world

LEVELS: Mapping[str, type[Match | When | Answer]] = {"match": Match, "when": When, "answer": Answer}
"""The parts of a fault whose fields are said by keywords of their own."""


def add(world: str, fault: Fault | Mapping[str, Any]) -> Sent[SetFault]:
    """Set one."""
    return Sent("POST", of_world(world, "faults"), a(SetFault), body_of(fault))


def every(world: str) -> Sent[list[SetFault]]:
    """All of them, in the order they were set."""
    return Sent("GET", of_world(world, "faults"), lambda content: FaultList.model_validate_json(content).faults)


def remove(world: str, fault: str) -> Sent[None]:
    """Remove one."""
    return Sent("DELETE", of_world(world, "faults", fault), nothing)


def clear(world: str) -> Sent[None]:
    """Remove all."""
    return Sent("DELETE", of_world(world, "faults"), nothing)


def with_levels(said: FaultSaid) -> dict[str, Any]:
    """A fault as its form has it; what no form knows stays as it is, so that the server says what was meant."""
    rest: dict[str, Any] = {**said}
    levels = {}
    for level, form in LEVELS.items():
        named = {name: rest.pop(name) for name in form.model_fields if name in rest}
        if named:
            levels[level] = named
    return rest | levels
