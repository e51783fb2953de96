"""Operations on a world as a whole."""

from collections.abc import Mapping, Sequence
from typing import Any, Literal

from mock_isales.control.forms.replays import Replay
from mock_isales.control.forms.worlds import WorldView
from mock_isales.engine.report.forms import LanguageCode, Report
from mock_isales.engine.seeds import Seed
from mock_isales.engine.views.snapshots import Snapshot
from mock_isales.testing.sent import Sent, a, body_of, nothing, of_world, with_query

SeedSaid = Seed | Mapping[str, Any]
"""A seed, as `read_seed` reads it from a file or as JSON has it."""

ReplayClock = Literal["as_is", "recorded"]
"""How a world's clock goes while calls are replayed: as it does, or by the times of the recording."""

_PATIENCE = 600
"""Seconds: a call takes less than a millisecond, and there may be many."""


REPORTING = 60
"""Seconds that a report may take longer than other answers: a server makes it while it answers others."""


def make(world: str, seed: SeedSaid | None) -> Sent[WorldView]:
    """Make it, or start over with it; without a seed of its own it begins with the server's."""
    return Sent("PUT", of_world(world), a(WorldView), None if seed is None else body_of(seed))


def look(world: str) -> Sent[WorldView]:
    """It at a glance."""
    return Sent("GET", of_world(world), a(WorldView))


def end(world: str) -> Sent[None]:
    """End it, with all that it holds."""
    return Sent("DELETE", of_world(world), nothing)


def reset(world: str, parts: Sequence[str]) -> Sent[WorldView]:
    """Back to what its seed says; the whole world if no parts are named."""
    return Sent("POST", of_world(world, "reset"), a(WorldView), body_of({"only": parts} if parts else {}))


def snapshot(world: str) -> Sent[Snapshot]:
    """All that it holds."""
    return Sent("GET", of_world(world, "snapshot"), a(Snapshot))


def report(world: str, language: LanguageCode) -> Sent[Report]:
    """What its client does wrong."""
    return Sent("GET", with_query(of_world(world, "report"), {"language": language}), a(Report), patience=REPORTING)


def restore(world: str, state: Snapshot) -> Sent[WorldView]:
    """Make it what it was, or what another one was."""
    return Sent("PUT", of_world(world, "snapshot"), a(WorldView), body_of(state))


def replay(world: str, har: Mapping[str, Any], clock: ReplayClock) -> Sent[Replay]:
    """Make the calls of a recording once more."""
    address = with_query(of_world(world, "replay"), {"clock": clock})
    return Sent("POST", address, a(Replay), body_of(har), patience=_PATIENCE)
