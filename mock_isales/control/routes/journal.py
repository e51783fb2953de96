"""The journal: shown, waited for and cleared."""

from http import HTTPStatus

from fastapi import Response

from mock_isales.contract.forms import is_digits
from mock_isales.control.calls import Call, answer, nothing
from mock_isales.control.forms.journal import JournalPage, JournalQuery, Wait
from mock_isales.control.operations import Operation
from mock_isales.control.refusals import Refused, draining
from mock_isales.control.streams import until_gone
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.journal.journal import Journal
from mock_isales.engine.journal.views import JournalEntry, view_of
from mock_isales.engine.journal.waiting import Closed, NotYet, Selection
from mock_isales.engine.journal.wanted import Wanted

_TAG = "journal"
_PATH = "/worlds/{world}/journal"
_LONGEST_ID = 18


async def journal_shown(call: Call) -> Response:
    """Show calls."""
    query = call.asked(JournalQuery)
    journal = (await call.world()).journal
    wanted = Wanted.model_construct(**{name: getattr(query, name) for name in Wanted.model_fields})
    newest = query.order == "newest"
    return answer(page_of(journal, journal.select(wanted, offset=query.offset, limit=query.limit, newest=newest)))


async def journal_cleared(call: Call) -> Response:
    """Forget all calls."""
    await (await call.world()).clear_journal()
    return nothing()


async def entry_shown(call: Call) -> Response:
    """Show a call."""
    return answer(view_of(entry_named((await call.world()).journal, call.name("id"))))


async def journal_awaited(call: Call) -> Response:
    """Wait until so many calls have come, or until the client goes."""
    world = await call.world()
    said = await call.said(Wait)
    with world.followed():
        waiting = world.journal.wait(said.match, said.count, said.timeout, limit=said.limit)
        try:
            selection = await until_gone(call.request, waiting)
        except NotYet as error:
            raise _not_yet(world.journal, error, said) from None
        except Closed:
            if call.double.ending.is_set():
                raise draining("No more calls will come that could be waited for.") from None
            detail = f"The world {world.name} has ended while its calls were waited for."
            raise Refused("world-ended", HTTPStatus.GONE, detail) from None
    return nothing() if selection is None else answer(page_of(world.journal, selection))


def entry_named(journal: Journal, name: str) -> Entry:
    """The call whose id is said.

    Raises:
        Refused: The journal keeps none of that id.
    """
    entry = journal.get(int(name)) if is_digits(name) and len(name) <= _LONGEST_ID else None
    if entry is None:
        raise _no_such_call(journal, name)
    return entry


def page_of(journal: Journal, selection: Selection) -> JournalPage:
    """Some calls as they are shown, with the bound of their journal and what it dropped."""
    return JournalPage(
        total=selection.total,
        dropped=selection.dropped,
        limit_bytes=journal.limit,
        bytes=journal.size,
        entries=[view_of(entry) for entry in selection.entries],
    )


def _not_yet(journal: Journal, error: NotYet, said: Wait) -> Refused:
    members = page_of(journal, error.selection).model_dump(mode="json") | {"total": error.total}
    detail = f"{error.total} of {said.count} calls that fit have come in {said.timeout:g} s."
    if journal.dropped:
        detail = f"{detail} The journal has dropped {journal.dropped} calls, which cannot be counted any more."
    return Refused("not-yet", HTTPStatus.REQUEST_TIMEOUT, detail, **members)


def _no_such_call(journal: Journal, name: str) -> Refused:
    kept = journal.entries()
    there = f"It keeps {kept[0].id} to {kept[-1].id}" if kept else "It keeps none"
    detail = (
        f"The journal has no call {name[:60]}. {there}, has {journal.limit} bytes at most, and had no room for "
        f"{journal.dropped} calls since it was last cleared."
    )
    return Refused("no-such-call", HTTPStatus.NOT_FOUND, detail, dropped=journal.dropped, limit_bytes=journal.limit)


OPERATIONS = (
    Operation(
        method="GET",
        path=_PATH,
        name="list_calls",
        tag=_TAG,
        summary="List the calls that were made",
        description="Those that all parameters fit, with what was received, what was answered, and why. `dropped` "
        "says how many calls the journal had no room for.",
        does=journal_shown,
        answers={200: JournalPage},
        query=JournalQuery,
        asked={"operation": "add_outbound_numbers", "result_code": "0200000", "limit": 50},
    ),
    Operation(
        method="DELETE",
        path=_PATH,
        name="clear_journal",
        tag=_TAG,
        summary="Forget the calls that were made",
        description="Ids go on: none is given twice.",
        does=journal_cleared,
        answers={204: None},
    ),
    Operation(
        method="POST",
        path=f"{_PATH}/wait",
        name="wait_for_calls",
        tag=_TAG,
        summary="Wait for calls",
        description="Until `count` calls that fit have come; those that have come already count, so that the answer "
        "comes at once if they are enough.",
        does=journal_awaited,
        answers={200: JournalPage},
        body=Wait,
        problems={
            408: "The time is over, and fewer calls have come.",
            410: "The world has ended meanwhile.",
            503: "The store fails, or the server ends.",
        },
        examples={
            "One call": {
                "match": {"operation": "add_outbound_numbers", "result_code": "0200000"},
                "count": 1,
                "timeout": 5,
            }
        },
    ),
    Operation(
        method="GET",
        path=f"{_PATH}/{{id}}",
        name="get_call",
        tag=_TAG,
        summary="Look at a call",
        description="Its id stands in the header X-Mock-Request of its answer.",
        does=entry_shown,
        answers={200: JournalEntry},
    ),
)
