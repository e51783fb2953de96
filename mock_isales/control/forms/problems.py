"""Problems (RFC 9457): what is answered instead of a result."""

from pydantic import BaseModel, ConfigDict, Field

from mock_isales.engine.forms import Form
from mock_isales.engine.journal.views import JournalEntry


class BadPlace(Form):
    """One thing that is wrong with what was sent."""

    place: str = Field(title="Where: `answer.code`, a parameter's name, `line 2, column 5`; empty for the whole.")
    reason: str = Field(title="What is wrong there.")
    hint: str | None = Field(None, title="What was most likely meant, or what to do instead.")


class ProblemView(BaseModel):
    """A problem. What it has beyond the first four members depends on its type."""

    model_config = ConfigDict(extra="allow", frozen=True)

    type: str = Field(title="Which problem, for programs: `urn:mock-isales:problem:{kind}`.")
    title: str = Field(title="The HTTP status in words.")
    status: int = Field(title="The HTTP status.")
    detail: str = Field(title="What is wrong and what to do, in a sentence or two for people.")
    problems: list[BadPlace] | None = Field(None, title="bad-request: all that is wrong with what was sent.")
    nearest: str | None = Field(None, title="no-such-…: what was most likely meant.")
    known: list[str] | None = Field(None, title="no-such-…: some of what there is.")
    total: int | None = Field(None, title="not-yet: how many wanted calls have come.")
    dropped: int | None = Field(None, title="not-yet, no-such-call: how many calls the journal had no room for.")
    limit_bytes: int | None = Field(None, title="not-yet, no-such-call: the bytes that the journal may take.")
    bytes: int | None = Field(None, title="not-yet: the bytes that it takes.")
    entries: list[JournalEntry] | None = Field(None, title="not-yet: the wanted calls that have come.")
