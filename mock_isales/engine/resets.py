"""Resets: a world, or a part of it, back to what its seed says."""

from collections.abc import Callable, Collection, Mapping
from enum import StrEnum

from mock_isales.engine.contents import Said, content_of
from mock_isales.engine.seeds import Seed
from mock_isales.engine.stores.administration import Administration
from mock_isales.engine.worlds import TermsOf, World


class Part(StrEnum):
    """A part of a world that can be reset alone."""

    JOURNAL = "journal"  # the calls that were made
    FAULTS = "faults"  # those that were set
    RECORDS = "records"  # those added since, what is pending as the seed has it, and nothing counted for the pace
    CAMPAIGNS = "campaigns"  # those of the seed, as it has them, without records
    BLOCKLIST = "blocklist"  # that of each VDN
    SETTINGS = "settings"  # those said since
    READINGS = "readings"  # those said since
    CLOCK = "clock"  # the host's time


async def reset(world: World, terms_of: TermsOf, only: Collection[Part] | None = None) -> None:
    """Bring a world back to what its seed says, whole or not at all.

    Args:
        world: The world.
        terms_of: What its calls are judged under afterwards.
        only: The parts that are meant; None for all of it.

    Raises:
        StoreFailure: The database failed; nothing has changed.
    """
    parts = set(Part) if only is None else set(only)

    def step(kept: Administration) -> Said:
        if only is None:
            kept.replace(content_of(kept.said().seed, own=kept.said().own))
        for part, put_back in _KEPT.items():
            if only is not None and part in parts:
                put_back(kept)
        return kept.said()

    await world.put_said(step, terms_of, parts - _KEPT.keys())


def _records(kept: Administration) -> None:
    kept.clear_records({(vdn.id, each.id): each.pending for vdn in kept.said().seed.vdns for each in vdn.campaigns})


def _campaigns(kept: Administration) -> None:
    for each in kept.campaigns():
        kept.remove_campaign(each.campaign.vdn, each.campaign.id)
    for content in content_of(kept.said().seed).campaigns:
        kept.put_campaign(content.kept)


def _blocklist(kept: Administration) -> None:
    seeded = {vdn.id: vdn.blocklist for vdn in kept.said().seed.vdns}
    for vdn in {*kept.vdns(), *seeded}:
        kept.put_blocklist(vdn, seeded.get(vdn, []))


def _settings(kept: Administration) -> None:
    _unsay(kept, "settings")


def _readings(kept: Administration) -> None:
    _unsay(kept, "readings")


def _unsay(kept: Administration, part: str) -> None:
    changes = kept.said().changes
    said = changes.model_fields_set - {part}
    kept.put_changes(Seed.model_construct(said, **{name: getattr(changes, name) for name in said}))


_KEPT: Mapping[Part, Callable[[Administration], None]] = {
    Part.CAMPAIGNS: _campaigns,
    Part.RECORDS: _records,
    Part.BLOCKLIST: _blocklist,
    Part.SETTINGS: _settings,
    Part.READINGS: _readings,
}
"""How a part is put back that the store keeps; a world forgets the others by itself."""
