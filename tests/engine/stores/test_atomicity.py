"""Steps with a campaign never interleave, whoever takes them."""

import asyncio
from collections import Counter
from collections.abc import Iterable

import pytest

from mock_isales.engine.decisions import Decision
from mock_isales.engine.stores.protocol import Store
from mock_isales.engine.stores.sql import SqlStore
from tests.engine.centre import Centre, outcome, record, seed_of

TEN_LEFT = seed_of(campaign={"pending": 199_990}, settings={"pace_interval": 0})
PACED = seed_of()


def all_at_once(centres: Iterable[Centre], each: int) -> list[Decision]:
    async def call() -> list[Decision]:
        calls = [centre.adding(record(str(number))) for number in range(each) for centre in centres]
        return await asyncio.gather(*calls)

    return asyncio.run(call())


def outcomes(decisions: Iterable[Decision]) -> Counter[str]:
    return Counter(outcome(decision) for decision in decisions)


@pytest.fixture
def two_processes(sql_store: SqlStore, url: str) -> Iterable[tuple[Store, Store]]:
    """Two stores on one database are what two processes have."""
    other = SqlStore(url)
    yield sql_store, other
    other.close()


def test_of_200_calls_at_once_exactly_those_are_accepted_that_fit(store: Store) -> None:
    centre = Centre.opened(store, TEN_LEFT)
    decisions = all_at_once([centre], 200)
    assert outcomes(decisions) == {"0200000": 10, "0200020 ON-CAP": 190}
    added = [decision.added for decision in decisions if decision.added]
    assert sorted(each.total_size for each in added) == list(range(199_991, 200_001))
    assert len({each.data_ids[0] for each in added}) == 10
    assert len(centre.records()) == 10


def test_of_many_calls_at_once_the_pace_lets_one_pass(store: Store) -> None:
    assert outcomes(all_at_once([Centre.opened(store, PACED)], 50)) == {"0200000": 1, "0200022 ON-PACE": 49}


def test_processes_on_one_database_share_the_room(two_processes: tuple[Store, Store]) -> None:
    centres = [Centre.opened(store, TEN_LEFT) for store in two_processes]
    decisions = all_at_once(centres, 50)
    assert outcomes(decisions) == {"0200000": 10, "0200020 ON-CAP": 90}
    answered = {data_id for decision in decisions if decision.added for data_id in decision.added.data_ids}
    assert len(answered) == 10
    assert [{stored.data_ids[0] for stored in centre.records()} for centre in centres] == [answered, answered]


def test_processes_on_one_database_share_the_pace_and_the_data_ids(two_processes: tuple[Store, Store]) -> None:
    one, other = (Centre.opened(store, PACED) for store in two_processes)
    first = one.add(record("1")).added
    assert outcome(other.add(record("1"))) == "0200022 ON-PACE"
    other.clock.advance(1_000_000)
    second = other.add(record("1")).added
    assert first
    assert second
    assert first.data_ids[0] < second.data_ids[0]
