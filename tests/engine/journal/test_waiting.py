"""Who waits for entries is told as soon as they have come."""

import asyncio
from collections.abc import Callable

import pytest

from mock_isales.engine.journal.entries import Ruling
from mock_isales.engine.journal.journal import Journal
from mock_isales.engine.journal.waiting import Closed, NotYet, Selection
from mock_isales.engine.journal.wanted import Wanted
from tests.engine.journal.calls import ANY, SIZE, call, ids, journal_of

LONG = 600.0
SHORT = 0.01
PACE = Wanted(result_code="0200022")


def waiting(journal: Journal, *steps: Callable[[], object], count: int = 3, wanted: Wanted = ANY) -> Selection:
    """What one gets who waits while these steps are taken, with all others asleep in between."""

    async def run() -> Selection:
        waiter = asyncio.create_task(journal.wait(wanted, count, LONG))
        await asyncio.sleep(0)
        for step in steps:
            assert not waiter.done()
            step()
            await asyncio.sleep(0)
        return await waiter

    selection = asyncio.run(run())
    assert not journal._watchers
    return selection


@pytest.mark.parametrize("count", [0, 1, 5])
def test_who_waits_for_what_is_there_has_it_at_once(count: int) -> None:
    async def run() -> Selection:
        with pytest.raises(StopIteration) as end:
            journal.wait(ANY, count, LONG, limit=2).send(None)
        selection: Selection = end.value.value
        return selection

    journal = journal_of(5)
    selection = asyncio.run(run())
    assert (selection.total, [entry.id for entry in selection.entries]) == (5, [1, 2])


def test_those_that_come_are_counted_with_those_that_are_there() -> None:
    journal = journal_of(1)
    selection = waiting(journal, lambda: journal.add(call()), lambda: journal.add(call()))
    assert (selection.total, selection.dropped, selection.entries) == (3, 0, journal.entries())


def test_only_what_is_wanted_counts() -> None:
    journal = journal_of(9)

    def both() -> None:
        journal.add(call())
        journal.add(call(decision=Ruling("0200022")))

    selection = waiting(journal, both, both, both, wanted=PACE)
    assert [entry.id for entry in selection.entries] == [11, 13, 15]


def test_those_that_are_dropped_meanwhile_count() -> None:
    journal = journal_of(2, limit=2 * SIZE)
    large = call(body=b"x" * 9 * SIZE)
    selection = waiting(journal, lambda: journal.add(call()), lambda: journal.add(large), count=4)
    assert (selection.total, selection.dropped) == (4, 2)
    assert [entry.id for entry in selection.entries] == [2, 3]


def test_many_that_come_at_once_wake_it_once() -> None:
    journal = journal_of()
    selection = waiting(journal, lambda: [journal.add(call()) for _ in range(5)])
    assert selection.total == 5


def test_it_begins_to_count_anew_when_the_journal_is_cleared() -> None:
    journal = journal_of(2)
    steps = [journal.clear, *[lambda: journal.add(call())] * 3]
    assert [entry.id for entry in waiting(journal, *steps).entries] == [3, 4, 5]


def test_what_is_restored_counts() -> None:
    journal = journal_of(1)
    selection = waiting(journal, lambda: journal.restore([call(id=number) for number in (5, 6, 7)]))
    assert [entry.id for entry in selection.entries] == [5, 6, 7]


def test_who_has_enough_is_told_so_even_if_it_is_cleared_right_then() -> None:
    journal = journal_of(2)

    def add_and_clear() -> None:
        journal.add(call())
        journal.clear()

    selection = waiting(journal, add_and_clear)
    assert (selection.total, selection.entries) == (3, [])


@pytest.mark.parametrize("timeout", [0, SHORT])
def test_after_its_time_it_is_told_what_there_is(timeout: float) -> None:
    journal = journal_of(2)
    with pytest.raises(NotYet, match="2 have come") as error:
        asyncio.run(journal.wait(ANY, 3, timeout))
    assert (error.value.total, error.value.selection) == (2, Selection(2, 0, journal.entries()))
    assert not journal._watchers


def test_a_cancelled_waiter_leaves_nothing_behind() -> None:
    async def run() -> None:
        journal = journal_of()
        waiters = [asyncio.create_task(journal.wait(ANY, 1, LONG)) for _ in range(3)]
        await asyncio.sleep(0)
        assert len(journal._watchers) == 3
        for waiter in waiters[:2]:
            waiter.cancel()
        journal.add(call())
        ends = await asyncio.gather(*waiters, return_exceptions=True)
        assert [type(end) for end in ends] == [asyncio.CancelledError, asyncio.CancelledError, Selection]
        assert not journal._watchers

    asyncio.run(run())


def test_a_closed_journal_lets_go_of_all_who_wait() -> None:
    journal = journal_of(2)
    with pytest.raises(Closed):
        waiting(journal, journal.close)
    assert not journal._watchers
    for count in (0, 1):
        with pytest.raises(Closed):
            asyncio.run(journal.wait(ANY, count, LONG))
    assert ids(journal) == []
