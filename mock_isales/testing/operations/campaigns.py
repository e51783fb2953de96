"""Operations on campaigns and their records."""

from mock_isales.control.forms.campaigns import CampaignList, Completed, RecordList
from mock_isales.control.forms.counts import RecordCounts
from mock_isales.engine.views.campaigns import CampaignView
from mock_isales.testing.said import CampaignSaid, RecordFilters
from mock_isales.testing.sent import Sent, a, body_of, nothing, of_world, with_query


def every(world: str, vdn: int | None) -> Sent[list[CampaignView]]:
    """All of them, or those of a VDN."""
    address = with_query(of_world(world, "campaigns"), {"vdn": vdn})
    return Sent("GET", address, lambda content: CampaignList.model_validate_json(content).campaigns)


def get(world: str, vdn: int, campaign: int) -> Sent[CampaignView]:
    """One of them."""
    return Sent("GET", _of(world, vdn, campaign), a(CampaignView))


def put(world: str, vdn: int, campaign: int, said: CampaignSaid) -> Sent[CampaignView]:
    """Make one, or replace it; what is not said is as in a seed."""
    return Sent("PUT", _of(world, vdn, campaign), a(CampaignView), body_of(said))


def change(world: str, vdn: int, campaign: int, said: CampaignSaid) -> Sent[CampaignView]:
    """Change one; what is not said stays."""
    return Sent("PATCH", _of(world, vdn, campaign), a(CampaignView), body_of(said))


def remove(world: str, vdn: int, campaign: int) -> Sent[None]:
    """Remove one, with its records."""
    return Sent("DELETE", _of(world, vdn, campaign), nothing)


def records(  # noqa: PLR0913, PLR0917 - an address, and a page
    world: str, vdn: int, campaign: int, wanted: RecordFilters, offset: int, limit: int
) -> Sent[RecordList]:
    """Some of its records."""
    query = {**wanted, "offset": offset, "limit": limit}
    return Sent("GET", with_query(f"{_of(world, vdn, campaign)}/records", query), a(RecordList))


def counts(world: str, vdn: int, campaign: int) -> Sent[RecordCounts]:
    """How many records it has of which kind."""
    return Sent("GET", f"{_of(world, vdn, campaign)}/counts", a(RecordCounts))


def complete(world: str, vdn: int, campaign: int, count: int) -> Sent[Completed]:
    """Complete some of its records."""
    return Sent("POST", f"{_of(world, vdn, campaign)}/complete", a(Completed), body_of({"count": count}))


def _of(world: str, vdn: int, campaign: int) -> str:
    return of_world(world, "campaigns", vdn, campaign)
