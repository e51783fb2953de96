"""Worlds are made, ended, reset and restored for all replicas."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor

import pytest

from mock_isales.testing import ControlError
from tests.team.conftest import PLAIN, Made
from tests.team.replicas import Replica

NOW = "2026-11-21T10:00:00Z"
NO_PACE = {"pace_interval": 0}


def names(replica: Replica) -> set[str]:
    return {world.name for world in replica.control.worlds().worlds}


def test_a_world_that_is_made_or_ended_is_so_for_all(team: Sequence[Replica], made: Made) -> None:
    world = made()
    assert [world in names(replica) for replica in team] == [True] * 3
    assert [replica.code(world, "1", campaign=index) for index, replica in enumerate(team, 1)] == [
        "0200000",
        "0200000",
        "0200007",
    ]
    team[2].world(world).end()
    assert [world in names(replica) for replica in team] == [False] * 3
    with pytest.raises(ControlError):
        team[0].world(world).look()


def test_a_world_that_is_made_anew_holds_nothing_of_before(team: Sequence[Replica], made: Made) -> None:
    world = made(settings=NO_PACE)
    for replica in team:
        assert replica.code(world, "1") == "0200000"
    team[1].control.make_world(world, PLAIN)
    for replica in team:
        assert replica.world(world).campaign(1, 1).records().total == 0
        assert replica.world(world).journal.count() == 0
        assert replica.world(world).settings.get().pace_interval == 1.0


def test_a_reset_is_one_for_all(team: Sequence[Replica], made: Made) -> None:
    world = made()
    team[0].world(world).settings.change(pace_interval=0)
    team[0].world(world).clock.freeze(NOW)
    team[1].world(world).faults.add(
        {"operation": "add_outbound_numbers", "when": {"nth": 3}, "answer": {"code": "0200006"}}
    )
    for replica in team:
        replica.code(world, "1")
    team[2].world(world).reset()
    for replica in team:
        assert replica.world(world).campaign(1, 1).records().total == 0
        assert replica.world(world).journal.count() == 0
        assert replica.world(world).faults.list() == []
        assert replica.world(world).clock.get().mode.value == "real"
        assert replica.world(world).settings.get().pace_interval == 1.0


def test_a_snapshot_of_one_replica_is_restored_by_another(team: Sequence[Replica], made: Made) -> None:
    first, second, third = team
    world, other = made(settings=NO_PACE), made()
    second.world(world).clock.freeze(NOW)
    first.world(world).faults.add(
        {"operation": "add_outbound_numbers", "when": {"first": 2}, "answer": {"code": "0200006"}}
    )
    assert [replica.code(world, str(index)) for index, replica in enumerate(team)] == ["0200006", "0200006", "0200000"]
    taken = third.world(world).snapshot()
    first.world(other).restore(taken)
    for replica in team:
        there = replica.world(other)
        assert there.campaign(1, 1).records().total == 1
        assert [entry.id for entry in there.journal.entries().entries] == [1, 2, 3]
        assert [fault.hits for fault in there.faults.list()] == [2]
        assert there.clock.get().model_dump(mode="json")["now"] == "2026-11-21T10:00:00.000000Z"
    assert [replica.code(other, "5") for replica in team] == ["0200000"] * 3


def test_coverage_counts_every_call_once(team: Sequence[Replica], made: Made) -> None:
    world = made(settings=NO_PACE)
    with ThreadPoolExecutor(6) as threads:
        list(threads.map(lambda index: team[index % 3].code(world, str(index)), range(12)))
    seen = [replica.world(world).coverage() for replica in team]
    assert seen[0] == seen[1] == seen[2]
    assert seen[0].points["ON:0200000"] == 12


def test_calls_are_answered_whatever_others_do_to_their_world(team: Sequence[Replica], made: Made) -> None:
    world, seed = made(), {**PLAIN, "settings": NO_PACE}
    changes = (
        lambda replica: replica.http.delete(f"/_mock/worlds/{world}"),
        lambda replica: replica.http.put(f"/_mock/worlds/{world}", json=seed),
        lambda replica: replica.http.post(f"/_mock/worlds/{world}/reset", json={}),
        lambda replica: replica.http.patch(f"/_mock/worlds/{world}/settings", json={"calldata_max": 5}),
        lambda replica: replica.http.put(f"/_mock/worlds/{world}/clock", json={"mode": "manual", "step": 2}),
    )
    with ThreadPoolExecutor(8) as threads:
        changing = [threads.submit(changes[index % 5], team[index % 3]) for index in range(30)]
        calling = [threads.submit(team[index % 3].call, world, str(index)) for index in range(60)]
    assert {each.result().status_code for each in changing} <= {200, 201, 204, 404}
    answers = [each.result() for each in calling]
    assert {answer.status_code for answer in answers} == {200}
    assert {answer.json()["resultCode"] for answer in answers} <= {"0200000", "0200022"}
