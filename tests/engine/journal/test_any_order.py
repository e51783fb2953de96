"""Whatever happens to journals, in whatever order: their bytes are counted, and no call is lost without a word."""

import asyncio

from hypothesis import given
from hypothesis import strategies as st

from mock_isales.engine.journal.budget import Budget
from mock_isales.engine.journal.entries import Entry
from mock_isales.engine.journal.journal import Journal
from mock_isales.engine.journal.waiting import Dropped
from tests.engine.journal.calls import ANY, SIZE, call

LIMIT = 4 * SIZE
JOURNALS = 3

steps = st.lists(
    st.tuples(
        st.integers(0, JOURNALS - 1),
        st.sampled_from(["add"] * 8 + ["clear", "restore", "close"]),
        st.integers(0, 5 * SIZE),
    ),
    max_size=40,
)


def take(journals: list[Journal], which: int, step: str, length: int) -> None:
    journal = journals[which]
    match step:
        case "add":
            journal.add(call(body=b"x" * length))
        case "clear":
            journal.clear()
        case "restore":
            journal.restore(journals[which - 1].entries())
        case _:
            journal.close()


@given(steps)
def test_the_bytes_are_exact_and_within_their_bounds(steps: list[tuple[int, str, int]]) -> None:
    budget = Budget(9 * SIZE)
    journals = [Journal(LIMIT, budget) for _ in range(JOURNALS)]
    given_ids: list[list[int]] = [[] for _ in journals]
    for which, step, length in steps:
        take(journals, which, step, length)
        if step == "add":
            given_ids[which].append(journals[which]._last_id)
        for journal in journals:
            assert journal.size == sum(entry.size for entry in journal.entries()) <= LIMIT
        assert budget.used == sum(journal.size for journal in journals) <= budget.total_bytes
    assert all(ids == sorted(set(ids)) for ids in given_ids)


@given(st.lists(st.tuples(st.booleans(), st.integers(0, 5 * SIZE)), max_size=40))
def test_a_follower_gets_each_call_or_is_told_that_it_missed_it(steps: list[tuple[bool, int]]) -> None:
    async def story() -> int:
        journal = Journal(LIMIT, Budget(LIMIT))
        feed = journal.follow(ANY)
        told = added = 0
        for reads, length in steps:
            if reads and told < added:
                item = await anext(feed)
                told += item.count if isinstance(item, Dropped) else 1
                assert not isinstance(item, Entry) or item.id == told
            else:
                journal.add(call(body=b"x" * length))
                added += 1
        while told < added:
            item = await anext(feed)
            told += item.count if isinstance(item, Dropped) else 1
        return told - added

    assert asyncio.run(story()) == 0
