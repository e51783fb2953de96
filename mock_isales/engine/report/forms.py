"""The report as it is shown: forms that the control interface writes and a client reads."""

from typing import Literal

from pydantic import Field

from mock_isales.engine.forms import Form

LanguageCode = Literal["en", "zh"]
Severity = Literal["error", "warning", "note"]

MOST_IDS = 20
"""How many calls of a finding are named."""


class FoundCalls(Form):
    """The calls that a finding is about."""

    total: int = Field(title="How many there are.")
    first: list[int] = Field(title="The ids of the first 20, as the journal has them.")


class Finding(Form):
    """Something that a client does wrong."""

    kind: str = Field(title="What it is, for programs.")
    severity: Severity = Field(title="How bad it is; a note may well be meant.")
    place: str = Field(title="Where: an operation with vdn/campaign, a header, or a field.")
    text: str = Field(title="What was done.")
    asked: str = Field(title="What the document asks for, in its clauses' own sentences.")
    clauses: list[str] = Field(title="The ids of those clauses; none where the document just has no such thing.")
    calls: FoundCalls = Field(title="The calls that show it.")
    advice: str = Field(title="What to do instead.")


class InjectedAnswer(Form):
    """An answer that calls got from a fault."""

    fault: str = Field(title="The id of the fault.")
    result_code: str | None = Field(title="The code of the answer, None if it was given by HTTP status alone.")
    status: int = Field(title="Its HTTP status.")
    calls: int = Field(title="How many calls got it; with 0200000, those that the fault only answered late, too.")


class Report(Form):
    """What a client does wrong, worked out from the calls that a world's journal keeps."""

    world: str = Field(title="The world that was called.")
    language: LanguageCode = Field(title="The language of the sentences.")
    calls: int = Field(title="How many calls it was made of.")
    dropped: int = Field(title="How many more there were that the journal had no room for: nothing is known of them.")
    unread: int = Field(title="How many of the calls had a body too large to be looked into.")
    injected: list[InjectedAnswer] = Field(title="The answers that came from faults, the first 100 of them.")
    findings: list[Finding] = Field(title="What was found, kind by kind; at most 50 of a kind.")
    left_out: int = Field(title="How often a call showed something for which there was no room among the findings.")

    @property
    def fails(self) -> bool:
        """Whether something was found that is more than a note."""
        return any(each.severity != "note" for each in self.findings)
