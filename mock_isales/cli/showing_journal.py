"""`mock-isales journal`."""

import sys
from collections.abc import Mapping
from typing import Any, cast

from mock_isales.cli.controlling import Server, note, say, world_of
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.engine.journal.wanted import Filters
from mock_isales.testing import World
from mock_isales.testing.journal_lines import line_of
from mock_isales.testing.printable import in_json

_INTERRUPTED = 130


def show(  # noqa: PLR0913 - what to show, and how
    server: Server, name: str, wanted: Mapping[str, Any], *, limit: int, follow: bool, as_json: bool
) -> None:
    """Print the newest calls of a world, the oldest of them first; then, if that is wanted, each that comes."""
    filters = cast("Filters", wanted)
    with world_of(server, name) as world:
        last = _show_kept(world, filters, limit, as_json=as_json)
        if follow:
            _follow(world, filters, last, as_json=as_json)


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
