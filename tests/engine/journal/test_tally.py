"""The tally of a server counts each call once, whatever becomes of journals and worlds."""

import asyncio

from mock_isales.engine.journal.budget import Budget
from mock_isales.engine.journal.entries import Ruling
from mock_isales.engine.journal.journal import Journal
from mock_isales.engine.journal.outcomes import Outcome
from mock_isales.engine.journal.tally import BOUNDS_US, Tally
from mock_isales.engine.stores.memory import MemoryStore
from tests.engine.centre import seed_of
from tests.engine.journal.calls import PLENTY, call
from tests.engine.worlds import Server, entry

ACCEPTED = Outcome("add_outbound_numbers", "0200000", 200)


def test_calls_are_counted_by_operation_and_answer() -> None:
    tally = Tally()
    for each in (
        call(),
        call(),
        call(operation="add_calling_numbers"),
        call(decision=Ruling("0200022", "ON-PACE")),
        call(decision=Ruling(None, "ON-AUTH"), status=401),
        call(decision=None, operation=None, status=404),
    ):
        tally.count(each)
    assert tally.calls() == {
        ACCEPTED: 2,
        Outcome("add_calling_numbers", "0200000", 200): 1,
        Outcome("add_outbound_numbers", "0200022", 200): 1,
        Outcome("add_outbound_numbers", None, 401): 1,
        Outcome(None, None, 404): 1,
    }


def test_what_a_journal_drops_forgets_or_never_keeps_is_counted() -> None:
    tally = Tally()
    for limit in (0, call().size, PLENTY):
        journal = Journal(limit, Budget(PLENTY), tally)
        journal.add(call())
        journal.add(call())
        journal.clear()
        journal.close()
        journal.add(call())
    assert tally.calls() == {ACCEPTED: 9}


def test_what_is_restored_is_not() -> None:
    tally = Tally()
    journal = Journal(PLENTY, Budget(PLENTY), tally)
    journal.restore([call(id=1), call(id=2)])
    assert not tally.calls()


def test_all_worlds_of_a_server_count_together_and_those_that_ended_too() -> None:
    async def story() -> int:
        worlds = Server.opened(MemoryStore(), seed_of()).worlds
        for name in ("default", "other", "another"):
            (await worlds.enter(name)).journal.add(entry())
        await worlds.end("other")
        await worlds.make("another")
        return sum(worlds.tally.calls().values())

    assert asyncio.run(story()) == 3


def test_servers_count_apart() -> None:
    first, second = (Server.opened(MemoryStore(), seed_of()).worlds.tally for _ in range(2))
    first.count(call())
    assert not second.calls()


def test_calls_of_one_outcome_are_counted_together_however_long_they_took() -> None:
    tally = Tally()
    for took in (1, 100, 101, 99_000_000):
        tally.count(call(duration_us=took))
    tally.count(call(fault="1", duration_us=5))
    assert tally.calls() == {ACCEPTED: 5}


def test_how_long_calls_took_is_counted_by_operation() -> None:
    tally = Tally()
    for took in (0, 100, 101, 10_000_000, 10_000_001):
        tally.count(call(duration_us=took))
    tally.count(call(duration_us=250, decision=Ruling("0200022", "ON-PACE")))
    tally.count(call(operation=None, duration_us=7))
    assert len(BOUNDS_US) == 16
    assert tally.durations() == {
        "add_outbound_numbers": ((2, 2, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 1), 20_000_452),
        None: ((1, *[0] * 16), 7),
    }


def test_the_calls_that_a_fault_has_struck_are_counted() -> None:
    tally = Tally()
    for each in (call(), call(fault="1"), call(fault="magic"), call(operation="add_calling_numbers")):
        tally.count(each)
    assert tally.struck() == {"add_outbound_numbers": 2, "add_calling_numbers": 0}


def test_what_all_journals_drop_is_counted_and_clearing_forgets_none_of_it() -> None:
    budget = Budget(PLENTY)
    small, none = Journal(call().size, budget), Journal(0, budget)
    for journal in (small, small, small, none):
        journal.add(call())
    assert (small.count, none.count, budget.dropped) == (1, 0, 3)
    for journal in (small, none):
        journal.clear()
    assert (small.count, budget.dropped) == (0, 3)
