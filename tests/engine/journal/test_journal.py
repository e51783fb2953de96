"""A journal keeps the calls of a world, as many as fit."""

import pytest

from mock_isales.engine.journal.entries import Ruling
from mock_isales.engine.journal.wanted import Wanted
from tests.engine.journal.calls import ANY, SIZE, call, ids, journal_of


def test_ids_are_given_from_1_on_and_never_again() -> None:
    journal = journal_of(limit=2 * SIZE)
    assert [journal.add(call()) for _ in range(3)] == [1, 2, 3]
    journal.clear()
    assert journal.add(call()) == 4
    assert ids(journal) == [4]


def test_an_entry_can_be_got_while_it_is_kept() -> None:
    journal = journal_of(3, limit=2 * SIZE)
    assert [journal.get(number) and number for number in range(-1, 5)] == [None, None, None, 2, 3, None]
    entry = call()
    journal.add(entry)
    assert journal.get(4) is entry


def test_the_oldest_go_when_it_is_full() -> None:
    journal = journal_of(5, limit=3 * SIZE)
    assert (ids(journal), journal.size, journal.dropped, journal.limit) == ([3, 4, 5], 3 * SIZE, 2, 3 * SIZE)
    journal.add(call(body=call().body + b"x"))
    assert (ids(journal), journal.size, journal.dropped) == ([5, 6], 2 * SIZE + 1, 4)


def test_it_may_be_full_to_the_byte() -> None:
    journal = journal_of(3, limit=3 * SIZE)
    assert (journal.size, journal.dropped) == (3 * SIZE, 0)
    journal = journal_of(3, limit=3 * SIZE - 1)
    assert (journal.size, journal.dropped) == (2 * SIZE, 1)


def test_an_entry_larger_than_the_limit_is_dropped_at_once() -> None:
    journal = journal_of(2, limit=3 * SIZE)
    assert journal.add(call(body=b"x" * 3 * SIZE)) == 3
    assert journal.add(call()) == 4
    assert (ids(journal), journal.dropped, journal.get(3)) == ([1, 2, 4], 1, None)
    assert journal.get(4)


def test_the_size_is_always_that_of_what_is_kept() -> None:
    journal = journal_of(limit=10 * SIZE)
    for length in range(0, 9000, 7):
        journal.add(call(body=b"x" * (length * 31 % 5000)))
        assert journal.size == sum(entry.size for entry in journal.entries()) <= journal.limit


def test_clearing_forgets_all_and_what_was_dropped() -> None:
    journal = journal_of(5, limit=3 * SIZE)
    journal.clear()
    assert (ids(journal), journal.size, journal.dropped) == ([], 0, 0)
    assert journal.select(ANY).total == 0


def test_a_selection_tells_a_page_of_what_matches() -> None:
    journal = journal_of(limit=200 * SIZE)
    for number in range(250):
        journal.add(call(decision=Ruling("0200022" if number % 5 == 0 else "0200000")))
    wanted = Wanted(result_code="0200022")
    kept = journal.entries()
    matching = [entry for entry in kept if entry.id % 5 == 1]
    selection = journal.select(wanted, offset=3, limit=4)
    assert (selection.total, selection.dropped, selection.entries) == (len(matching), 250 - len(kept), matching[3:7])
    assert journal.select(wanted, offset=3, limit=4, newest=True).entries == matching[::-1][3:7]
    assert journal.select(ANY).entries == kept[:100]
    assert journal.select(ANY, newest=True, limit=2).entries == kept[:-3:-1]
    assert journal.select(ANY, offset=1000).entries == []
    assert journal.select(ANY, limit=0).total == len(kept)


def test_what_was_kept_can_be_restored_elsewhere() -> None:
    source = journal_of(5, limit=3 * SIZE)
    journal = journal_of(2)
    journal.restore(reversed(source.entries()), dropped=source.dropped)
    assert (ids(journal), journal.size, journal.dropped) == ([3, 4, 5], 3 * SIZE, 2)
    assert journal.add(call()) == 6


def test_an_id_is_above_all_that_were_given_or_restored() -> None:
    journal = journal_of(9)
    journal.restore([call(id=4), call(id=2)])
    assert (ids(journal), journal.add(call())) == ([2, 4], 10)
    journal.restore([call(id=1000)])
    assert journal.add(call()) == 1001
    journal.restore([])
    assert (journal.add(call()), ids(journal)) == (1002, [1002])


def test_only_so_many_are_restored_as_fit() -> None:
    journal = journal_of(limit=3 * SIZE)
    journal.restore([call(id=number) for number in range(1, 6)], dropped=10)
    assert (ids(journal), journal.dropped) == ([3, 4, 5], 12)
    assert journal.size == 3 * SIZE


@pytest.mark.parametrize("numbers", [[0], [-1, 2], [3, 1, 3], [10**15 + 1]])
def test_ids_that_no_journal_gives_are_not_restored(numbers: list[int]) -> None:
    journal = journal_of(2)
    with pytest.raises(ValueError, match="all different"):
        journal.restore([call(id=number) for number in numbers])
    assert (ids(journal), journal.size) == ([1, 2], 2 * SIZE)


def test_a_closed_journal_keeps_nothing_and_still_gives_ids() -> None:
    journal = journal_of(2)
    journal.close()
    assert (journal.add(call()), ids(journal), journal.size) == (3, [], 0)
    journal.restore([call(id=9)])
    assert ids(journal) == []
