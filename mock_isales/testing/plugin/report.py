"""The calls of a failing test, for its report."""

from collections.abc import Iterator

from mock_isales.contract.catalogue import CLAUSES
from mock_isales.control.forms.journal import JournalPage
from mock_isales.engine.journal.views import JournalEntry
from mock_isales.testing.errors import ControlError
from mock_isales.testing.journal_lines import line_of
from mock_isales.testing.plugin.worlds import Begun
from mock_isales.testing.printable import printable

_MOST_CALLS = 50
_LONGEST_DETAIL = 300
_INDENT = " " * 4


def section_of(begun: Begun) -> tuple[str, str]:
    """The heading and the text of a report's section. What goes wrong is told in it: the test's own failure counts."""
    heading = f"mock-isales: calls of world {begun.world.name}"
    try:
        return heading, "\n".join([*_unheard(begun), *_told(begun)])
    except Exception as error:  # noqa: BLE001 - whatever it is, it must not take the place of what the test found
        return heading, f"the calls cannot be told: {error or type(error).__name__}"


def keep(begun: Begun) -> None:
    """Keep the section of a world that is about to end, unless that was done."""
    begun.section = begun.section or section_of(begun)


def _unheard(begun: Begun) -> Iterator[str]:
    if begun.unheard:
        names = ", ".join(begun.unheard)
        yield f"isales_settings says {names}, which a server that runs already cannot be told"


def _told(begun: Begun) -> Iterator[str]:
    try:
        page = begun.world.journal.entries(limit=_MOST_CALLS, order="newest")
    except ControlError as error:
        if error.kind != "no-such-world":
            raise
        yield "the test ended this world, and its calls with it"
        return
    yield from _lines(page)


def _lines(page: JournalPage) -> Iterator[str]:
    if page.dropped:
        yield f"earlier calls that the journal had no room for in {page.limit_bytes} bytes: {page.dropped}"
    earlier = page.total - len(page.entries)
    if earlier:
        yield f"earlier calls that are not shown: {earlier}"
    if not page.total and not page.dropped:
        yield "no calls were made"
    for entry in reversed(page.entries):
        yield line_of(entry)
        yield from (f"{_INDENT}{line}" for line in _why(entry))


def _why(entry: JournalEntry) -> Iterator[str]:
    """What the clause says that refused, and what was wrong with the signature."""
    clause = None if entry.clause is None else CLAUSES.get(entry.clause)
    if clause is not None:
        yield clause.sentence.english
    if entry.signature is not None:
        yield printable(f"{entry.signature.step}: {entry.signature.detail}", _LONGEST_DETAIL)
        for mistake in entry.signature.mistakes:
            yield printable(f"{mistake.sentence} {mistake.advice}", _LONGEST_DETAIL)
