"""How many calls ended how, and how many records a campaign has of which kind."""

import asyncio
from collections import Counter

from fastapi import Response

from mock_isales.control.calls import Call, answer
from mock_isales.control.forms.counts import CallCount, CallCounts, Growth, RecordCount, RecordCounts
from mock_isales.control.operations import Operation
from mock_isales.control.routes.campaigns import campaign_of
from mock_isales.engine.forms import time_of
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.journal.wanted import Wanted
from mock_isales.engine.slices import Slices, in_slices
from mock_isales.engine.stores.administration import Administration
from mock_isales.engine.stores.records import RecordPage, WantedRecords

_AT_ONCE = 2000
"""So many calls are counted before somebody else has a turn."""

_STEPS = 40
"""Into so many steps the growth of a campaign is divided."""

_KINDS = [(complete, priority) for complete in (False, True) for priority in range(1, 6)]

_Ending = tuple[str | None, str | None, int, str | None, bool]


async def calls_counted(call: Call) -> Response:
    """Count calls by how they ended."""
    wanted = call.asked(Wanted)
    journal = (await call.world()).journal
    entries, dropped = list(journal.entries()), journal.dropped
    endings: Counter[_Ending] = Counter()
    for first in range(0, len(entries), _AT_ONCE):
        endings.update(map(_ending, wanted.among(entries[first : first + _AT_ONCE])))
        await asyncio.sleep(0)
    counts = [
        CallCount(operation=operation, result_code=code, status=status, clause=clause, fault=fault, count=count)
        for (operation, code, status, clause, fault), count in endings.most_common()
    ]
    return answer(CallCounts(total=endings.total(), dropped=dropped, counts=counts))


def _ending(entry: Entry) -> _Ending:
    ruling = entry.decision
    code, clause = (None, None) if ruling is None else (ruling.result_code, ruling.clause)
    return entry.operation, code, entry.status, clause, entry.fault is not None


async def records_counted(call: Call) -> Response:
    """Count the records of a campaign."""
    vdn, campaign = call.vdn(), call.campaign()
    kept = await call.administer(lambda world: campaign_of(world, vdn, campaign))
    counts = [(await _page(call, WantedRecords(*kind), 0, 0)).total for kind in _KINDS]
    total = sum(counts)
    places = sorted({total * step // _STEPS for step in range(1, _STEPS + 1)} | {min(total, 1)})
    growth = [(place, await _page(call, WantedRecords(), place - 1, 1)) for place in places if place]
    return answer(
        RecordCounts(
            total=total,
            pending=kept.pending,
            counts=[
                RecordCount(state="completed" if complete else "incomplete", priority=priority, count=count)
                for (complete, priority), count in zip(_KINDS, counts, strict=True)
                if count
            ],
            growth=[
                Growth(at=time_of(each.added_at), records=place) for place, page in growth for each in page.records
            ],
        )
    )


async def _page(call: Call, wanted: WantedRecords, offset: int, limit: int) -> RecordPage:
    """Some records of the campaign that a call is about: each look is a step of its own, which holds up nobody long."""
    vdn, campaign = call.vdn(), call.campaign()

    def step(kept: Administration) -> Slices[RecordPage]:
        campaign_of(kept, vdn, campaign)
        return kept.records(vdn, campaign, wanted, offset, limit)

    page = await in_slices(await call.administer(step))
    await asyncio.sleep(0)
    return page


OPERATIONS = (
    Operation(
        method="GET",
        path="/worlds/{world}/journal/counts",
        name="count_calls",
        tag="journal",
        summary="Count the calls by how they ended",
        description="Those that all parameters fit, of those that the journal keeps: how many there are of each "
        "operation, code, status and clause, and whether a fault struck them.",
        does=calls_counted,
        answers={200: CallCounts},
        query=Wanted,
        asked={"operation": "add_outbound_numbers"},
    ),
    Operation(
        method="GET",
        path="/worlds/{world}/campaigns/{vdn}/{id}/counts",
        name="count_records",
        tag="records",
        summary="Count the records of a campaign",
        description="By state and priority, and how many there were at some times. Records that are simply there "
        "(`pending`) are a number of their own.",
        does=records_counted,
        answers={200: RecordCounts},
    ),
)
