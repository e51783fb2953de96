"""When the database fails, the call is refused by the clause of storing; the pace still counts it if it can."""

from collections.abc import Callable, Collection, Iterator
from typing import Any, Protocol, TypeVar

import pytest

from mock_isales.contract.text import Language
from mock_isales.engine.shared.protocol import CallTransaction
from mock_isales.engine.stores.protocol import CampaignKey, StoreFailure
from mock_isales.engine.stores.sql import SqlStore
from tests.engine.centre import ACCEPTED, SECOND, Centre, outcome, record, seed_of

T = TypeVar("T")


class FailingStore(SqlStore):
    """Fails at those of its calls that it was told of, counted from 0, before anything is changed."""

    failing: Collection[int] = ()
    taken = 0

    async def call(self, key: CampaignKey, step: Callable[[CallTransaction], T]) -> T:
        self.taken += 1
        if self.taken - 1 in self.failing:
            raise StoreFailure("the disk is full")
        return await super().call(key, step)


class Failing(Protocol):
    def __call__(self, *failing: int, **seed: Any) -> Centre: ...  # noqa: ANN401 - what seed_of takes


@pytest.fixture
def failing_centre(url: str) -> Iterator[Failing]:
    """Makes a centre whose database fails at some calls."""
    store = FailingStore(url)

    def made(*failing: int, **seed: Any) -> Centre:  # noqa: ANN401
        centre = Centre.opened(store, seed_of(**seed))
        centre.refresh()
        store.failing = failing
        return centre

    yield made
    store.close()


def test_adding_records_is_answered_0200006(failing_centre: Failing) -> None:
    decision = failing_centre(0).add(record("1"))
    assert outcome(decision) == "0200006 ON-STORING"
    assert decision.describe(Language.ENGLISH).text == "Database operation error."
    assert decision.refusal
    assert (decision.refusal.field, decision.refusal.value) == ("", "the disk is full")


def test_adding_calling_numbers_is_answered_0200001_with_a_detail(failing_centre: Failing) -> None:
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
def test_the_pace_counts_a_call_that_could_not_be_stored(
    failing_centre: Failing, failing: list[int], reading: str, *, counts: bool
) -> None:
    centre = failing_centre(*failing, readings={"pace_counts": reading})
    centre.add(record("1"))
    assert centre.last_call() == (centre.clock.now if counts else None)


def test_the_pace_does_not_count_a_call_that_it_would_have_refused(failing_centre: Failing) -> None:
    centre = failing_centre(1)
    assert outcome(centre.add(record("1"))) == ACCEPTED
    counted = centre.clock.now
    centre.clock.advance(1)
    assert outcome(centre.add(record("1"))) == "0200006 ON-STORING"
    assert centre.last_call() == counted


def test_adding_calling_numbers_counts_for_no_pace(failing_centre: Failing) -> None:
    centre = failing_centre(0)
    centre.call_from({"1": 1})
    assert centre.last_call() is None


def test_the_next_call_is_stored_when_the_database_works_again(failing_centre: Failing) -> None:
    centre = failing_centre(0)
    centre.add(record("1"))
    centre.clock.advance(SECOND)
    assert outcome(centre.add(record("2"))) == ACCEPTED
    assert [stored.record.called[0].called_no for stored in centre.records()] == ["2"]


def test_a_campaign_that_its_first_call_would_have_made_counts_that_call(failing_centre: Failing) -> None:
    centre = failing_centre(0, settings={"unknown_campaigns": "create"})
    assert outcome(centre.add(record("1"), campaign=77)) == "0200006 ON-STORING"
    assert outcome(centre.add(record("1"), campaign=77)) == "0200022 ON-PACE"
