"""Snapshots: the whole state of a world, out and in again."""

from itertools import pairwise
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from mock_isales.engine.clocks import WorldClock
from mock_isales.engine.contents import CampaignContent, WorldContent
from mock_isales.engine.faults.forms import SetFaults
from mock_isales.engine.forms import Form
from mock_isales.engine.journal.views import JournalEntry, entry_of, view_of
from mock_isales.engine.registry import TermsOf
from mock_isales.engine.seeds import (
    CalledNumberText,
    CallingNumberText,
    CampaignId,
    Seed,
    VdnId,
    refuse_repeated,
)
from mock_isales.engine.views.campaigns import CampaignForm, campaign_view, kept_campaign
from mock_isales.engine.views.clocks import ClockView, clock_view, restore_clock
from mock_isales.engine.views.records import DataIdText, RecordView, record_view, stored_record
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
    seed: Seed = Field(title="The seed that a reset replays.")
    own: bool = Field(default=False, title="Whether that is the world's own, and not the server's.")
    changes: Seed = Field(Seed(), title="The settings and readings said since.")
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


async def snapshot_of(world: World) -> Snapshot:
    """The whole state of a world.

    Raises:
        StoreFailure: The database failed.
    """
    content = await world.store.administer(world.name, world.clock, lambda kept: kept.content())
    return Snapshot.model_construct(
        format=FORMAT,
        seed=content.said.seed,
        own=content.said.own,
        changes=content.said.changes,
        last_data_id=str(content.last_data_id),
        vdns=_vdns(content),
        clock=clock_view(world.clock),
        faults=world.faults.listed(world.clock()),
        journal=[view_of(entry, with_departures=False) for entry in world.journal.entries()],
        dropped=world.journal.dropped,
    )


def content_of_snapshot(snapshot: Snapshot) -> WorldContent:
    """What a store is to keep of a snapshot."""
    content = WorldContent(snapshot.seed, snapshot.changes, int(snapshot.last_data_id), own=snapshot.own)
    for vdn in snapshot.vdns:
        content.blocklists[vdn.id] = sorted(set(vdn.blocklist))
        content.provisioned[vdn.id] = sorted(set(vdn.provisioned_numbers))
        for each in vdn.campaigns:
            records = [stored_record(record) for record in each.records]
            content.campaigns.append(CampaignContent(kept_campaign(vdn.id, each.id, each), records))
    return content


async def restore(world: World, snapshot: Snapshot, terms_of: TermsOf) -> None:
    """Make a world what it was, or what another one was, when a snapshot was made.

    Raises:
        OutOfRange: The clock would show a time that no world has; nothing has changed.
        ValueError: A call's headers or body cannot have been shown so; nothing has changed.
        StoreFailure: The database failed; nothing has changed.
    """
    clock = WorldClock(world.clock.host)
    restore_clock(clock, snapshot.clock)
    entries = [entry_of(entry) for entry in snapshot.journal]
    content = content_of_snapshot(snapshot)
    await world.store.administer(world.name, clock, lambda kept: kept.replace(content))
    world.terms = terms_of(content.said)
    world.clock.state = clock.state
    world.faults.restore(snapshot.faults)
    world.journal.restore(entries, dropped=snapshot.dropped)


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
    view = campaign_view(content.kept)
    shown = {name: getattr(view, name) for name in CampaignForm.model_fields}
    return CampaignSnapshot.model_construct(
        **shown, id=view.id, records=[record_view(record) for record in content.records]
    )
