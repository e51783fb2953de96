"""The records of a campaign: shown, and completed."""

from fastapi import Response
from pydantic_core import to_json

from mock_isales.control.calls import Call, answer
from mock_isales.control.forms.campaigns import Complete, Completed, RecordList, RecordQuery
from mock_isales.control.operations import Operation
from mock_isales.control.routes.campaigns import campaign_of
from mock_isales.engine.contents import KeptCampaign
from mock_isales.engine.slices import Slices, in_slices
from mock_isales.engine.stores.administration import Administration
from mock_isales.engine.stores.records import RecordPage, WantedRecords
from mock_isales.engine.views.campaigns import campaign_view
from mock_isales.engine.views.records import shown_record

_TAG = "records"
_PATH = "/worlds/{world}/campaigns/{vdn}/{id}"


async def record_list(call: Call) -> Response:
    """List records."""
    vdn, campaign, query = call.vdn(), call.campaign(), call.asked(RecordQuery)
    wanted = WantedRecords(
        complete=None if query.state is None else query.state == "completed",
        priority=query.priority,
        session=query.session,
        called_number=query.called_number,
        batch=query.batch,
        data_id=query.data_id,
    )

    def step(kept: Administration) -> Slices[RecordPage]:
        campaign_of(kept, vdn, campaign)
        return kept.records(vdn, campaign, wanted, query.offset, query.limit)

    page = await in_slices(await call.administer(step))
    shown = {"total": page.total, "records": list(map(shown_record, page.records))}
    return Response(to_json(shown), media_type="application/json")


async def records_completed(call: Call) -> Response:
    """Complete records."""
    vdn, campaign = call.vdn(), call.campaign()
    said = await call.said(Complete)

    def step(kept: Administration) -> tuple[int, KeptCampaign]:
        campaign_of(kept, vdn, campaign)
        completed = kept.complete(vdn, campaign, said.count)
        return completed, campaign_of(kept, vdn, campaign)

    completed, kept = await call.administer(step)
    return answer(Completed(completed=completed, campaign=campaign_view(kept)))


OPERATIONS = (
    Operation(
        method="GET",
        path=f"{_PATH}/records",
        name="list_records",
        tag=_TAG,
        summary="List the records of a campaign",
        description="Those that are wanted, page by page, in the order they were added. Records that are simply there "
        "(`pending`) are a number and not among them.",
        does=record_list,
        answers={200: RecordList},
        query=RecordQuery,
        asked={"state": "incomplete", "limit": 10},
    ),
    Operation(
        method="POST",
        path=f"{_PATH}/complete",
        name="complete_records",
        tag=_TAG,
        summary="Complete records of a campaign",
        description="As many incomplete ones as are said, in the order in which they are dialled: by priority, then "
        "the oldest first. That frees room under the cap.",
        does=records_completed,
        answers={200: Completed},
        body=Complete,
        examples={"Ten records": {"count": 10}},
    ),
)
