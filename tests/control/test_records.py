from typing import Any

import pytest

from tests.control.callers import Caller, places_of, record

PATH = "/worlds/w1/campaigns/1/1"


@pytest.fixture
def records(caller: Caller) -> Any:  # noqa: ANN401
    """Three records, of which the second is dialled first."""
    caller.freeze()
    body = {"callDataList": [record("11", sessionId="s1"), record("12", priority="1"), record("13", priority="5")]}
    assert caller.add(body=body) == "0200000"
    return caller.get(f"{PATH}/records")["records"]


def test_records_are_shown_as_they_were_added(records: Any) -> None:  # noqa: ANN401
    assert [each["called"][0]["called_no"] for each in records] == ["11", "12", "13"]
    assert records[0]["session_id"] == "s1"
    assert records[0]["added_at"] == "2026-11-21T10:00:00.000000Z"
    assert records[0]["completed_at"] is None
    assert len(records[0]["data_ids"][0]) == 19


@pytest.mark.parametrize(
    ("query", "numbers"),
    [
        ("session=s1", ["11"]),
        ("session=s2", []),
        ("called_number=13", ["13"]),
        ("priority=1", ["12"]),
        ("state=incomplete", ["11", "12", "13"]),
        ("state=completed", []),
        ("batch=b", []),
        ("state=incomplete&called_number=12", ["12"]),
    ],
)
@pytest.mark.usefixtures("records")
def test_records_are_filtered(caller: Caller, query: str, numbers: list[str]) -> None:
    told = caller.get(f"{PATH}/records?{query}")
    assert told["total"] == len(numbers)
    assert [each["called"][0]["called_no"] for each in told["records"]] == numbers


def test_records_are_found_by_their_data_id_and_paged(caller: Caller, records: Any) -> None:  # noqa: ANN401
    data_id = records[1]["data_ids"][0]
    assert caller.get(f"{PATH}/records?data_id={data_id}") == {"total": 1, "records": [records[1]]}
    assert caller.get(f"{PATH}/records?offset=1&limit=1") == {"total": 3, "records": [records[1]]}
    assert caller.get(f"{PATH}/records?limit=0") == {"total": 3, "records": []}
    assert caller.get(f"{PATH}/records?offset=9") == {"total": 3, "records": []}


@pytest.mark.usefixtures("records")
def test_records_are_completed_as_they_are_dialled(caller: Caller) -> None:
    caller.done("POST", "/worlds/w1/clock/advance", {"seconds": 2})
    told = caller.done("POST", f"{PATH}/complete", {"count": 2})
    assert (told["completed"], told["campaign"]["incomplete_records"]) == (2, 1)
    completed = caller.get(f"{PATH}/records?state=completed")["records"]
    assert [each["called"][0]["called_no"] for each in completed] == ["11", "12"]
    assert {each["completed_at"] for each in completed} == {"2026-11-21T10:00:02.000000Z"}
    assert caller.done("POST", f"{PATH}/complete", {"count": 100})["completed"] == 1
    assert caller.done("POST", f"{PATH}/complete", {"count": 0})["completed"] == 0


def test_completing_makes_room_under_the_cap(caller: Caller) -> None:
    caller.done("PUT", "/worlds/w1/clock", {"mode": "manual", "now": "2026-11-21T10:00:00Z", "step": 1})
    numbers = [str(each) for each in range(11)]
    assert caller.add(*numbers, campaign=5) == "0200020"
    assert caller.done("POST", "/worlds/w1/campaigns/1/5/complete", {"count": 1})["campaign"]["pending"] == 199_989
    assert caller.add(*numbers, campaign=5) == "0200000"


def test_what_is_asked_wrongly_is_told(caller: Caller) -> None:
    told = places_of(caller.mock("GET", f"{PATH}/records?state=complete&priority=6&limit=1001&ofset=1&limit=2"))
    assert told["state"] == ('must be incomplete or completed, not "complete"', "did you mean completed?")
    assert told["priority"][0] == 'must be a whole number from 1 to 5, not "6"'
    assert told["ofset"] == ("unknown parameter", "did you mean offset?")
    assert "limit" in told
    assert "count" in places_of(caller.mock("POST", f"{PATH}/complete", {"count": -1}))
    assert places_of(caller.mock("POST", f"{PATH}/complete", {}))["count"][0] == "is missing"
