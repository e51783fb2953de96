"""A world's clock is one, whoever sets it and whoever reads it."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

from tests.team.conftest import Made
from tests.team.replicas import Replica

NOW = "2026-11-21T10:00:00Z"


def times(team: Sequence[Replica], world: str) -> set[str]:
    return {str(replica.world(world).clock.get().model_dump(mode="json")["now"]) for replica in team}


def test_a_frozen_clock_stands_still_everywhere(team: Sequence[Replica], made: Made) -> None:
    world = made()
    team[1].world(world).clock.freeze(NOW)
    assert times(team, world) == {"2026-11-21T10:00:00.000000Z"}
    team[2].world(world).clock.advance(1.5)
    assert times(team, world) == {"2026-11-21T10:00:01.500000Z"}


def test_no_advance_is_lost(team: Sequence[Replica], made: Made) -> None:
    world = made()
    team[0].world(world).clock.freeze(NOW)
    with ThreadPoolExecutor(12) as threads:
        list(threads.map(lambda index: team[index % 3].world(world).clock.advance(1), range(12)))
    assert times(team, world) == {"2026-11-21T10:00:12.000000Z"}


def test_a_manual_clock_goes_on_with_every_call(team: Sequence[Replica], made: Made) -> None:
    world = made(settings={"pace_interval": 0})
    team[0].world(world).clock.manual(2, NOW)
    assert [team[index % 3].code(world, str(index)) for index in range(1, 7)] == ["0200000"] * 6
    assert times(team, world) == {"2026-11-21T10:00:12.000000Z"}
    entries = team[1].world(world).journal.entries().entries
    assert [entry.model_dump(mode="json")["at"][17:19] for entry in entries] == ["00", "02", "04", "06", "08", "10"]


def test_a_call_bears_the_time_of_the_clock_as_it_was_set_last(team: Sequence[Replica], made: Made) -> None:
    world = made(settings={"pace_interval": 0})
    for index in range(5):
        team[0].world(world).clock.freeze(NOW)
        team[1].code(world, f"{index}1")
        team[0].world(world).clock.real()
        team[1].code(world, f"{index}2")
    entries = team[2].world(world).journal.entries().entries
    assert [entry.model_dump(mode="json")["at"][:10] == NOW[:10] for entry in entries] == [True, False] * 5
