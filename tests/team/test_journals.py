"""A world's journal is one: all calls are in it, in one order, and who waits hears of those to other replicas."""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from time import monotonic

from tests.control.callers import record
from tests.team.conftest import Made
from tests.team.replicas import Replica

CALLS = 30
NO_PACE = {"pace_interval": 0}
SOON = 2.0
"""Seconds. Within 200 ms is what is promised of a machine that has nothing else to do."""


def until_somebody_waits(replica: Replica) -> None:
    while "\nmock_isales_waiting 1.0" not in replica.control.metrics():
        pass


def test_ids_are_unique_and_ascending(team: Sequence[Replica], made: Made) -> None:
    world = made(settings=NO_PACE)
    with ThreadPoolExecutor(6) as threads:
        answers = list(threads.map(lambda index: team[index % 3].call(world, str(index)), range(CALLS)))
    told = sorted(int(answer.headers["x-mock-request"]) for answer in answers)
    assert len(set(told)) == CALLS
    for replica in team:
        assert [entry.id for entry in replica.world(world).journal.entries().entries] == told
    by_id = {int(answer.headers["x-mock-request"]): answer.json() for answer in answers}
    for entry in team[1].world(world).journal.entries().entries:
        (stored,) = by_id[entry.id]["returnObject"]["dataIdList"]
        assert f'"calledNo":"{stored["called"]}"' in str(entry.model_dump_json()).replace('\\"', '"').replace(" ", "")


def test_who_waits_is_woken_by_a_call_to_another_replica(team: Sequence[Replica], made: Made) -> None:
    world = made(settings=NO_PACE)
    for waiting, called in ((0, 1), (1, 2), (2, 0)):
        with ThreadPoolExecutor(1) as threads:
            number = f"8000{waiting}"

            def wait(replica: Replica = team[waiting], number: str = number) -> float:
                page = replica.world(world).journal.wait(timeout=30, called_number=number)
                assert page.total == 1
                return monotonic()

            woken = threads.submit(wait)
            until_somebody_waits(team[waiting])
            begun = monotonic()
            team[called].code(world, number)
            assert woken.result() - begun < SOON


def test_a_stream_tells_of_calls_to_other_replicas(team: Sequence[Replica], made: Made) -> None:
    world = made(settings=NO_PACE)
    with team[0].world(world).journal.follow() as calls:
        for index in range(9):
            begun = monotonic()
            answer = team[index % 3].call(world, str(index))
            call = next(calls)
            assert monotonic() - begun < SOON
            assert str(call.id) == answer.headers["x-mock-request"]


def test_a_journal_is_cleared_for_all_and_ids_go_on(team: Sequence[Replica], made: Made) -> None:
    world = made(settings=NO_PACE)
    last = max(int(replica.call(world, "1").headers["x-mock-request"]) for replica in team)
    team[1].world(world).journal.clear()
    assert [replica.world(world).journal.count() for replica in team] == [0, 0, 0]
    assert int(team[2].call(world, "1").headers["x-mock-request"]) == last + 1
    assert [replica.world(world).journal.count() for replica in team] == [1, 1, 1]


def test_what_the_journal_shows_of_a_call_is_the_same_everywhere(team: Sequence[Replica], made: Made) -> None:
    world = made(settings=NO_PACE)
    team[0].call(world, callDataList=[record("12345678", sessionId="s" * 99)])
    shown = [replica.world(world).journal.get(1).model_dump() for replica in team]
    assert shown[0] == shown[1] == shown[2]
    explained = [str(replica.world(world).journal.explain()) for replica in team]
    assert explained[0] == explained[1] == explained[2]
