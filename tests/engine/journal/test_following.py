"""Who follows a journal gets its entries as they come, and is told what it missed."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Coroutine

from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.journal.waiting import Dropped
from mock_isales.engine.journal.wanted import Wanted
from tests.engine.journal.calls import ANY, SIZE, call, journal_of

Feed = AsyncGenerator[Entry | Dropped, None]
Seen = list[int | Dropped]


async def read(feed: Feed, count: int) -> Seen:
    """The next items: the ids of entries, and what was missed."""
    items = [await anext(feed) for _ in range(count)]
    return [item.id if isinstance(item, Entry) else item for item in items]


async def told_of(feed: Feed, step: Callable[[], object], count: int = 1) -> Seen:
    """What one is told who is asleep when a step is taken."""
    reader = asyncio.create_task(read(feed, count))
    await asyncio.sleep(0)
    assert not reader.done()
    step()
    return await reader


def run(story: Coroutine[None, None, None]) -> None:
    asyncio.run(story)


def test_it_gets_what_is_kept_behind_the_last_one_it_knows_and_then_each_as_it_comes() -> None:
    async def story() -> None:
        journal = journal_of(3)
        feed = journal.follow(ANY, after=1)
        assert await read(feed, 2) == [2, 3]
        assert await told_of(feed, lambda: journal.add(call())) == [4]
        assert await told_of(feed, lambda: [journal.add(call()), journal.add(call())], 2) == [5, 6]

    run(story())


def test_it_gets_only_new_ones_when_it_knows_of_none() -> None:
    async def story() -> None:
        journal = journal_of(3)
        feed, stale = journal.follow(ANY), journal.follow(ANY, after=1000)
        journal.add(call())  # new since it follows, though it has not looked yet
        assert [await read(each, 1) for each in (feed, stale)] == [[4], [4]]

    run(story())


def test_it_gets_only_what_is_wanted() -> None:
    async def story() -> None:
        journal = journal_of(2)
        feed = journal.follow(Wanted(vdn=2), after=0)

        def three() -> None:
            for vdn in ("1", "2", "1"):
                journal.add(call(vdn=vdn))

        assert await told_of(feed, three) == [4]
        assert await told_of(feed, three) == [7]

    run(story())


def test_it_is_told_how_many_it_missed() -> None:
    async def story() -> None:
        journal = journal_of(2, limit=2 * SIZE)
        feed = journal.follow(ANY, after=0)
        assert await read(feed, 1) == [1]
        for _ in range(5):
            journal.add(call())
        assert await read(feed, 3) == [Dropped(4), 6, 7]
        assert await read(journal.follow(ANY, after=2), 2) == [Dropped(3), 6]
        assert await read(journal.follow(ANY, after=5), 1) == [6]

    run(story())


def test_it_misses_no_more_than_it_is_told_while_it_is_told() -> None:
    async def story() -> None:
        journal = journal_of(5, limit=2 * SIZE)
        feed = journal.follow(ANY, after=0)
        assert await read(feed, 1) == [Dropped(3)]
        journal.add(call())
        assert await read(feed, 3) == [Dropped(1), 5, 6]

    run(story())


def test_it_is_told_of_an_entry_that_was_too_large_to_be_kept() -> None:
    async def story() -> None:
        journal = journal_of(1, limit=3 * SIZE)
        large = call(body=b"x" * 3 * SIZE)
        feed = journal.follow(ANY)
        assert await told_of(feed, lambda: journal.add(large)) == [Dropped(1)]
        assert await told_of(feed, lambda: [journal.add(large), journal.add(call())], 2) == [Dropped(1), 4]

    run(story())


def test_what_is_cleared_is_not_missed() -> None:
    async def story() -> None:
        journal = journal_of(5)
        feed = journal.follow(ANY, after=0)
        assert await read(feed, 1) == [1]
        journal.clear()
        assert await told_of(feed, lambda: journal.add(call())) == [6]

        def clear_and_add() -> None:
            journal.clear()
            journal.add(call())

        assert await told_of(feed, clear_and_add) == [7]
        assert await read(journal.follow(ANY, after=0), 1) == [7]

    run(story())


def test_what_is_restored_is_told_to_new_followers_only() -> None:
    async def story() -> None:
        journal = journal_of()
        feed = journal.follow(ANY)

        def restore_and_add() -> None:
            journal.restore([call(id=4), call(id=7)])
            journal.add(call())

        assert await told_of(feed, restore_and_add) == [8]
        assert await read(journal.follow(ANY, after=4), 2) == [7, 8]
        assert await read(journal.follow(ANY, after=0), 3) == [4, 7, 8]

    run(story())


def test_it_ends_with_the_journal() -> None:
    async def story() -> None:
        journal = journal_of(2)
        feed, unread = journal.follow(ANY), journal.follow(ANY, after=0)
        reader = asyncio.create_task(_all_of(feed))
        await asyncio.sleep(0)
        journal.close()
        assert (await reader, await _all_of(unread), journal._watchers) == ([], [], set())

    run(story())


async def _all_of(feed: Feed) -> list[Entry | Dropped]:
    return [item async for item in feed]


def test_a_follower_that_goes_leaves_nothing_behind() -> None:
    async def story() -> None:
        journal = journal_of(1)
        asleep, between = journal.follow(ANY), journal.follow(ANY, after=0)
        reader = asyncio.create_task(read(asleep, 1))
        await read(between, 1)
        await asyncio.sleep(0)
        assert len(journal._watchers) == 1
        reader.cancel()
        await asyncio.gather(reader, return_exceptions=True)
        await between.aclose()
        assert not journal._watchers

    run(story())


def test_many_follow_at_their_own_pace() -> None:
    async def story() -> None:
        journal = journal_of(limit=4 * SIZE)
        quick, slow = journal.follow(ANY), journal.follow(ANY)
        seen = [await told_of(quick, lambda: journal.add(call())) for _ in range(6)]
        assert seen == [[1], [2], [3], [4], [5], [6]]
        assert await read(slow, 5) == [Dropped(2), 3, 4, 5, 6]

    run(story())
