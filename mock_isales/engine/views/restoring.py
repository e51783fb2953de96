"""Restoring: a world becomes what a snapshot says."""

from mock_isales.contract.service import Terms
from mock_isales.engine.clocks import OutOfRange
from mock_isales.engine.contents import CampaignContent, WorldContent
from mock_isales.engine.faults.faults import written
from mock_isales.engine.held import Beginning
from mock_isales.engine.registry import Worlds
from mock_isales.engine.seeds import Seed
from mock_isales.engine.slices import Slices, in_slices
from mock_isales.engine.views.campaigns import kept_campaign
from mock_isales.engine.views.clocks import restore_clock
from mock_isales.engine.views.long_lists import LongLists
from mock_isales.engine.views.secrets import Secrets, unknown_secrets, unmasked
from mock_isales.engine.views.snapshots import Snapshot
from mock_isales.engine.worlds import TermsOf, World

_AT_ONCE = 100
"""So many records, or calls, are made in one slice."""


class Impossible(ValueError):  # noqa: N818 - it reads as what it says
    """No world can have been like that.

    Attributes:
        problems: What is wrong: where, and why.
    """

    def __init__(self, problems: list[tuple[str, str]]) -> None:
        super().__init__("; ".join(f"{place}: {reason}" for place, reason in problems))
        self.problems = problems


async def restore(worlds: Worlds, name: str, snapshot: Snapshot, lists: LongLists | None = None) -> tuple[World, bool]:
    """Make a world what it was, or what another one was, when a snapshot was made.

    Args:
        worlds: Where it is.
        name: What it is called.
        snapshot: The snapshot.
        lists: Its long lists, if they are not in it any more.

    Returns:
        The world, and whether it is a new one.

    Raises:
        Impossible: No world can have been like that; nothing has changed.
        BadName, TooManyWorlds, StoreFailure: The world cannot be made; nothing has changed.
    """
    of_journal: list[tuple[str, str]] = []
    if lists is None:
        lists = await in_slices(_lists(snapshot, of_journal))
    known = await _known_secrets(worlds, name, own=snapshot.own)
    problems = [(f"seed.{place}", reason) for place, reason in unknown_secrets(snapshot.seed, known)]
    clock = worlds.new_clock()
    try:
        restore_clock(clock, snapshot.clock)
    except OutOfRange as error:
        problems.append(("clock", str(error)))
    if problems or of_journal:
        raise Impossible([*problems, *of_journal])

    seed = unmasked(snapshot.seed, known)
    beginning = Beginning(clock.state, written(snapshot.faults), lists.entries, snapshot.dropped)
    return await worlds.put(name, _content(snapshot, lists, seed, worlds.terms_of), beginning)


async def _known_secrets(worlds: Worlds, name: str, *, own: bool) -> Secrets:
    """What the masks of a snapshot may stand for: what the same world's seed says or, if it had none, the server's.

    A secret that the server was told by a flag is none of them: it would go into the store. Of a world with a seed of
    its own that is not there any more, nobody knows them.
    """
    seed = await worlds.seed_in(name)
    if seed is None:
        seed = Seed() if own else worlds.seed
    return {key.ak: key.sk for key in seed.access_keys}


def _lists(snapshot: Snapshot, problems: list[tuple[str, str]]) -> Slices[LongLists]:
    """The long lists of a snapshot; what cannot be in its journal is added to the problems."""
    lists = LongLists()
    for campaign in (campaign for vdn in snapshot.vdns for campaign in vdn.campaigns):
        lists.add_campaign()
        for first in range(0, len(campaign.records), _AT_ONCE):
            lists.add_records(campaign.records[first : first + _AT_ONCE])
            yield
    for index, view in enumerate(snapshot.journal):
        try:
            lists.add_entries([view])
        except ValueError as error:
            problems.append((f"journal[{index}]", f"no call looks so: {error}"))
        if index % _AT_ONCE == 0:
            yield
    return lists


def _content(snapshot: Snapshot, lists: LongLists, seed: Seed, terms_of: TermsOf) -> WorldContent:
    """What a store is to keep of a snapshot. Its settings and readings hold, whatever this server was told."""
    content = WorldContent(seed, snapshot.changes.without_vdns(), int(snapshot.last_data_id), own=snapshot.own)
    content.changes = _with_terms(snapshot, terms_of(content.said))
    of_campaigns = iter(lists.records)
    for vdn in snapshot.vdns:
        content.blocklists[vdn.id] = sorted(set(vdn.blocklist))
        content.provisioned[vdn.id] = sorted(set(vdn.provisioned_numbers))
        for each in vdn.campaigns:
            records = next(of_campaigns)
            content.campaigns.append(CampaignContent(kept_campaign(vdn.id, each.id, each), records))
            content.last_data_id = max(content.last_data_id, records.last_data_id)
    return content


def _with_terms(snapshot: Snapshot, there: Terms) -> Seed:
    """The changes of a snapshot, with those that make up for what this server was told otherwise."""
    changes = snapshot.changes.without_vdns()
    wanted = {"settings": (snapshot.settings, there.service), "readings": (snapshot.readings, there.readings)}
    for part, (told, here) in wanted.items():
        held = {} if told is None else told.model_dump()
        other = {name: value for name, value in held.items() if value != getattr(here, name)}
        if other:
            changes = changes.model_copy(update={part: getattr(changes, part).model_copy(update=other)})
    return changes
