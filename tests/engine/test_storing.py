"""When the database fails, the call is refused by the clause of storing; the pace still counts it if it can."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import pytest

from mock_isales.contract.text import Language
from mock_isales.engine.stores.memory import MemoryStore
from mock_isales.engine.stores.protocol import CampaignKey, Clock, StoreFailure, Transaction
from tests.engine.centre import ACCEPTED, SECOND, Centre, outcome, record, seed_of

T = TypeVar("T")


class FailingStore(MemoryStore):
    """Fails at those of its transactions that it was told of, counted from 0, before anything is changed."""

    def __init__(self, failing: Iterable[int]) -> None:
        super().__init__()
        self.failing = set(failing)
        self.taken = 0

    async def transact(self, key: CampaignKey, clock: Clock, step: Callable[[Transaction], T]) -> T:
        self.taken += 1
        if self.taken - 1 in self.failing:
            raise StoreFailure("the disk is full")
        return await super().transact(key, clock, step)


def failing_centre(*failing: int, reading: str = "reached") -> Centre:
    return Centre.opened(FailingStore(failing), seed_of(readings={"pace_counts": reading}))


def test_adding_records_is_answered_0200006() -> None:
    decision = failing_centre(0).add(record("1"))
    assert outcome(decision) == "0200006 ON-STORING"
    assert decision.describe(Language.ENGLISH).text == "Database operation error."
    assert decision.refusal
    assert (decision.refusal.field, decision.refusal.value) == ("", "the disk is full")


def test_adding_calling_numbers_is_answered_0200001_with_a_detail() -> None:
    decision = failing_centre(0).call_from({"1": 1})
    assert outcome(decision) == "0200001 CN-STORING"
    english = "Parameter error. For details about the error, see resultDesc. Database operation error."
    assert decision.describe(Language.ENGLISH).text == english
    assert decision.describe(Language.CHINESE).text == "参数异常，异常详情在resultDesc中描述。 数据库操作异常。"
    assert decision.refusal
    assert decision.refusal.value == "the disk is full"


@pytest.mark.parametrize(
    ("failing", "reading", "counts"),
    [
        ([0], "reached", True),
        ([0, 1], "reached", False),  # the database does not let it
        ([0], "accepted", False),
    ],
)
def test_the_pace_counts_a_call_that_could_not_be_stored(failing: list[int], reading: str, *, counts: bool) -> None:
    centre = failing_centre(*failing, reading=reading)
    centre.add(record("1"))
    assert centre.last_call() == (centre.clock.now if counts else None)


def test_the_pace_does_not_count_a_call_that_it_would_have_refused() -> None:
    centre = failing_centre(1)
    assert outcome(centre.add(record("1"))) == ACCEPTED
    counted = centre.clock.now
    centre.clock.advance(1)
    assert outcome(centre.add(record("1"))) == "0200006 ON-STORING"
    assert centre.last_call() == counted


def test_adding_calling_numbers_counts_for_no_pace() -> None:
    centre = failing_centre(0)
    centre.call_from({"1": 1})
    assert centre.last_call() is None


def test_the_next_call_is_stored_when_the_database_works_again() -> None:
    centre = failing_centre(0)
    centre.add(record("1"))
    centre.clock.advance(SECOND)
    assert outcome(centre.add(record("2"))) == ACCEPTED
    assert [stored.record.called[0].called_no for stored in centre.records()] == ["2"]


def test_a_campaign_that_its_first_call_would_have_made_counts_that_call() -> None:
    centre = Centre.opened(FailingStore([0]), seed_of(settings={"unknown_campaigns": "create"}))
    assert outcome(centre.add(record("1"), campaign=77)) == "0200006 ON-STORING"
    assert outcome(centre.add(record("1"), campaign=77)) == "0200022 ON-PACE"
