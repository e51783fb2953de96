from tests.control.callers import CALL_DATA, Caller, body_of, places_of


def test_campaigns_are_listed_by_vdn(caller: Caller) -> None:
    caller.done("PUT", "/worlds/w1/campaigns/2/10", {})
    caller.done("PUT", "/worlds/w1/campaigns/2/9", {})
    told = caller.get("/worlds/w1/campaigns")
    assert told["total"] == 7
    assert [(each["vdn"], each["id"]) for each in told["campaigns"]][-2:] == [(2, 9), (2, 10)]
    assert caller.get("/worlds/w1/campaigns?vdn=2")["total"] == 2
    assert caller.get("/worlds/w1/campaigns?vdn=3") == {"total": 0, "campaigns": []}


def test_a_campaign_is_put_and_put_again(caller: Caller) -> None:
    said = {"name": "Spring", "pending": 5, "calling_numbers": [{"access_code": "4001", "priority": 2}]}
    answer = caller.mock("PUT", "/worlds/w1/campaigns/1/77", said)
    assert answer.status_code == 201
    assert answer.json() == caller.get("/worlds/w1/campaigns/1/77")
    assert answer.json() == {
        "vdn": 1,
        "id": 77,
        "state": "running",
        "device_type": "predicted",
        "result_policy": "none",
        "call_mode": "none",
        "last_call": None,
        "incomplete_records": 5,
        "incomplete_numbers": 5,
        **said,
    }
    again = caller.mock("PUT", "/worlds/w1/campaigns/1/77", {})
    assert (again.status_code, again.json()["name"], again.json()["calling_numbers"]) == (200, "", [])


def test_a_campaign_can_be_put_back_as_it_was_shown(caller: Caller) -> None:
    shown = caller.get("/worlds/w1/campaigns/1/5")
    assert caller.mock("PUT", "/worlds/w1/campaigns/1/5", shown).json() == shown
    answer = caller.mock("PUT", "/worlds/w1/campaigns/1/4", shown | {"vdn": 2})
    assert places_of(answer) == {
        "vdn": ("must be that of the address, 1, or be left out", None),
        "id": ("must be that of the address, 4, or be left out", None),
    }


def test_a_change_leaves_the_rest_as_it_is(caller: Caller) -> None:
    caller.freeze()
    caller.add("1", "2")
    told = caller.done("PATCH", "/worlds/w1/campaigns/1/1", {"state": "completed"})
    assert (told["state"], told["name"], told["incomplete_records"]) == ("completed", "Demo", 2)
    assert told["last_call"] == "2026-11-21T10:00:00.000000Z"
    assert told["calling_numbers"] == [{"access_code": "10086", "priority": 1}]
    assert caller.add() == "0200019"
    caller.done("PATCH", "/worlds/w1/campaigns/1/1", {"state": "running", "last_call": None, "pending": 10})
    assert caller.add("3") == "0200000"
    assert caller.get("/worlds/w1/campaigns/1/1")["incomplete_records"] == 13


def test_a_campaign_is_taken_away_with_its_records(caller: Caller) -> None:
    caller.add()
    assert caller.mock("DELETE", "/worlds/w1/campaigns/1/1").status_code == 204
    assert caller.add() == "0200007"
    caller.done("PUT", "/worlds/w1/campaigns/1/1", {})
    assert caller.get("/worlds/w1/campaigns/1/1/records")["total"] == 0


def test_an_unknown_campaign_is_told_with_those_that_there_are(caller: Caller) -> None:
    for method, path, said in [
        ("GET", "", None),
        ("PATCH", "", {"state": "paused"}),
        ("DELETE", "", None),
        ("GET", "/records", None),
        ("POST", "/complete", {"count": 1}),
    ]:
        answer = caller.mock(method, f"/worlds/w1/campaigns/1/11{path}", said)
        told = answer.json()
        assert (answer.status_code, told["type"]) == (404, "urn:mock-isales:problem:no-such-campaign")
        assert (told["nearest"], told["known"]) == ("1/1", ["1/1", "1/2", "1/3", "1/4", "1/5"])
    assert caller.get("/worlds/w1/campaigns")["total"] == 5


def test_many_campaigns_are_told_in_part(caller: Caller) -> None:
    for campaign in range(100, 130):
        caller.done("PUT", f"/worlds/w1/campaigns/1/{campaign}", {})
    told = caller.mock("GET", "/worlds/w1/campaigns/5/700000").json()
    assert len(told["known"]) == 20
    assert "…" in told["detail"]


def test_an_id_that_cannot_be_is_refused(caller: Caller) -> None:
    for path, place in [
        ("0/1", "vdn"),
        ("10000/1", "vdn"),
        ("x/1", "vdn"),
        ("1/0", "id"),
        ("1/-1", "id"),
        ("1/1x", "id"),
    ]:
        reason, _ = places_of(caller.mock("GET", f"/worlds/w1/campaigns/{path}"))[place]
        assert reason.startswith("must be a whole number ")
    assert places_of(caller.mock("PUT", f"/worlds/w1/campaigns/1/{'9' * 1001}", {}))
    assert caller.mock("PUT", f"/worlds/w1/campaigns/1/{'9' * 1000}", {}).status_code == 201
    assert caller.get("/worlds/w1/campaigns")["total"] == 6


def test_a_bad_change_changes_nothing(caller: Caller) -> None:
    before = caller.get("/worlds/w1/campaigns/1/1")
    said = {
        "state": "complete",
        "pending": "7",
        "nmae": "x",
        "calling_numbers": [{"access_code": "1"}, {"access_code": "1"}],
        "last_call": 5,
    }
    for method in ("PUT", "PATCH"):
        told = places_of(caller.mock(method, "/worlds/w1/campaigns/1/1", said))
        assert told == {
            "state": ('must be one of draft, running, paused, completed, not "complete"', "did you mean completed?"),
            "pending": ('must be a whole number from 0 to 10000000, not "7"', None),
            "nmae": ("unknown key", "did you mean name?"),
            "calling_numbers[1].access_code": ("calling number 1 stands twice", None),
            "last_call": ("must be a time with its zone, as 2026-11-21T10:00:00Z", None),
        }
    assert caller.get("/worlds/w1/campaigns/1/1") == before


def test_a_campaign_of_thousands_of_digits_can_be_shown(caller: Caller) -> None:
    caller.done("PATCH", "/worlds/w1/settings", {"unknown_campaigns": "create"})
    headers = {"Authorization": "token", "X-Mock-World": "w1"}
    answer = caller.call("POST", CALL_DATA.format(campaign="9" * 7000), body_of(), headers)
    assert answer.json()["resultCode"] == "0200000"
    for path in ("/worlds/w1", "/worlds/w1/campaigns", "/worlds/w1/snapshot", "/worlds/w1/journal"):
        assert caller.mock("GET", path).status_code == 200, path
    assert caller.mock("GET", "/worlds/w1/campaigns/9/9").status_code == 404
