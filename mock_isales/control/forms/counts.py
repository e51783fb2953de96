"""How many calls and records there are of each kind."""

from typing import Literal

from pydantic import Field

from mock_isales.engine.forms import Form, Time


class CallCount(Form):
    """How many calls ended so."""

    operation: str | None = Field(None, title="Which documented operation was called.")
    result_code: str | None = Field(None, title="The answer's code.")
    status: int = Field(title="The answer's HTTP status; 0 without an answer.")
    clause: str | None = Field(None, title="The clause that refused.")
    fault: bool = Field(title="Whether a fault struck them.")
    count: int = Field(title="How many.")


class CallCounts(Form):
    """How many of the calls that a journal keeps ended how."""

    total: int = Field(title="How many are wanted.")
    dropped: int = Field(title="How many calls the journal had no room for since it was last cleared.")
    counts: list[CallCount] = Field(title="How many ended in each way, the most frequent first.")


class RecordCount(Form):
    """How many records are like that."""

    state: Literal["incomplete", "completed"] = Field(title="Incomplete or completed.")
    priority: int = Field(title="Their priority, 1 to 5.")
    count: int = Field(title="How many.")


class Growth(Form):
    """How many records had been added at a time."""

    at: Time = Field(title="When, by the world's clock.")
    records: int = Field(title="How many had been added by then.")


class RecordCounts(Form):
    """How many records a campaign has of each kind. Those that are simply there (`pending`) are not among them."""

    total: int = Field(title="How many were added.")
    pending: int = Field(title="How many are simply there.")
    counts: list[RecordCount] = Field(title="How many there are of each state and priority, without those of none.")
    growth: list[Growth] = Field(title="How they came, in the order they were added: at most 41 points.")
