"""Snapshots: the whole state of a world, out and in again."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings
from mock_isales.engine.contents import CampaignContent, WorldContent
from mock_isales.engine.faults.forms import SetFaults
from mock_isales.engine.forms import Form
from mock_isales.engine.journal.views import JournalEntry, view_of
from mock_isales.engine.seeds import (
    CalledNumberText,
    CallingNumberText,
    CampaignId,
    Seed,
    VdnId,
    refuse_repeated,
)
from mock_isales.engine.views.campaigns import CampaignForm, campaign_view
from mock_isales.engine.views.clocks import ClockView, clock_view
from mock_isales.engine.views.json_parts import json_parts
from mock_isales.engine.views.records import DataIdText, RecordView, shown_record
from mock_isales.engine.views.secrets import masked
from mock_isales.engine.worlds import World

FORMAT: Literal[1] = 1
"""Of snapshots; a change that an older program cannot read counts it up."""


class CampaignSnapshot(CampaignForm):
    """A campaign with its records."""

    id: CampaignId
    records: list[RecordView] = Field([], title="Its records, in the order they were added: their data ids increase.")

    @model_validator(mode="after")
    def _ids_increase(self) -> Self:
        ids = [int(data_id) for record in self.records for data_id in record.data_ids]
        for one, next_one in pairwise(ids):
            if next_one <= one:
                raise PydanticCustomError(
                    "data_ids", "data ids increase, but {next} comes after {one}", {"next": next_one, "one": one}
                )
        return self


class VdnSnapshot(Form):
    """A virtual contact centre."""

    id: VdnId
    blocklist: list[CalledNumberText] = Field([], title="Called numbers that must not be added.")
    provisioned_numbers: list[CallingNumberText] = Field([], title="Calling numbers that may be added.")
    campaigns: list[CampaignSnapshot] = Field([], title="Its campaigns.")

    @model_validator(mode="after")
    def _no_campaign_twice(self) -> Self:
        refuse_repeated("campaign", [campaign.id for campaign in self.campaigns], "id")
        return self


class Snapshot(Form):
    """The whole state of a world."""

    format: Literal[1] = Field(FORMAT, title="The version of this form.")
    seed: Seed = Field(
        title="The seed that a reset replays; instead of an SK it has ***, which stands for the one known."
    )
    own: bool = Field(default=False, title="Whether that is the world's own, and not the server's.")
    changes: Seed = Field(Seed(), title="The settings and readings said since.")
    settings: ServiceSettings | None = Field(None, title="The settings that held, whoever said them.")
    readings: Readings | None = Field(None, title="The readings that held, whoever said them.")
    last_data_id: DataIdText = Field("0", title="The last data id that it gave out; 0 if none.")
    vdns: list[VdnSnapshot] = Field([], title="Its virtual contact centres.")
    clock: ClockView
    faults: SetFaults = Field([], title="Its faults, in the order they were set.")
    journal: list[JournalEntry] = Field([], title="Its journal, the oldest call first.")
    dropped: int = Field(0, title="How many calls its journal had dropped.", ge=0)

    @model_validator(mode="after")
    def _nothing_twice(self) -> Self:
        refuse_repeated("VDN", [vdn.id for vdn in self.vdns], "id")
        refuse_repeated("call", [entry.id for entry in self.journal], "id")
        return self


async def snapshot_of(world: World) -> Iterator[bytes]:
    """The whole state of a world as it is now: the JSON of a `Snapshot`, which is made part by part when it is read.

    Raises:
        StoreFailure: The database failed.
    """
    content = await world.store.administer(world.name, world.clock, lambda kept: kept.content())
    entries = list(world.journal.entries())
    told = Snapshot.model_construct(
        format=FORMAT,
        seed=masked(content.said.seed),
        own=content.said.own,
        changes=content.said.changes,
        settings=world.terms.service,
        readings=world.terms.readings,
        last_data_id=str(content.last_data_id),
        vdns=_vdns(content),
        clock=clock_view(world.clock),
        faults=world.faults.listed(world.clock()),
        journal=[],
        dropped=world.journal.dropped,
    ).model_dump(mode="json", exclude_unset=True)
    views = (view_of(entry, with_departures=False) for entry in entries)
    told["journal"] = (view.model_dump(mode="json", exclude_unset=True) for view in views)
    campaigns = [campaign for vdn in told["vdns"] for campaign in vdn["campaigns"]]
    for campaign, each in zip(campaigns, content.campaigns, strict=True):
        campaign["records"] = map(shown_record, each.records)
    return json_parts(told)


def _vdns(content: WorldContent) -> list[VdnSnapshot]:
    campaigns: dict[int, list[CampaignSnapshot]] = {}
    for each in content.campaigns:
        campaigns.setdefault(each.kept.campaign.vdn, []).append(_campaign(each))
    ids = sorted({*content.blocklists, *content.provisioned, *campaigns})
    return [
        VdnSnapshot.model_construct(
            id=vdn,
            blocklist=content.blocklists.get(vdn, []),
            provisioned_numbers=content.provisioned.get(vdn, []),
            campaigns=campaigns.get(vdn, []),
        )
        for vdn in ids
    ]


def _campaign(content: CampaignContent) -> CampaignSnapshot:
    """A campaign, but for its records."""
    view = campaign_view(content.kept)
    shown = {name: getattr(view, name) for name in CampaignForm.model_fields}
    return CampaignSnapshot.model_construct(**shown, id=view.id, records=[])
