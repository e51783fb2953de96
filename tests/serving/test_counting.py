"""What processes at one place have counted together."""

import asyncio

from mock_isales.engine.counted import Counted
from mock_isales.engine.journal.outcomes import Outcome
from mock_isales.engine.journal.tally import Tally
from mock_isales.serving.counting import SharedCounts, Telling

SUCCESS = Outcome("add_outbound_numbers", "0200000", 200)


def counted(calls: int, took: int = 300, **rest: int) -> Counted:
    tally = Tally()
    tally.add([(SUCCESS.operation, SUCCESS.result_code, SUCCESS.status, False, 2, calls, took)] if calls else [])
    return Counted(tally, **rest)


def calls(told: Counted) -> int:
    return told.tally.calls().get(SUCCESS, 0)


def test_nothing_is_counted_at_first() -> None:
    assert SharedCounts(2).together()[1:] == (0, 0, 0, 0, 0, 0)
    assert SharedCounts(2).together().tally.calls() == {}


def test_what_each_has_counted_adds_up_and_what_they_share_does_not() -> None:
    shared = SharedCounts(3)
    Telling(shared, 0).adds_up(counted(3, dropped=1, waiting=2, journal_bytes=10, journal_max=100, worlds=2, entries=9))
    told = Telling(shared, 2).adds_up(
        counted(4, dropped=5, waiting=1, journal_bytes=20, journal_max=100, worlds=3, entries=7)
    )
    assert calls(told) == 7
    assert told[1:] == (6, 3, 30, 200, 3, 9)
    durations = told.tally.durations()["add_outbound_numbers"]
    assert (sum(durations.counts), durations.counts[2], durations.total_us) == (7, 7, 600)


def test_what_one_tells_anew_replaces_what_it_told() -> None:
    shared = SharedCounts(1)
    telling = Telling(shared, 0)
    assert [calls(telling.adds_up(counted(number))) for number in range(600)] == list(range(600))
    assert calls(shared.told(0)) == 599


def test_one_that_comes_in_the_place_of_another_goes_on_counting() -> None:
    shared = SharedCounts(2)
    Telling(shared, 0).adds_up(counted(3, dropped=1, waiting=2, worlds=5))
    new = Telling(shared, 0)
    told = new.adds_up(counted(0))
    assert (calls(told), told.dropped, told.waiting, told.worlds) == (3, 1, 0, 0)
    assert calls(new.adds_up(counted(2))) == 5
    assert calls(Telling(shared, 0).adds_up(counted(1))) == 6


def test_who_ends_tells_what_it_has_counted_last() -> None:
    shared = SharedCounts(1)
    now = [1]

    async def end_meanwhile() -> None:
        going_on = asyncio.create_task(Telling(shared, 0).go_on(lambda: counted(now[0])))
        await asyncio.sleep(0)
        assert calls(shared.together()) == 1
        now[0] = 2
        going_on.cancel()
        await asyncio.gather(going_on, return_exceptions=True)

    asyncio.run(end_meanwhile())
    assert calls(shared.together()) == 2


def test_what_has_no_room_is_not_told() -> None:
    shared = SharedCounts(1)
    Telling(shared, 0).adds_up(counted(1))
    many = Tally()
    many.add([("x" * 1000, str(code), 200, False, 0, 1, 1) for code in range(9000)])
    assert calls(Telling(shared, 0).adds_up(Counted(many))) == 1
