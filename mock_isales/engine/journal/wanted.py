"""Which entries are wanted: filters, each one a field of `Wanted`, a keyword, and a line of the table below them."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from operator import attrgetter
from typing import Annotated, Any, Literal, TypedDict

from pydantic import AfterValidator
from pydantic_core import PydanticCustomError

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.contract.forms import is_integer, to_digits
from mock_isales.engine.forms import Form, Instant, Time, microseconds_of
from mock_isales.engine.journal.bodies import called_numbers_in, sessions_in, text_among
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.seed_files.wording import nearest

Operation = Literal["add_calling_numbers", "add_outbound_numbers"]
Check = Callable[[Entry], bool]

_SHOWN = 60


def _known_clause(clause: str) -> str:
    """Refuse a clause that there is not: no call would ever be wanted."""
    if clause not in CLAUSES:
        close = nearest(clause[:_SHOWN], CLAUSES)
        meant = f"did you mean {close}?" if close else "a refusal's entry says the ids of clauses"
        raise PydanticCustomError("clause", "there is no such clause; {meant}", {"meant": meant})
    return clause


class Wanted(Form):
    """What an entry must be; None: anything.

    Attributes:
        operation: The documented operation that was called.
        vdn: The path's first parameter, however many zeros it was sent with.
        campaign: The path's second parameter, likewise.
        result_code: The code of the answer.
        clause: The id of the clause that refused.
        session: The `sessionId` of one of the call's records.
        called_number: One of the call's called numbers.
        status: The HTTP status of the answer.
        fault: The id of the fault that was injected.
        since: The earliest time of the world's clock.
        until: The latest.
    """

    operation: Operation | None = None
    vdn: int | None = None
    campaign: int | None = None
    result_code: str | None = None
    clause: Annotated[str, AfterValidator(_known_clause)] | None = None
    session: str | None = None
    called_number: str | None = None
    status: int | None = None
    fault: str | None = None
    since: Time | None = None
    until: Time | None = None

    def checks(self) -> list[Check]:
        """What an entry has to pass, each a function of it; those that read its body come last."""
        return [make(getattr(self, name)) for name, make in CHECKS.items() if getattr(self, name) is not None]

    def among(self, entries: Iterable[Entry]) -> Iterator[Entry]:
        """Those entries that are wanted."""
        for check in self.checks():
            entries = filter(check, entries)
        return iter(entries)

    def matches(self, entry: Entry) -> bool:
        """Whether an entry is wanted."""
        return all(check(entry) for check in self.checks())


class Filters(TypedDict, total=False):
    """What `Wanted` says, as the keywords of a client in Python."""

    operation: Operation | None
    vdn: int | None
    campaign: int | None
    result_code: str | None
    clause: str | None
    session: str | None
    called_number: str | None
    status: int | None
    fault: str | None
    since: Instant | None
    until: Instant | None


def _equal(attribute: str) -> Callable[[Any], Check]:
    read = attrgetter(attribute)
    return lambda wanted: lambda entry: read(entry) == wanted


def _ruled(attribute: str) -> Callable[[Any], Check]:
    read = attrgetter(attribute)
    return lambda wanted: lambda entry: entry.decision is not None and read(entry.decision) == wanted


def _number(attribute: str) -> Callable[[Any], Check]:
    read = attrgetter(attribute)

    def make(wanted: int) -> Check:
        text = to_digits(wanted)
        return lambda entry: (sent := read(entry)) == text or (sent is not None and _is_number(sent, text))

    return make


def _is_number(sent: str, text: str) -> bool:
    """Whether a parameter stands for an integer though it is not written like it: only more zeros can do that."""
    if not sent.startswith(("0", "-0")) or not is_integer(sent):
        return False
    digits = sent.lstrip("-").lstrip("0") or "0"
    return text == (f"-{digits}" if sent.startswith("-") and digits != "0" else digits)


def _since(wanted: Any) -> Check:  # noqa: ANN401 - a time
    at = microseconds_of(wanted)
    return lambda entry: entry.at >= at


def _until(wanted: Any) -> Check:  # noqa: ANN401
    at = microseconds_of(wanted)
    return lambda entry: entry.at <= at


CHECKS: Mapping[str, Callable[[Any], Check]] = {
    "operation": _equal("operation"),
    "vdn": _number("vdn"),
    "campaign": _number("campaign"),
    "result_code": _ruled("result_code"),
    "clause": _ruled("clause"),
    "status": _equal("status"),
    "fault": _equal("fault"),
    "since": _since,
    "until": _until,
    "session": text_among(sessions_in),
    "called_number": text_among(called_numbers_in),
}
"""Makes the check of each filter; those that read the body stand last."""
