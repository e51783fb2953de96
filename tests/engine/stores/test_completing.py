"""Records are completed in the order in which they are dialled, which frees room under the cap; all stores alike."""

import asyncio

import pytest

from mock_isales.contract.campaigns import Campaign
from mock_isales.engine.contents import KeptCampaign
from mock_isales.engine.slices import in_slices
from mock_isales.engine.stores.protocol import Administration, WantedRecords
from tests.engine.centre import ACCEPTED, CAMPAIGN, VDN, Centre, outcome, record
from tests.engine.conftest import Opens

LONG_ONE = "0" * 5000 + "1"
MIXED = ["3", "1", "5", "003", "2", LONG_ONE, "4", "02"]
"""Of the records a to h, in the order they are added."""


def complete(centre: Centre, count: int, campaign: int = CAMPAIGN) -> int:
    return centre.administer(lambda world: world.complete(VDN, campaign, count))


def completed(centre: Centre) -> str:
    """The sessions of the records that were completed, in the order they were added."""
    done = WantedRecords(complete=True)
    page = asyncio.run(in_slices(centre.administer(lambda world: world.records(VDN, CAMPAIGN, done, 0, 100))))
    return "".join(stored.record.session_id or "?" for stored in page.records)


def pending(centre: Centre) -> int:
    kept = centre.administer(lambda world: world.campaign(VDN, CAMPAIGN))
    assert kept
    return kept.pending


def incomplete(centre: Centre) -> tuple[int, int]:
    campaign = centre.campaign()
    assert campaign
    return campaign.incomplete_records, campaign.incomplete_numbers


@pytest.fixture
def centre(opened: Opens) -> Centre:
    """With records of mixed priorities, the n-th of them having n numbers, and two that are simply there."""
    centre = opened(campaigns=[{"id": CAMPAIGN, "pending": 2}, {"id": 2, "pending": 1}], settings={"pace_interval": 0})
    for number, (session, priority) in enumerate(zip("abcdefgh", MIXED, strict=True), 1):
        numbers = [f"{number}*{each}" for each in range(number)]
        assert outcome(centre.add(record(*numbers, sessionId=session, priority=priority))) == ACCEPTED
    return centre


@pytest.mark.parametrize(
    ("count", "sessions", "left"),
    [
        (0, "", 2),
        (1, "b", 2),
        (2, "bf", 2),
        (3, "bef", 2),
        (4, "befh", 2),
        (5, "befh", 1),
        (6, "befh", 0),
        (7, "abefh", 0),
        (8, "abdefh", 0),
        (9, "abdefgh", 0),
        (10, "abcdefgh", 0),
    ],
)
@pytest.mark.parametrize("at_once", [True, False])
def test_they_are_completed_by_priority_and_then_in_the_order_added(
    centre: Centre, count: int, sessions: str, left: int, *, at_once: bool
) -> None:
    if at_once:
        assert complete(centre, count) == count
    else:
        assert [complete(centre, 1) for _ in range(count)] == [1] * count
    assert completed(centre) == sessions
    assert pending(centre) == left
    numbers = sum(index for index, session in enumerate("abcdefgh", 1) if session not in sessions)
    assert incomplete(centre) == (10 - count, numbers + left)


def test_no_more_are_completed_than_there_are(centre: Centre) -> None:
    assert complete(centre, 10**30) == 10
    assert complete(centre, 1) == 0
    assert incomplete(centre) == (0, 0)
    assert complete(centre, 1, campaign=2) == 1
    assert complete(centre, 1, campaign=2) == 0


def test_they_are_completed_at_the_time_of_the_step(centre: Centre) -> None:
    centre.clock.advance(5)
    complete(centre, 1)
    centre.clock.advance(5)
    complete(centre, 2)
    now = centre.clock.now
    times = {stored.record.session_id: stored.completed_at for stored in centre.records()}
    assert [times[session] for session in "befa"] == [now - 5, now, now, None]


def test_records_that_are_added_later_take_their_place_in_the_order(centre: Centre) -> None:
    complete(centre, 7)
    centre.add(record("9", sessionId="i", priority="3"), record("10", sessionId="j", priority="1"))
    complete(centre, 1)
    assert completed(centre) == "abefhj"
    complete(centre, 2)
    assert completed(centre) == "abdefhij"


def test_records_that_are_simply_there_can_be_added_later_and_are_older_all_the_same(centre: Centre) -> None:
    complete(centre, 7)
    centre.administer(lambda world: world.put_campaign(KeptCampaign(Campaign(VDN, CAMPAIGN), pending=1)))
    assert incomplete(centre) == (4, 15)
    complete(centre, 1)
    assert (completed(centre), pending(centre)) == ("abefh", 0)
    complete(centre, 1)
    assert completed(centre) == "abdefh"


def test_several_completions_in_one_step_go_on_from_each_other(centre: Centre) -> None:
    def twice(world: Administration) -> list[int]:
        return [world.complete(VDN, CAMPAIGN, 1), world.complete(VDN, CAMPAIGN, 6), world.complete(VDN, CAMPAIGN, 9)]

    assert centre.administer(twice) == [1, 6, 3]
    assert completed(centre) == "abcdefgh"


def test_completing_goes_on_after_records_were_cleared(centre: Centre) -> None:
    complete(centre, 3)
    centre.administer(lambda world: world.clear_records({}))
    centre.add(record("9", sessionId="i"), record("10", sessionId="j", priority="1"))
    assert [complete(centre, 1), completed(centre), complete(centre, 5), completed(centre)] == [1, "j", 1, "ij"]


def test_what_is_completed_frees_room(opened: Opens) -> None:
    centre = opened(campaign={"pending": 200_000}, settings={"pace_interval": 0})
    assert outcome(centre.add(record("1"))) == "0200020 ON-CAP"
    assert complete(centre, 1) == 1
    assert outcome(centre.add(record("1"))) == ACCEPTED
    assert outcome(centre.add(record("2"))) == "0200020 ON-CAP"


def test_a_completed_record_is_still_one_that_was_called_before(opened: Opens) -> None:
    centre = opened(readings={"duplicate_scope": "campaign"}, settings={"pace_interval": 0})
    centre.add(record("1"))
    complete(centre, 1)
    assert outcome(centre.add(record("1"))) == "0200018 ON-DUPLICATE"
