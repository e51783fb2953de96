"""Lists of campaigns and records, and what is done to them."""

from typing import Literal

from pydantic import Field

from mock_isales.engine.forms import Form
from mock_isales.engine.seeds import MOST_PENDING
from mock_isales.engine.views.campaigns import CampaignForm, CampaignView
from mock_isales.engine.views.records import RecordView

MOST_RECORDS = 1000
"""How many records are told at a time."""


class CampaignQuery(Form):
    """Which campaigns are wanted."""

    vdn: int | None = Field(None, ge=1, le=9999, title="Those of this VDN; of all without it.")


class CampaignPut(CampaignForm):
    """What a campaign is to be. One that was shown can be put back with what can only be shown, which says nothing."""

    vdn: int | None = Field(None, title="Its VDN, as in the address.")
    id: int | None = Field(None, title="Its id, as in the address.")
    incomplete_records: int | None = Field(None, title="Shown only: it follows from what is pending and the records.")
    incomplete_numbers: int | None = Field(None, title="Shown only, likewise.")


class CampaignList(Form):
    """The campaigns of a world."""

    total: int = Field(title="How many there are.")
    campaigns: list[CampaignView] = Field(title="The campaigns, by VDN and then by id.")


class RecordQuery(Form):
    """Which records are wanted: all that is said has to fit."""

    state: Literal["incomplete", "completed"] | None = Field(None, title="Incomplete ones, or completed ones.")
    priority: int | None = Field(None, ge=1, le=5, title="Their priority, 1 to 5.")
    session: str | None = Field(None, title="Their sessionId.")
    called_number: str | None = Field(None, title="One of their called numbers.")
    batch: str | None = Field(None, title="The batch id of the call that they came with.")
    data_id: int | None = Field(None, ge=1, title="One of their data ids.")
    offset: int = Field(0, ge=0, le=1_000_000_000, title="How many of them to pass over.")
    limit: int = Field(100, ge=0, le=MOST_RECORDS, title="How many to tell at most; 0 only counts them.")


class RecordList(Form):
    """Some of a campaign's records. Those that are simply there (`pending`) are a number, and not among them."""

    total: int = Field(title="How many are wanted.")
    records: list[RecordView] = Field(title="Those of this page, in the order they were added.")


class Complete(Form):
    """How many incomplete records are to be completed."""

    count: int = Field(ge=0, le=MOST_PENDING * 2, title="How many, at most, in the order in which they are dialled.")


class Completed(Form):
    """What has been completed."""

    completed: int = Field(title="How many records.")
    campaign: CampaignView = Field(title="The campaign afterwards.")
