"""Looks up what a world says now, where an explanation depends on it."""

from contextlib import suppress

from mock_isales.contract.calling_numbers import CN_CAMPAIGN, CN_PROVISIONED
from mock_isales.contract.forms import is_digits, to_int
from mock_isales.contract.outbound_clauses import ON_CAMPAIGN
from mock_isales.engine.explaining.subjects import Found, Subject
from mock_isales.engine.faults.forms import SetFault
from mock_isales.engine.stores.protocol import Administration, StoreFailure
from mock_isales.engine.worlds import World

_MOST_VDNS = 100
_MOST_NUMBERS = 5
_NEEDS = {CN_CAMPAIGN.id, ON_CAMPAIGN.id, CN_PROVISIONED.id}


async def found_in(world: World, subject: Subject) -> Found:
    """What a world says now of a call; nothing, where nothing is needed or the database fails."""
    fault = _fault(world, subject.entry.fault)
    clause, vdn, campaign = subject.clause, subject.entry.vdn or "", subject.entry.campaign or ""
    if clause is None or clause.id not in _NEEDS or not (is_digits(vdn) and is_digits(campaign)):
        return Found(fault=fault)
    numbers = to_int(vdn), to_int(campaign)

    def look(administration: Administration) -> Found:
        if clause == CN_PROVISIONED:
            return Found(provisioned=administration.provisioned(numbers[0])[:_MOST_NUMBERS], fault=fault)
        return _campaigns(administration, *numbers, fault)

    with suppress(StoreFailure, LookupError):
        return await world.store.administer(world.name, world.clock, look)
    return Found(fault=fault)


def _campaigns(administration: Administration, vdn: int, campaign: int, fault: SetFault | None) -> Found:
    """The campaigns that may have been meant."""
    ids = [kept.campaign.id for kept in administration.campaigns(vdn)]
    others = [each for each in administration.vdns()[:_MOST_VDNS] if each != vdn]
    return Found(
        campaigns=sorted(ids, key=lambda each: (abs(each - campaign), each)),
        vdns=[each for each in others if administration.campaign(each, campaign) is not None],
        fault=fault,
    )


def _fault(world: World, fault: str | None) -> SetFault | None:
    """The fault that struck, if it is still set."""
    if fault is None:
        return None
    return next((each for each in world.faults.listed(world.clock()) if each.id == fault), None)
