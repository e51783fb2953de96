"""`mock-isales journal`."""

import sys
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any, cast

from mock_isales.cli.controlling import Server, note, say, world_of
from mock_isales.cli.printable import in_json, printable
from mock_isales.contract.codes import ResultCode
from mock_isales.engine.forms import written
from mock_isales.engine.journal.departures import Departure
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.engine.journal.wanted import Filters
from mock_isales.testing import World

_INTERRUPTED = 130
_LONGEST_VALUE = 60


def show(  # noqa: PLR0913 - what to show, and how
    server: Server, name: str, wanted: Mapping[str, Any], *, limit: int, follow: bool, as_json: bool
) -> None:
    """Print the newest calls of a world, the oldest of them first; then, if that is wanted, each that comes."""
    filters = cast("Filters", wanted)
    with world_of(server, name) as world:
        last = _show_kept(world, filters, limit, as_json=as_json)
        if follow:
            _follow(world, filters, last, as_json=as_json)


def line_of(entry: JournalEntry) -> str:
    """A call in a line."""
    at = written(entry.at)[:-4] + "Z"
    duration = f"{entry.duration_ms:.1f} ms"
    parts = [str(entry.id), at, *_what(entry), _outcome(entry), _why(entry), _fault(entry), duration]
    return "  ".join([part for part in parts if part] + [_departed(each) for each in entry.departures])


def _show_kept(world: World, wanted: Filters, limit: int, *, as_json: bool) -> int | None:
    """Print what is kept; the id of the newest call, None if none was asked for."""
    page = world.journal.entries(limit=limit, order="newest", **wanted)
    if page.dropped:
        note(f"the journal of {page.limit_bytes} bytes had no room for {page.dropped} of the calls")
    for entry in reversed(page.entries):
        _print(entry, as_json=as_json)
    newest = page.entries[0].id if page.entries else 0
    return newest if limit else None


def _follow(world: World, wanted: Filters, after: int | None, *, as_json: bool) -> None:
    missed = "the journal dropped {} calls before they could be shown".format
    try:
        with world.journal.follow(after=after, on_missed=lambda count: note(missed(count)), **wanted) as calls:
            for entry in calls:
                _print(entry, as_json=as_json)
    except KeyboardInterrupt:
        sys.exit(_INTERRUPTED)
    note(f"the world {world.name} has ended")


def _print(entry: JournalEntry, *, as_json: bool) -> None:
    say(in_json(entry.model_dump(mode="json")) if as_json else line_of(entry))


def _what(entry: JournalEntry) -> list[str]:
    if entry.operation is None:
        return [printable(f"{entry.request.method} {entry.request.target}")]
    return [printable(entry.operation), f"{_id(entry.vdn)}/{_id(entry.campaign)}"]


def _id(parameter: int | str | None) -> str:
    return printable(str(parameter), 20)


def _outcome(entry: JournalEntry) -> str:
    """The code with its sentence; without one, the HTTP status."""
    code = entry.result_code
    if code is None:
        known = entry.status in HTTPStatus.__members__.values()
        return f"{entry.status} {HTTPStatus(entry.status).phrase}" if known else str(entry.status)
    if code == ResultCode.SUCCESS:
        return f"{code} Success."
    sentence = ResultCode(code).sentence.english if code in ResultCode.__members__.values() else ""
    return f"{printable(code)} {sentence}".rstrip()


def _why(entry: JournalEntry) -> str:
    if entry.clause is None:
        return ""
    value = printable(in_json(entry.value), _LONGEST_VALUE)
    return f"{printable(entry.clause)}: {printable(entry.field or 'body')} = {value}"


def _fault(entry: JournalEntry) -> str:
    return "" if entry.fault is None else f"by fault {printable(entry.fault)}"


def _departed(departure: Departure) -> str:
    meant = f" (did you mean {printable(departure.nearest)}?)" if departure.nearest else ""
    what = {"missing_charset": "no charset", "unknown_field": "unknown"}.get(departure.kind, departure.kind)
    return f"! {printable(departure.place)}: {what}{meant}"
