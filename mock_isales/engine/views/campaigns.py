"""A campaign as it is shown, put and changed."""

from collections.abc import Mapping
from typing import Any

from pydantic import Field

from mock_isales.contract.campaigns import Campaign
from mock_isales.engine.contents import KeptCampaign
from mock_isales.engine.forms import Time, microseconds_of, time_of
from mock_isales.engine.seeds import CampaignBody, SeedCallingNumber


class CampaignForm(CampaignBody):
    """What may be said of a campaign; what is left out is as in a seed."""

    last_call: Time | None = Field(None, title="When the last call was made that the pace counts.")


class CampaignView(CampaignForm):
    """A campaign."""

    vdn: int = Field(title="Its VDN.")
    id: int = Field(title="Its id.")
    incomplete_records: int = Field(
        0, title="How many records are incomplete: the pending ones, and those added since."
    )
    incomplete_numbers: int = Field(0, title="How many called numbers those have.")


def campaign_view(kept: KeptCampaign) -> CampaignView:
    """A campaign as it is shown."""
    campaign = kept.campaign
    return CampaignView.model_construct(
        vdn=campaign.vdn,
        id=campaign.id,
        name=campaign.name,
        state=campaign.state,
        device_type=campaign.device_type,
        result_policy=campaign.result_policy,
        call_mode=campaign.call_mode,
        pending=kept.pending,
        incomplete_records=campaign.incomplete_records,
        incomplete_numbers=campaign.incomplete_numbers,
        calling_numbers=[
            SeedCallingNumber.model_construct(access_code=number, priority=priority)
            for number, priority in sorted(kept.calling_numbers.items())
        ],
        last_call=None if campaign.last_call is None else time_of(campaign.last_call),
    )


def kept_campaign(vdn: int, campaign: int, form: CampaignForm) -> KeptCampaign:
    """The campaign that is described so."""
    described = Campaign(
        vdn=vdn,
        id=campaign,
        name=form.name,
        state=form.state,
        device_type=form.device_type,
        result_policy=form.result_policy,
        call_mode=form.call_mode,
        last_call=None if form.last_call is None else microseconds_of(form.last_call),
    )
    numbers = {number.access_code: number.priority for number in form.calling_numbers}
    return KeptCampaign(described, form.pending, numbers)


def changed_campaign(kept: KeptCampaign, said: Mapping[str, Any]) -> KeptCampaign:
    """A campaign after a change of what was said, by a `CampaignForm`'s names and values."""
    before = campaign_view(kept)
    unchanged = {name: getattr(before, name) for name in CampaignForm.model_fields}
    form = CampaignForm.model_construct(**{**unchanged, **said})
    return kept_campaign(kept.campaign.vdn, kept.campaign.id, form)
