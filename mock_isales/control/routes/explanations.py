"""A call of the journal, explained."""

from http import HTTPStatus

from fastapi import Response

from mock_isales.contract.text import Language
from mock_isales.control.calls import Call, answer
from mock_isales.control.forms.journal import LAST, ExplanationQuery
from mock_isales.control.operations import Operation
from mock_isales.control.refusals import Refused
from mock_isales.control.routes.journal import entry_named
from mock_isales.engine.explaining.explaining import explain
from mock_isales.engine.explaining.forms import Explanation
from mock_isales.engine.journal.entries import SUCCESS, Entry
from mock_isales.engine.journal.journal import Journal


async def entry_explained(call: Call) -> Response:
    """Explain a call."""
    query = call.asked(ExplanationQuery)
    world, name = await call.world(), call.name("id")
    entry = newest_refused(world.journal) if name == LAST else entry_named(world.journal, name)
    if entry is None:
        raise _nothing_refused(world.journal)
    told = await explain(world, entry, Language(query.language), call.double.settings.auth)
    return Response(str(told), media_type="text/plain; charset=utf-8") if query.format == "text" else answer(told)


def newest_refused(journal: Journal) -> Entry | None:
    """The newest call that was not simply accepted; None if there is none."""
    return next((each for each in reversed(journal.entries()) if each.decision != SUCCESS or each.fault), None)


def _nothing_refused(journal: Journal) -> Refused:
    kept = len(journal.entries())
    detail = f"None of the {kept} calls that the journal keeps was refused, or struck by a fault."
    return Refused("no-such-call", HTTPStatus.NOT_FOUND, detail, dropped=journal.dropped, limit_bytes=journal.limit)


OPERATIONS = (
    Operation(
        method="GET",
        path="/worlds/{world}/journal/{id}/explanation",
        name="explain_call",
        tag="journal",
        summary="Explain a call",
        description="Why it was answered as it was, and what to change: the clause with its sentence, the nearest "
        "value that passes, what was checked before and what was not looked at any more, and how other readings would "
        f"have answered. `{LAST}` as the id is the newest call that was refused or struck by a fault. With "
        "`format=text` it is plain text for people.",
        does=entry_explained,
        answers={200: Explanation},
        query=ExplanationQuery,
        asked={"language": "zh"},
    ),
)
