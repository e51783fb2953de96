"""Campaigns: listed, shown, put, changed and taken away."""

from fastapi import Response

from mock_isales.contract.forms import to_digits
from mock_isales.control.calls import Call, answer, nothing
from mock_isales.control.forms.campaigns import CampaignList, CampaignPut, CampaignQuery
from mock_isales.control.forms.problems import BadPlace
from mock_isales.control.operations import Operation
from mock_isales.control.refusals import bad_request, no_such
from mock_isales.engine.contents import KeptCampaign
from mock_isales.engine.stores.administration import Administration
from mock_isales.engine.views.campaigns import (
    CampaignForm,
    CampaignView,
    campaign_view,
    changed_campaign,
    kept_campaign,
)

_TAG = "campaigns"
_SHOWN = 40
_PATH = "/worlds/{world}/campaigns/{vdn}/{id}"


async def campaign_list(call: Call) -> Response:
    """List the campaigns."""
    vdn = call.asked(CampaignQuery).vdn
    campaigns = await call.administer(lambda kept: kept.campaigns(vdn))
    views = [campaign_view(each) for each in campaigns]
    return answer(CampaignList(total=len(views), campaigns=views))


async def campaign_shown(call: Call) -> Response:
    """Show a campaign."""
    vdn, campaign = call.vdn(), call.campaign()
    return answer(campaign_view(await call.administer(lambda kept: campaign_of(kept, vdn, campaign))))


async def campaign_put(call: Call) -> Response:
    """Make a campaign, or say anew what it is."""
    vdn, campaign = call.vdn(), call.campaign()
    form = await call.said(CampaignPut)
    _refuse_another(form, vdn, campaign)

    def step(kept: Administration) -> tuple[KeptCampaign, bool]:
        is_new = kept.campaign(vdn, campaign) is None
        kept.put_campaign(kept_campaign(vdn, campaign, form))
        return campaign_of(kept, vdn, campaign), is_new

    put, is_new = await call.administer(step)
    return answer(campaign_view(put), 201 if is_new else 200)


def _refuse_another(form: CampaignPut, vdn: int, campaign: int) -> None:
    """Refuse a campaign that says it is another one than the address says."""
    told = {"vdn": (form.vdn, vdn), "id": (form.id, campaign)}
    bad = [
        BadPlace(place=place, reason=f"must be that of the address, {to_digits(meant)}, or be left out")
        for place, (said, meant) in told.items()
        if said not in {None, meant}
    ]
    if bad:
        raise bad_request(bad)


async def campaign_changed(call: Call) -> Response:
    """Change what is said of a campaign."""
    vdn, campaign = call.vdn(), call.campaign()
    form = await call.said(CampaignForm)
    said = {name: getattr(form, name) for name in form.model_fields_set}

    def step(kept: Administration) -> KeptCampaign:
        kept.put_campaign(changed_campaign(campaign_of(kept, vdn, campaign), said))
        return campaign_of(kept, vdn, campaign)

    return answer(campaign_view(await call.administer(step)))


async def campaign_removed(call: Call) -> Response:
    """Take a campaign away."""
    vdn, campaign = call.vdn(), call.campaign()

    def step(kept: Administration) -> None:
        campaign_of(kept, vdn, campaign)
        kept.remove_campaign(vdn, campaign)

    await call.administer(step)
    return nothing()


def campaign_of(kept: Administration, vdn: int, campaign: int) -> KeptCampaign:
    """A campaign.

    Raises:
        Refused: The VDN does not have it.
    """
    found = kept.campaign(vdn, campaign)
    if found is None:
        known = [_named(each.campaign.vdn, each.campaign.id) for each in kept.campaigns()]
        how = "PUT makes a campaign, and so does a documented call under the setting unknown_campaigns: create."
        raise no_such("campaign", _named(vdn, campaign), known, how)
    return found


def _named(vdn: int, campaign: int) -> str:
    digits = to_digits(campaign)
    return f"{vdn}/{digits if len(digits) <= _SHOWN else digits[:_SHOWN] + '…'}"


OPERATIONS = (
    Operation(
        method="GET",
        path="/worlds/{world}/campaigns",
        name="list_campaigns",
        tag=_TAG,
        summary="List the campaigns",
        description="Of one VDN or of all, by VDN and then by id.",
        does=campaign_list,
        answers={200: CampaignList},
        query=CampaignQuery,
        asked={"vdn": 1},
    ),
    Operation(
        method="GET",
        path=_PATH,
        name="get_campaign",
        tag=_TAG,
        summary="Look at a campaign",
        description="Its state, its policies, its calling numbers, and how much there is still to dial.",
        does=campaign_shown,
        answers={200: CampaignView},
    ),
    Operation(
        method="PUT",
        path=_PATH,
        name="put_campaign",
        tag=_TAG,
        summary="Make a campaign, or say anew what it is",
        description="What is left out is as in a seed. The records that were added to it stay.",
        does=campaign_put,
        answers={201: CampaignView, 200: CampaignView},
        body=CampaignPut,
        examples={
            "Nearly full": {"name": "Spring", "pending": 199990},
            "With a calling number": {"calling_numbers": [{"access_code": "10086", "priority": 1}]},
        },
    ),
    Operation(
        method="PATCH",
        path=_PATH,
        name="change_campaign",
        tag=_TAG,
        summary="Change a campaign",
        description="What is left out stays as it is. A list of calling numbers replaces the one before, and "
        "`last_call: null` forgets when the pace counted a call last.",
        does=campaign_changed,
        answers={200: CampaignView},
        body=CampaignForm,
        examples={"Completed": {"state": "completed"}, "Without pace": {"last_call": None}},
    ),
    Operation(
        method="DELETE",
        path=_PATH,
        name="remove_campaign",
        tag=_TAG,
        summary="Take a campaign away",
        description="With its records and calling numbers.",
        does=campaign_removed,
        answers={204: None},
    ),
)
