"""How many calls ended how, and how many records a campaign has of which kind."""

from tests.control.callers import CALLER_NO, Caller, body_of, record


def test_calls_are_counted_by_how_they_ended(caller: Caller) -> None:
    caller.done("PATCH", "/worlds/w1/settings", {"pace_interval": 0})
    assert [caller.add(), caller.add(), caller.add("1x"), caller.add(campaign=9)] == [
        "0200000",
        "0200000",
        "02000002",
        "0200007",
    ]
    caller.done("POST", "/worlds/w1/faults", {"answer": {"status": 503}})
    path = CALLER_NO.format(campaign=1)
    headers = {"Authorization": "token", "X-Mock-World": "w1"}
    assert caller.call("POST", path, {"callerNo": [{"accessCode": "1", "priority": 1}]}, headers).status_code == 503
    told = caller.get("/worlds/w1/journal/counts")
    assert (told["total"], told["dropped"]) == (5, 0)
    outbound = {"operation": "add_outbound_numbers", "status": 200, "fault": False, "count": 1}
    first, *others = told["counts"]
    assert first == {**outbound, "result_code": "0200000", "clause": None, "count": 2}
    assert {**outbound, "result_code": "02000002", "clause": "ON-CALLEDNO-CHARACTERS"} in others
    assert {**outbound, "result_code": "0200007", "clause": "ON-CAMPAIGN"} in others
    struck = [each for each in others if each["fault"]]
    assert [(each["operation"], each["status"], each["count"]) for each in struck] == [("add_calling_numbers", 503, 1)]


def test_calls_that_do_not_fit_are_not_counted(caller: Caller) -> None:
    caller.add()
    caller.add("1x", campaign=3)
    assert caller.get("/worlds/w1/journal/counts?campaign=3")["total"] == 1
    assert caller.get("/worlds/w1/journal/counts?result_code=0200022") == {"total": 0, "dropped": 0, "counts": []}


def test_records_are_counted_by_state_and_priority(caller: Caller) -> None:
    caller.freeze()
    body = {"callDataList": [record(str(each), priority=str(each % 2 + 1)) for each in range(1, 6)]}
    assert caller.add(body=body) == "0200000"
    caller.done("POST", "/worlds/w1/campaigns/1/1/complete", {"count": 1})
    caller.done("POST", "/worlds/w1/clock/advance", {"seconds": 60})
    assert caller.add(body=body_of("6", "7")) == "0200000"
    told = caller.get("/worlds/w1/campaigns/1/1/counts")
    assert (told["total"], told["pending"]) == (7, 0)
    assert told["counts"] == [
        {"state": "incomplete", "priority": 1, "count": 1},
        {"state": "incomplete", "priority": 2, "count": 3},
        {"state": "incomplete", "priority": 3, "count": 2},
        {"state": "completed", "priority": 1, "count": 1},
    ]
    assert [(each["at"][11:19], each["records"]) for each in told["growth"]] == [
        ("10:00:00", 1),
        ("10:00:00", 2),
        ("10:00:00", 3),
        ("10:00:00", 4),
        ("10:00:00", 5),
        ("10:01:00", 6),
        ("10:01:00", 7),
    ]


def test_what_is_simply_there_is_a_number_of_its_own(caller: Caller) -> None:
    told = caller.get("/worlds/w1/campaigns/1/5/counts")
    assert told == {"total": 0, "pending": 199990, "counts": [], "growth": []}


def test_many_records_grow_in_few_points(caller: Caller) -> None:
    caller.done("PATCH", "/worlds/w1/settings", {"calldata_max": 100})
    assert caller.add(*map(str, range(100))) == "0200000"
    growth = caller.get("/worlds/w1/campaigns/1/1/counts")["growth"]
    assert len(growth) == 41
    assert (growth[0]["records"], growth[-1]["records"]) == (1, 100)


def test_a_campaign_that_is_not_there_is_named(caller: Caller) -> None:
    answer = caller.mock("GET", "/worlds/w1/campaigns/1/77/counts")
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:mock-isales:problem:no-such-campaign")
