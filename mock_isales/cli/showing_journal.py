"""`mock-isales journal` and `mock-isales why`."""

import sys
from collections.abc import Mapping
from typing import Any, cast

from mock_isales.cli.controlling import Failed, Server, note, say, world_of
from mock_isales.contract.forms import is_digits
from mock_isales.control.forms.journal import LAST
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.engine.journal.wanted import Filters
from mock_isales.testing import World
from mock_isales.testing.journal_lines import line_of
from mock_isales.testing.operations.journal import Spoken
from mock_isales.testing.printable import in_json, printable

_INTERRUPTED = 130
_LONGEST_LINE = 2000


def show(  # noqa: PLR0913 - what to show, and how
    server: Server, name: str, wanted: Mapping[str, Any], *, limit: int, follow: bool, as_json: bool
) -> None:
    """Print the newest calls of a world, the oldest of them first; then, if that is wanted, each that comes."""
    filters = cast("Filters", wanted)
    with world_of(server, name) as world:
        last = _show_kept(world, filters, limit, as_json=as_json)
        if follow:
            _follow(world, filters, last, as_json=as_json)


def explain(server: Server, name: str, call: str, language: Spoken, *, as_json: bool) -> None:
    """Print why a call of a world was answered as it was.

    Raises:
        Failed: What is named is not a call's id.
    """
    with world_of(server, name) as world:
        if not is_digits(call) and call != LAST:
            raise Failed(f"the id of a call is a number, or {LAST} for the newest refused one; not {printable(call)}")
        told = world.journal.explain("last" if call == LAST else int(call), language)
    if as_json:
        say(in_json(told.model_dump(mode="json")))
        return
    for line in str(told).splitlines():
        say(printable(line, _LONGEST_LINE))


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
