from tests.control.callers import Caller, places_of

PATH = "/worlds/w1/blocklist/1"


def test_a_blocklist_is_replaced_added_to_and_taken_from(caller: Caller) -> None:
    caller.done("PATCH", "/worlds/w1/settings", {"pace_interval": 0})
    assert caller.get(PATH) == {"vdn": 1, "numbers": ["13900000000"]}
    assert caller.done("PUT", PATH, {"numbers": ["3", "1", "3"]})["numbers"] == ["1", "3"]
    assert caller.done("POST", PATH, {"numbers": ["2", "3"]})["numbers"] == ["1", "2", "3"]
    assert caller.add("2") == "0200024"
    assert caller.done("DELETE", PATH, {"numbers": ["2", "9"]})["numbers"] == ["1", "3"]
    assert caller.add("2") == "0200000"
    assert caller.done("DELETE", f"{PATH}?number=1&number=8")["numbers"] == ["3"]
    assert caller.done("DELETE", PATH)["numbers"] == []


def test_a_vdn_that_nobody_knows_has_an_empty_blocklist(caller: Caller) -> None:
    assert caller.get("/worlds/w1/blocklist/9") == {"vdn": 9, "numbers": []}
    assert caller.done("POST", "/worlds/w1/blocklist/9", {"numbers": ["1"]}) == {"vdn": 9, "numbers": ["1"]}


def test_bad_numbers_change_nothing(caller: Caller) -> None:
    for method in ("PUT", "POST", "DELETE"):
        told = places_of(caller.mock(method, PATH, {"numbers": ["1", 2, "a"], "number": "1"}))
        assert set(told) == {"numbers[1]", "numbers[2]", "number"}
        assert told["numbers[1]"][0].endswith(", not 2")
        assert told["number"] == ("unknown key", "did you mean numbers?")
    assert "number[0]" in places_of(caller.mock("DELETE", f"{PATH}?number=a"))
    assert "numbr" in places_of(caller.mock("DELETE", f"{PATH}?numbr=1"))
    assert "number" in places_of(caller.mock("DELETE", f"{PATH}?number=1", {"numbers": ["1"]}))
    assert "vdn" in places_of(caller.mock("PUT", "/worlds/w1/blocklist/0", {"numbers": []}))
    assert caller.get(PATH)["numbers"] == ["13900000000"]
