"""A call of a journal in a line, for people."""

from mock_isales.engine.forms import written
from mock_isales.engine.journal.departures import Departure
from mock_isales.engine.journal.outcomes import Outcome
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.testing.printable import in_json, printable

_LONGEST_VALUE = 60


def line_of(entry: JournalEntry) -> str:
    """A call in a line."""
    at = written(entry.at)[:-4] + "Z"
    duration = f"{entry.duration_ms:.1f} ms"
    parts = [str(entry.id), at, *_what(entry), _outcome(entry), _why(entry), _fault(entry), duration]
    return "  ".join([part for part in parts if part] + [_departed(each) for each in entry.departures])


def _what(entry: JournalEntry) -> list[str]:
    if entry.operation is None:
        return [printable(f"{entry.request.method} {entry.request.target}")]
    return [printable(entry.operation), f"{_id(entry.vdn)}/{_id(entry.campaign)}"]


def _id(parameter: int | str | None) -> str:
    return printable(str(parameter), 20)


def _outcome(entry: JournalEntry) -> str:
    """The code with its sentence; without one, the HTTP status."""
    outcome = Outcome(entry.operation, entry.result_code, entry.status)
    return f"{printable(outcome.code)} {outcome.sentence}".rstrip()


def _why(entry: JournalEntry) -> str:
    if entry.clause is None:
        return ""
    value = printable(in_json(entry.value), _LONGEST_VALUE)
    return f"{printable(entry.clause)}: {printable(entry.field or 'body')} = {value}"


def _fault(entry: JournalEntry) -> str:
    if entry.fault is None:
        return ""
    on_its_way = f" ({entry.transport})" if entry.transport else ""
    return f"by fault {printable(entry.fault)}{on_its_way}"


def _departed(departure: Departure) -> str:
    meant = f" (did you mean {printable(departure.nearest)}?)" if departure.nearest else ""
    what = {"missing_charset": "no charset", "unknown_field": "unknown"}.get(departure.kind, departure.kind)
    return f"! {printable(departure.place)}: {what}{meant}"
