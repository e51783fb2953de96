from tests.control.callers import Caller, places_of


def test_settings_are_changed_and_taken_back(caller: Caller) -> None:
    before = caller.get("/worlds/w1/settings")
    assert caller.done("PATCH", "/worlds/w1/settings", {"pace_interval": 0}) == before | {"pace_interval": 0.0}
    assert [caller.add("1"), caller.add("2")] == ["0200000", "0200000"]
    assert caller.done("PATCH", "/worlds/w1/settings", {"pace_interval": None}) == before
    assert caller.get("/worlds/default/settings") == before


def test_readings_are_changed_and_taken_back(caller: Caller) -> None:
    before = caller.get("/worlds/w1/readings")
    changed = before | {"total_size": "accepted"}
    assert caller.done("PATCH", "/worlds/w1/readings", {"total_size": "accepted"}) == changed
    assert caller.get("/worlds/w1/readings") == changed
    assert caller.done("PATCH", "/worlds/w1/readings", {"total_size": None}) == before


def test_a_bad_change_changes_nothing(caller: Caller) -> None:
    before = caller.get("/worlds/w1/settings"), caller.get("/worlds/w1/readings")
    said = {"calldata_max": 0, "deployment": "sass", "pace_intervall": 0, "pace_interval": 2, "uncomplate_count": "off"}
    assert places_of(caller.mock("PATCH", "/worlds/w1/settings", said)) == {
        "calldata_max": ("must be a whole number from 1 to 1000000, not 0", None),
        "deployment": ('must be op or saas, not "sass"', "did you mean saas?"),
        "pace_intervall": ("unknown key", "did you mean pace_interval?"),
        "uncomplate_count": ('must be true or false, not "off"', None),
    }
    told = places_of(caller.mock("PATCH", "/worlds/w1/readings", {"total_size": "acepted", "total_sise": "accepted"}))
    assert told == {
        "total_size": ('must be campaign or accepted, not "acepted"', "did you mean accepted?"),
        "total_sise": ("unknown key", "did you mean total_size?"),
    }
    assert (caller.get("/worlds/w1/settings"), caller.get("/worlds/w1/readings")) == before
