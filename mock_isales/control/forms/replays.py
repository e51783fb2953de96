"""What became of calls that were replayed."""

from typing import Literal

from pydantic import Field

from mock_isales.contract.json_text import JsonValue
from mock_isales.engine.forms import Form

Part = Literal["status", "resultCode", "resultDesc", "totalSize", "dataIds"]


class Difference(Form):
    """Something in which an answer is another one than the recorded one."""

    part: Part = Field(title="What differs: the HTTP status, a field of the body, or the number of data ids.")
    recorded: JsonValue = None
    answered: JsonValue = None


class ReplayedAnswer(Form):
    """An answer at a glance."""

    status: int = Field(title="Its HTTP status.")
    result_code: str | None = Field(None, title="Its result code; none if it has none, or none was recorded.")


class Replayed(Form):
    """A call of a recording, and what became of it."""

    index: int = Field(title="Its place in the recording, from 0.")
    method: str = Field(title="Its method.")
    target: str = Field(title="Its address, without scheme and host.")
    outcome: Literal["same", "different", "skipped"]
    operation: str | None = Field(None, title="Which documented operation it calls; none if it calls none.")
    recorded: ReplayedAnswer
    answered: ReplayedAnswer | None = Field(None, title="None where it was skipped.")
    differences: list[Difference] = Field([], title="In what the answers differ.")
    reason: str | None = Field(None, title="Why it was skipped, or not answered.")


class Replay(Form):
    """What became of a recording."""

    same: int = Field(title="How many calls were answered as they had been.")
    different: int = Field(title="How many were not.")
    skipped: int = Field(title="How many were not made.")
    entries: list[Replayed]
