"""What is asked of a journal, and what it answers."""

from typing import Literal

from pydantic import Field

from mock_isales.engine.forms import Form
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.engine.journal.wanted import Wanted

MOST_ENTRIES = 1000
"""How many calls are told at a time."""

LAST = "last"
"""What stands for the id of the newest call that was refused or struck by a fault."""

LONGEST_WAIT = 600
"""Seconds."""


class JournalQuery(Wanted):
    """Which calls are wanted, and which of them are told."""

    limit: int = Field(100, ge=0, le=MOST_ENTRIES, title="How many to tell at most; 0 only counts them.")
    offset: int = Field(0, ge=0, le=1_000_000_000, title="How many of them to pass over.")
    order: Literal["oldest", "newest"] = Field("oldest", title="Which comes first.")


class ExplanationQuery(Form):
    """How a call is explained."""

    language: Literal["en", "zh"] = Field("en", title="In which language.")
    format: Literal["json", "text"] = Field("json", title="For programs, or for people.")


class Wait(Form):
    """What to wait for."""

    match: Wanted = Field(Wanted(), title="Which calls are wanted; all without it.")
    count: int = Field(1, ge=1, le=1_000_000_000, title="How many; those that have come already count.")
    timeout: float = Field(
        10, ge=0, le=LONGEST_WAIT, allow_inf_nan=False, title="For how many seconds of real time, 0 to 600."
    )
    limit: int = Field(100, ge=0, le=MOST_ENTRIES, title="How many to tell at most.")


class JournalPage(Form):
    """Some of the calls that a journal keeps."""

    total: int = Field(title="How many are wanted.")
    dropped: int = Field(title="How many calls the journal had no room for since it was last cleared.")
    limit_bytes: int = Field(title="The bytes that it may take.")
    bytes: int = Field(title="The bytes that it takes.")
    entries: list[JournalEntry] = Field(title="Those of this page.")


class Missed(Form):
    """Said in a stream (`event: dropped`): calls that were dropped before they could be told."""

    count: int = Field(title="How many, whether they would have been wanted or not.")


class Ended(Form):
    """Said at the end of a stream (`event: ended`): there will be no more calls."""

    what: Literal["world", "server"] = Field(title="What has ended.")
