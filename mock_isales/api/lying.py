"""The wire of a double that lies: its envelopes, its limit, whom it believes."""

from dataclasses import replace
from typing import Any

from pydantic_core import from_json, to_json

from mock_isales.api.routes import Told, Writes
from mock_isales.contract.answers import Description
from mock_isales.contract.interface import Interface
from mock_isales.engine.decisions import Decision
from mock_isales.engine.lies.lie import Lie


def lying(told: Told, lie: Lie, interface: Interface[Any]) -> Told:
    """What the wire of an interface is told: the lie, if it is about that one."""
    if interface.operation != lie.operation:
        return told
    verifies = None if lie.believes else told.verifies
    return replace(told, max_body=lie.body_limit(told.max_body), verifies=verifies, writes=_lying(told.writes, lie))


def _lying(writes: Writes, lie: Lie) -> Writes:
    answer = lie.answer
    if answer is None:
        return writes

    def write(decision: Decision, described: Description) -> bytes:
        return to_json(answer(decision, from_json(writes(decision, described))))

    return write
