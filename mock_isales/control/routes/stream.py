"""The journal, live: each call as it is made."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from fastapi import Response

from mock_isales.contract.forms import is_digits
from mock_isales.control.calls import Call
from mock_isales.control.forms.journal import Ended, Missed
from mock_isales.control.forms.problems import BadPlace
from mock_isales.control.operations import EVENTS, Operation
from mock_isales.control.refusals import bad_request
from mock_isales.control.streams import EventStream
from mock_isales.control.wrong_values import shown
from mock_isales.engine.journal.views import view_of
from mock_isales.engine.journal.waiting import Dropped
from mock_isales.engine.journal.wanted import Wanted
from mock_isales.engine.worlds import World

LAST_EVENT = "Last-Event-ID"
_LONGEST_ID = 18


async def journal_streamed(call: Call) -> Response:
    """Send each call as it is made."""
    wanted = call.asked(Wanted)
    return EventStream(_told_of_its_end(call, events_of(await call.world(), wanted, _last_event(call))))


async def _told_of_its_end(call: Call, events: AsyncGenerator[str, None]) -> AsyncGenerator[str, None]:
    """The same events and, once there are no more, what has ended."""
    async with aclosing(events) as told:
        async for event in told:
            yield event
    ended = Ended(what="server" if call.double.ending.is_set() else "world")
    yield f"event: ended\ndata: {ended.model_dump_json()}\n\n"


async def events_of(world: World, wanted: Wanted, after: int | None) -> AsyncGenerator[str, None]:
    """The calls of a world as server-sent events; the world does not end for want of use meanwhile."""
    with world.followed():
        async with aclosing(world.journal.follow(wanted, after)) as news:
            async for each in news:
                if isinstance(each, Dropped):
                    yield f"event: dropped\ndata: {Missed(count=each.count).model_dump_json()}\n\n"
                else:
                    yield f"id: {each.id}\nevent: call\ndata: {view_of(each).model_dump_json()}\n\n"


def _last_event(call: Call) -> int | None:
    text = call.request.headers.get(LAST_EVENT)
    if text is None or text == "":
        return None
    if is_digits(text) and len(text) <= _LONGEST_ID:
        return int(text)
    raise bad_request([BadPlace(place=LAST_EVENT, reason=f"must be the id of a call, not {shown(text)}")])


OPERATIONS = (
    Operation(
        method="GET",
        path="/worlds/{world}/journal/stream",
        name="follow_calls",
        tag="journal",
        summary="Follow the calls live",
        description="Server-sent events. `event: call` has a call as `GET …/journal/{id}` shows it, and its id; "
        "`event: dropped` says how many calls went before they could be told. Last-Event-ID goes on behind that call; "
        "without it only new calls are told. The stream ends with the world or the server; `event: ended` says which.",
        does=journal_streamed,
        answers={200: EVENTS},
        query=Wanted,
        asked={"operation": "add_outbound_numbers"},
    ),
)
