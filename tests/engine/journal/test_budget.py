"""All journals of a server together keep to their bytes."""

from mock_isales.engine.journal.budget import Budget
from tests.engine.journal.calls import PLENTY, SIZE, call, ids, journal_of


def test_it_knows_what_all_journals_take() -> None:
    budget = Budget(PLENTY)
    first, second = journal_of(3, budget=budget), journal_of(2, budget=budget)
    assert budget.used == first.size + second.size == 5 * SIZE
    second.clear()
    assert budget.used == first.size
    first.close()
    assert budget.used == 0


def test_the_oldest_entries_go_of_the_journal_least_recently_added_to() -> None:
    budget = Budget(6 * SIZE)
    quiet, busy = journal_of(2, budget=budget), journal_of(2, budget=budget)
    quiet.add(call())
    third = journal_of(1, budget=budget)
    assert (ids(quiet), ids(busy)) == ([1, 2, 3], [1, 2])
    third.add(call())
    assert (ids(quiet), ids(busy), ids(third)) == ([1, 2, 3], [2], [1, 2])
    third.add(call())
    third.add(call())
    assert (ids(quiet), ids(busy), ids(third)) == ([2, 3], [], [1, 2, 3, 4])
    assert [journal.dropped for journal in (quiet, busy, third)] == [1, 2, 0]
    assert budget.used == quiet.size + busy.size + third.size == 6 * SIZE


def test_a_journal_alone_drops_its_own() -> None:
    budget = Budget(3 * SIZE)
    journal = journal_of(10, budget=budget)
    assert (ids(journal), journal.dropped, budget.used) == ([8, 9, 10], 7, 3 * SIZE)


def test_one_large_entry_may_cost_many() -> None:
    budget = Budget(6 * SIZE)
    first, second = journal_of(2, budget=budget), journal_of(3, budget=budget)
    large = call(body=b"x" * (6 * SIZE - call(body=b"").size))
    second.add(large)
    assert (ids(first), ids(second)) == ([], [4])
    assert budget.used == large.size == 6 * SIZE


def test_an_entry_larger_than_all_that_there_is_costs_no_other_one() -> None:
    budget = Budget(3 * SIZE)
    first, second = journal_of(2, budget=budget), journal_of(1, budget=budget)
    assert second.add(call(body=b"x" * 4 * SIZE)) == 2
    assert (ids(first), ids(second), second.dropped, budget.used) == ([1, 2], [1], 1, 3 * SIZE)


def test_a_journal_that_is_empty_is_not_remembered() -> None:
    budget = Budget(PLENTY)
    for _ in range(100):
        journal_of(1, budget=budget).close()
        journal_of(budget=budget).close()
        journal_of(1, budget=budget).clear()
    assert (budget.used, len(budget._by_last_use)) == (0, 0)
