"""Operations on a world's journal."""

from typing import Any, Literal

from pydantic import TypeAdapter

from mock_isales.control.forms.counts import CallCounts
from mock_isales.control.forms.journal import JournalPage
from mock_isales.engine.explaining.forms import Explanation
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.engine.journal.wanted import Filters
from mock_isales.testing.sent import Sent, a, body_of, nothing, of_world, with_query

_HAR = TypeAdapter(dict[str, Any])

Order = Literal["oldest", "newest"]
Spoken = Literal["en", "zh"]
"""A language in which a call is explained."""


def entries(world: str, wanted: Filters, offset: int, limit: int, order: Order) -> Sent[JournalPage]:
    """Some of its calls."""
    return Sent("GET", _of(world, {**wanted, "offset": offset, "limit": limit, "order": order}), a(JournalPage))


def count(world: str, wanted: Filters) -> Sent[int]:
    """How many of its calls are wanted."""
    query = {**wanted, "limit": 0}
    return Sent("GET", _of(world, query), lambda content: JournalPage.model_validate_json(content).total)


def counts(world: str, wanted: Filters) -> Sent[CallCounts]:
    """How many of its calls ended how."""
    return Sent("GET", with_query(of_world(world, "journal", "counts"), {**wanted}), a(CallCounts))


def get(world: str, entry: int) -> Sent[JournalEntry]:
    """One call."""
    return Sent("GET", of_world(world, "journal", entry), a(JournalEntry))


def explain(world: str, entry: int | Literal["last"], language: Spoken) -> Sent[Explanation]:
    """Why one call was answered as it was."""
    place = with_query(of_world(world, "journal", entry, "explanation"), {"language": language})
    return Sent("GET", place, a(Explanation))


def wait(world: str, wanted: Filters, count: int, timeout: float, limit: int) -> Sent[JournalPage]:
    """Wait until so many wanted calls have come."""
    body = body_of({"match": wanted, "count": count, "timeout": timeout, "limit": limit})
    return Sent("POST", of_world(world, "journal", "wait"), a(JournalPage), body, patience=timeout)


def har(world: str, wanted: Filters) -> Sent[dict[str, Any]]:
    """The wanted calls as HAR."""
    return Sent("GET", with_query(of_world(world, "journal", "har"), {**wanted}), _HAR.validate_json)


def as_curl(world: str, entry: int) -> Sent[str]:
    """One call as a command of curl."""
    return Sent("GET", of_world(world, "journal", entry, "curl"), bytes.decode)


def as_pytest(world: str, entry: int) -> Sent[str]:
    """One call as a test."""
    return Sent("GET", of_world(world, "journal", entry, "pytest"), bytes.decode)


def clear(world: str) -> Sent[None]:
    """Forget all calls."""
    return Sent("DELETE", of_world(world, "journal"), nothing)


def stream(world: str, wanted: Filters, after: int | None) -> Sent[None]:
    """The wanted calls as they come; what comes back is read by a `CallReader`."""
    headers = {} if after is None else {"Last-Event-ID": str(after)}
    return Sent("GET", with_query(of_world(world, "journal", "stream"), {**wanted}), nothing, headers=headers)


def _of(world: str, query: dict[str, Any]) -> str:
    return with_query(of_world(world, "journal"), query)
