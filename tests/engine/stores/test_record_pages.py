"""Records are looked through by page and by filter; all stores alike."""

import asyncio
from typing import Any

import pytest

from mock_isales.contract.campaigns import Campaign
from mock_isales.contract.requests import CalledNumber, Record
from mock_isales.engine.contents import CampaignContent, KeptCampaign, WorldContent
from mock_isales.engine.seeds import Seed
from mock_isales.engine.slices import in_slices
from mock_isales.engine.stores.packed import Records
from mock_isales.engine.stores.protocol import RecordPage, StoredRecord, WantedRecords
from tests.engine.centre import Centre

ANY = WantedRecords()


def stored(
    *data_ids: int,
    called: str = "1",
    batch: str | None = None,
    done: int | None = None,
    **sent: Any,  # noqa: ANN401
) -> StoredRecord:
    return StoredRecord(data_ids, Record([CalledNumber(each) for each in called.split()], **sent), batch, 5, done)


RECORDS = [
    stored(11, called="7", session_id="s", batch="b"),
    stored(12, called="8 7", session_id="S", done=3, priority="1"),
    stored(14, 15, 16, called="5 6 7", batch="b", priority="0" * 5000 + "1"),
    stored(17, called="70", session_id="", batch="", priority="5"),
    stored(2**63 - 1, called="7 7", session_id="s", batch="b", done=2**53 + 1, priority="03"),
]
"""With gaps between the ids, and one that has an id for each number."""


@pytest.fixture
def centre(centre: Centre) -> Centre:
    """A campaign with these records, and another one beside it."""
    campaigns = [
        CampaignContent(KeptCampaign(Campaign(1, 1), pending=100), Records(RECORDS)),
        CampaignContent(KeptCampaign(Campaign(1, 2)), Records([stored(13, called="7", session_id="s", batch="b")])),
    ]
    centre.administer(lambda world: world.replace(WorldContent(Seed(), campaigns=campaigns)))
    return centre


def page(centre: Centre, wanted: WantedRecords = ANY, offset: int = 0, limit: int = 100) -> RecordPage:
    return asyncio.run(in_slices(centre.administer(lambda world: world.records(1, 1, wanted, offset, limit))))


def test_without_a_filter_they_are_all_told_in_the_order_they_were_added(centre: Centre) -> None:
    assert page(centre) == RecordPage(5, RECORDS)


@pytest.mark.parametrize(
    ("offset", "limit", "first", "last"),
    [(0, 2, 0, 2), (2, 2, 2, 4), (4, 2, 4, 5), (5, 2, 5, 5), (0, 0, 0, 0), (10**30, 1, 5, 5), (1, 10**30, 1, 5)],
)
def test_a_page_is_some_of_them(centre: Centre, offset: int, limit: int, first: int, last: int) -> None:
    assert page(centre, ANY, offset, limit) == RecordPage(5, RECORDS[first:last])


@pytest.mark.parametrize(
    ("said", "places"),
    [
        ({"complete": True}, [1, 4]),
        ({"complete": False}, [0, 2, 3]),
        ({"priority": 1}, [1, 2]),
        ({"priority": 3}, [0, 4]),
        ({"priority": 2}, []),
        ({"priority": 0}, []),
        ({"priority": -1}, []),
        ({"priority": 10**30}, []),
        ({"session": "s"}, [0, 4]),
        ({"session": ""}, [3]),
        ({"session": "'"}, []),
        ({"called_number": "7"}, [0, 1, 2, 4]),
        ({"called_number": "70"}, [3]),
        ({"called_number": "%"}, []),
        ({"batch": "b"}, [0, 2, 4]),
        ({"batch": ""}, [3]),
        ({"data_id": 11}, [0]),
        ({"data_id": 14}, [2]),
        ({"data_id": 16}, [2]),
        ({"data_id": 13}, []),
        ({"data_id": 2**63 - 1}, [4]),
        ({"data_id": 2**63}, []),
        ({"data_id": -1}, []),
        ({"session": "s", "complete": False}, [0]),
        ({"session": "s", "batch": "b", "called_number": "7", "priority": 3, "complete": True}, [4]),
        ({"session": "S", "batch": "b"}, []),
    ],
)
def test_a_filter_tells_those_that_fit_all_it_says(centre: Centre, said: dict[str, Any], places: list[int]) -> None:
    assert page(centre, WantedRecords(**said)) == RecordPage(len(places), [RECORDS[place] for place in places])


def test_a_page_of_what_a_filter_tells_says_how_many_there_are(centre: Centre) -> None:
    assert page(centre, WantedRecords(called_number="7"), 1, 2) == RecordPage(4, [RECORDS[1], RECORDS[2]])


def test_a_page_does_not_change_when_the_world_does(centre: Centre) -> None:
    before = page(centre)
    centre.administer(lambda world: world.complete(1, 1, 1000))
    before.records.pop()
    assert before == RecordPage(5, RECORDS[:-1])
    assert len(page(centre).records) == 5
