"""What an accepted ON call is answered: a total, and data ids for what it added."""

import pytest

from mock_isales.engine.decisions import Added, Decision
from tests.engine.centre import SECOND, Centre, record, some_records
from tests.engine.conftest import Opens


def added(decision: Decision) -> Added:
    assert decision.added
    return decision.added


def identified(decision: Decision) -> list[tuple[str, int]]:
    return list(zip(added(decision).called_numbers, added(decision).data_ids, strict=True))


@pytest.mark.parametrize(
    ("reading", "counting", "total"),
    [("campaign", True, 7), ("accepted", True, 2), ("campaign", False, 2), ("accepted", False, 2)],
)
def test_the_total_is_the_campaigns_or_the_calls(opened: Opens, reading: str, total: int, *, counting: bool) -> None:
    centre = opened(campaign={"pending": 5}, readings={"total_size": reading}, settings={"uncomplate_count": counting})
    assert added(centre.add(*some_records(2))).total_size == total


def test_the_total_grows_from_call_to_call(centre: Centre) -> None:
    totals = []
    for count in (2, 1, 3):
        totals.append(added(centre.add(*some_records(count))).total_size)
        centre.clock.advance(SECOND)
    assert totals == [2, 3, 6]


def test_each_record_is_answered_with_its_first_number_and_one_data_id(centre: Centre) -> None:
    answered = identified(centre.add(record("88", "99"), record("66")))
    assert [number for number, _ in answered] == ["88", "66"]
    assert [stored.data_ids for stored in centre.records()] == [(data_id,) for _, data_id in answered]


def test_each_number_is_answered_with_a_data_id_under_the_other_reading(opened: Opens) -> None:
    centre = opened(readings={"data_id_per": "number"})
    answered = identified(centre.add(record("88", "99"), record("66")))
    assert [number for number, _ in answered] == ["88", "99", "66"]
    ids = [data_id for _, data_id in answered]
    assert len(set(ids)) == 3
    assert [stored.data_ids for stored in centre.records()] == [(ids[0], ids[1]), (ids[2],)]


@pytest.mark.parametrize("per", ["record", "number"])
def test_data_ids_are_unique_and_increase_within_a_world(opened: Opens, per: str) -> None:
    centre = opened(campaigns=[{"id": 1}, {"id": 2}], readings={"data_id_per": per}, settings={"pace_interval": 0})
    ids = []
    for moved, campaign in ((0, 1), (0, 2), (5_000_000, 1), (-9_000_000, 2), (0, 1)):
        centre.clock.advance(moved)
        ids += [data_id for _, data_id in identified(centre.add(record("1", "2"), record("3"), campaign=campaign))]
    assert ids == sorted(set(ids))
    assert {len(str(data_id)) for data_id in ids} == {19}
    assert centre.take(lambda kept: kept.last_data_id) == ids[-1]


def test_a_refused_call_is_answered_with_nothing(centre: Centre) -> None:
    assert centre.add(record("1", "1")).added is None
    assert centre.take(lambda kept: kept.last_data_id) == 0


def test_adding_calling_numbers_is_answered_with_nothing_but_success(centre: Centre) -> None:
    decision = centre.call_from({"1": 1})
    assert (decision.refusal, decision.added) == (None, None)
