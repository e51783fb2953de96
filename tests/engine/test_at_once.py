"""Calls made at the same moment: each sees what those before it have done, though a database writes all of it once."""

import asyncio
from collections import Counter
from collections.abc import Coroutine
from typing import Any

from mock_isales.engine.decisions import Decision
from mock_isales.engine.stores.protocol import Store
from tests.engine.centre import ACCEPTED, CAMPAIGN, outcome, record, seed_of, some_records
from tests.engine.conftest import Opens
from tests.engine.worlds import Server, add_one, kept

OTHER = 1002
UNPACED = {"pace_interval": 0}


def made(*calls: Coroutine[Any, Any, Decision]) -> list[Decision]:
    async def make() -> list[Decision]:
        return await asyncio.gather(*calls)

    return asyncio.run(make())


def outcomes(*calls: Coroutine[Any, Any, Decision]) -> list[str]:
    return [outcome(decision) for decision in made(*calls)]


def test_a_number_that_one_adds_is_a_duplicate_for_the_next(opened: Opens) -> None:
    centre = opened(settings=UNPACED, readings={"duplicate_scope": "campaign"})
    told = outcomes(*(centre.adding(record(number)) for number in ("1", "2", "1", "3")))
    assert told == [ACCEPTED, ACCEPTED, "0200018 ON-DUPLICATE", ACCEPTED]


def test_a_campaign_that_one_makes_is_there_for_the_next(opened: Opens) -> None:
    centre = opened(settings={**UNPACED, "unknown_campaigns": "create"})
    decisions = made(*(centre.adding(*some_records(2), campaign=OTHER) for _ in range(3)))
    assert [outcome(each) for each in decisions] == [ACCEPTED] * 3
    assert len(centre.records(OTHER)) == 6


def test_the_cap_is_met_once(opened: Opens) -> None:
    centre = opened(settings=UNPACED, campaign={"pending": 199_990})
    told = Counter(outcomes(*(centre.adding(record(str(number))) for number in range(40))))
    assert told == {ACCEPTED: 10, "0200020 ON-CAP": 30}


def test_one_passes_the_pace(opened: Opens) -> None:
    centre = opened()
    told = outcomes(*(centre.adding(record(str(number))) for number in range(3)))
    assert told == [ACCEPTED, "0200022 ON-PACE", "0200022 ON-PACE"]


def test_data_ids_ascend_over_the_campaigns_of_a_world(opened: Opens) -> None:
    centre = opened(settings={**UNPACED, "unknown_campaigns": "create"})
    decisions = made(*(centre.adding(*some_records(2), campaign=CAMPAIGN + at % 2) for at in range(4)))
    ids = [each for decision in decisions if decision.added for each in decision.added.data_ids]
    assert ids == sorted(set(ids))
    assert len(ids) == 8
    kept = [stored.data_ids[0] for campaign in (CAMPAIGN, OTHER) for stored in centre.records(campaign)]
    assert sorted(kept) == ids


def test_calling_numbers_are_counted_on(opened: Opens) -> None:
    centre = opened(settings={"callerno_total_max": 3})
    told = outcomes(*(centre.calling_from({number: 1}) for number in ("1", "2", "1", "3", "4")))
    assert told[:4] == [ACCEPTED] * 4
    assert told[4].endswith(" CN-TOTAL")
    assert centre.calling_numbers() == {"1": 1, "2": 1, "3": 1}


def test_calls_to_two_worlds_stand_each_in_its_own_journal(store: Store) -> None:
    worlds = Server.opened(store, seed_of(settings=UNPACED), idle=0).worlds

    async def use() -> list[tuple[list[int], int]]:
        both = [await worlds.enter(name) for name in ("one", "two")]
        await asyncio.gather(*(add_one(both[at % 2], kept) for at in range(12)))
        return [([each.id for each in world.journal.entries()], world.journal.count) for world in both]

    assert asyncio.run(use()) == [([1, 2, 3, 4, 5, 6], 6)] * 2


def test_many_numbers_are_all_kept(opened: Opens) -> None:
    centre = opened(settings={**UNPACED, "calldata_max": 50})
    body = [record(*(str(number) for number in range(at, at + 3))) for at in range(0, 150, 3)]
    assert outcomes(*(centre.adding(*body) for _ in range(40))) == [ACCEPTED] * 40
    kept = centre.records()
    assert [len(stored.record.called) for stored in kept] == [3] * 2000
    assert len({stored.data_ids for stored in kept}) == 2000
