"""What a call leaves, and what holds for it, is the same for calls to other replicas."""

from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from random import Random
from threading import Barrier

from tests.team.conftest import Made
from tests.team.replicas import Replica

CALLERS = 12
NOW = "2026-11-21T10:00:00Z"
NO_PACE = {"pace_interval": 0}


def at_once(team: Sequence[Replica], world: str) -> Counter[str]:
    """The codes of as many calls at the same moment, each to the next replica."""
    together = Barrier(CALLERS)

    def call(caller: int) -> str:
        together.wait()
        return team[caller % 3].code(world, str(80_000_000 + caller))

    with ThreadPoolExecutor(CALLERS) as threads:
        return Counter(threads.map(call, range(CALLERS)))


def test_the_pace_is_one(team: Sequence[Replica], made: Made) -> None:
    first, second, third = team
    world = made()
    first.world(world).clock.freeze(NOW)
    assert at_once(team, world) == {"0200000": 1, "0200022": CALLERS - 1}
    assert first.code(world, "1", campaign=2) == "0200000"
    second.world(world).clock.advance(0.999)
    assert third.code(world, "2") == "0200022"
    third.world(world).clock.advance(0.001)
    assert second.code(world, "2") == "0200000"
    assert first.code(world, "3") == "0200022"


def test_a_number_that_another_replica_has_stored_is_a_duplicate(team: Sequence[Replica], made: Made) -> None:
    world = made(settings=NO_PACE, readings={"duplicate_scope": "campaign"})
    codes = [replica.code(world, "88888888") for replica in team]
    assert codes == ["0200000", "0200018", "0200018"]
    together = Barrier(CALLERS)

    def call(caller: int) -> str:
        together.wait()
        return team[caller % 3].code(world, "99999999")

    with ThreadPoolExecutor(CALLERS) as threads:
        assert Counter(threads.map(call, range(CALLERS))) == {"0200000": 1, "0200018": CALLERS - 1}


def test_a_blocklist_holds_from_the_next_call_on(team: Sequence[Replica], made: Made) -> None:
    first, second, third = team
    world = made(settings=NO_PACE)
    assert first.code(world, "13900000000") == "0200000"
    second.world(world).blocklist(1).add("13900000000")
    assert [replica.code(world, "13900000000") for replica in team] == ["0200024"] * 3
    assert third.world(world).blocklist(1).get() == ["13900000000"]
    third.world(world).blocklist(1).clear()
    assert [replica.code(world, "13900000000") for replica in team] == ["0200000"] * 3


def test_a_fault_for_three_calls_strikes_three(team: Sequence[Replica], made: Made) -> None:
    world = made(settings=NO_PACE)
    fault = (
        team[1]
        .world(world)
        .faults.add({"operation": "add_outbound_numbers", "when": {"first": 3}, "answer": {"code": "0200006"}})
    )
    assert at_once(team, world) == {"0200006": 3, "0200000": CALLERS - 3}
    for replica in team:
        (seen,) = replica.world(world).faults.list()
        assert (seen.id, seen.hits) == (fault.id, 3)
        assert replica.world(world).campaign(1, 1).records().total == CALLERS - 3
    team[2].world(world).faults.add({"answer": {"code": "0200007"}})
    assert [replica.code(world, "1") for replica in team] == ["0200007"] * 3
    team[0].world(world).faults.clear()
    assert [replica.code(world, "1") for replica in team] == ["0200000"] * 3


def test_settings_and_readings_hold_from_the_next_call_on(team: Sequence[Replica], made: Made) -> None:
    first, second, third = team
    world = made(settings=NO_PACE)
    assert first.code(world, "1", "2") == "0200000"
    second.world(world).settings.change(calldata_max=1)
    assert [replica.code(world, "1", "2") for replica in team] == ["0200029"] * 3
    third.world(world).settings.change(calldata_max=None)
    first.world(world).readings.change(total_size="accepted")
    sizes = [replica.call(world, "1", "2").json()["returnObject"]["totalSize"] for replica in team]
    assert sizes == [2, 2, 2]
    assert [replica.world(world).readings.get().total_size for replica in team] == ["accepted"] * 3


def test_campaigns_are_made_changed_and_completed_for_all(team: Sequence[Replica], made: Made) -> None:
    first, second, third = team
    world = made(settings=NO_PACE)
    assert third.code(world, "1", campaign=7) == "0200007"
    first.world(world).campaign(1, 7).put(name="Spring")
    assert third.code(world, "1", campaign=7) == "0200000"
    second.world(world).campaign(1, 7).change(state="completed")
    assert [replica.code(world, "1", campaign=7) for replica in team] == ["0200019"] * 3
    assert third.world(world).campaign(1, 7).complete(5).completed == 1
    assert first.world(world).campaign(1, 7).get().incomplete_records == 0


def test_identifiers_are_given_once(team: Sequence[Replica], made: Made) -> None:
    world = made(settings=NO_PACE)
    at_once(team, world)
    records = team[2].world(world).campaign(1, 1).records().records
    ids = [data_id for record in records for data_id in record.data_ids]
    assert len(ids) == CALLERS
    assert ids == sorted(set(ids))


def test_a_world_is_made_by_a_call_once(team: Sequence[Replica], made: Made) -> None:
    """All replicas are called at the same moment in a world that is not there yet."""
    name = f"{made()}-by-a-call"
    at_once(team, name)
    assert [replica.world(name).journal.count() for replica in team] == [CALLERS] * 3


def test_calls_to_many_worlds_do_not_stand_in_each_others_way(team: Sequence[Replica], made: Made) -> None:
    """Each caller calls them in an order of its own, so that every replica has several at the same time."""
    worlds = [made(settings=NO_PACE) for _ in range(4)]
    together = Barrier(CALLERS)

    def call(caller: int) -> list[str]:
        together.wait()
        order = Random(caller).sample(worlds, len(worlds))
        return [team[caller % 3].code(world, str(80_000_000 + caller)) for world in order * 3]

    with ThreadPoolExecutor(CALLERS) as threads:
        codes = Counter(code for codes in threads.map(call, range(CALLERS)) for code in codes)
    assert codes == {"0200000": CALLERS * 12}
    assert [team[1].world(world).journal.count() for world in worlds] == [CALLERS * 3] * 4
