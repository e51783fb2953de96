"""The report: what a client does wrong, worked out from the calls that the journal keeps."""

from fastapi import Response

from mock_isales.contract.text import Language
from mock_isales.control.calls import Call
from mock_isales.control.forms.report import ReportQuery
from mock_isales.control.operations import Operation
from mock_isales.engine.report.formats.catalogue import MEDIA_TYPES, WRITERS
from mock_isales.engine.report.forms import Report
from mock_isales.engine.report.making import report_of
from mock_isales.engine.slices import in_slices


async def report_made(call: Call) -> Response:
    """Report on the client."""
    query = call.asked(ReportQuery)
    world = await call.world()
    journal = world.journal
    making = report_of(
        journal.entries(),
        world.terms,
        world=world.name,
        dropped=journal.dropped,
        language=Language(query.language),
    )
    text = WRITERS[query.format](await in_slices(making))
    return Response(text, media_type=MEDIA_TYPES[query.format])


OPERATIONS = (
    Operation(
        method="GET",
        path="/worlds/{world}/report",
        name="get_report",
        tag="report",
        summary="Report on the client",
        description="What the client does wrong towards the documents, as far as the calls tell that the journal "
        "keeps: each finding with the calls that show it, the clauses that ask for something else, and what to do. "
        "A client that keeps to the documents has none. `format` is json, text, sarif (2.1.0) or junit; `language` is "
        "that of the sentences, en or zh. Ask when the client is done: what it has not sent again by then counts as "
        "lost. The world's settings and readings are taken as they are now.",
        does=report_made,
        answers={200: Report},
        query=ReportQuery,
        asked={"format": "json", "language": "en"},
        other_media=("text/plain", "application/sarif+json", "application/xml"),
    ),
)
