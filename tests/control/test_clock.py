import pytest

from tests.control.callers import Caller, places_of


def test_a_clock_is_frozen_and_advanced(caller: Caller) -> None:
    told = caller.done("PUT", "/worlds/w1/clock", {"mode": "frozen", "now": "2026-11-21T12:00:00+02:00"})
    assert told == {"mode": "frozen", "now": "2026-11-21T10:00:00.000000Z", "offset": 0.0, "step": 0.0}
    assert caller.done("POST", "/worlds/w1/clock/advance", {"seconds": 1.5})["now"] == "2026-11-21T10:00:01.500000Z"
    assert caller.done("POST", "/worlds/w1/clock/advance", {"seconds": -1})["now"] == "2026-11-21T10:00:00.500000Z"
    assert caller.get("/worlds/w1/clock")["now"] == "2026-11-21T10:00:00.500000Z"


def test_a_real_clock_becomes_an_offset_one(caller: Caller) -> None:
    told = caller.done("POST", "/worlds/w1/clock/advance", {"seconds": 3600})
    assert (told["mode"], told["offset"]) == ("offset", 3600.0)
    assert caller.done("PUT", "/worlds/w1/clock", {"mode": "offset", "offset": -60})["offset"] == -60.0
    assert caller.done("PUT", "/worlds/w1/clock", {"mode": "real"})["mode"] == "real"


def test_a_manual_clock_goes_on_with_each_documented_call(caller: Caller) -> None:
    caller.done("PUT", "/worlds/w1/clock", {"mode": "manual", "now": "2026-11-21T10:00:00Z", "step": 1})
    assert [caller.add(str(each)) for each in range(3)] == ["0200000"] * 3
    assert caller.get("/worlds/w1/clock")["now"] == "2026-11-21T10:00:03.000000Z"


@pytest.mark.parametrize(
    ("milliseconds", "code"), [(999, "0200022"), (1000, "0200000"), (1001, "0200000")]
)  # 1,000 ms apart is enough: the documents ask for an interval of 1 s
def test_the_pace_goes_by_the_worlds_clock(caller: Caller, milliseconds: int, code: str) -> None:
    caller.freeze()
    assert caller.add("1") == "0200000"
    caller.done("POST", "/worlds/w1/clock/advance", {"seconds": milliseconds / 1000})
    assert caller.add("2") == code


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"mode": "frozen", "now": "2010-01-01T00:00:00Z"}, "now"),
        ({"mode": "offset", "offset": -1e9}, "offset"),
        ({"mode": "frozen", "now": "2026-11-21T10:00:00"}, "now"),
        ({"mode": "frozen", "step": -1}, "step"),
        ({}, "mode"),
        ({"mode": "frozen", "noww": 1}, "noww"),
    ],
)
def test_a_clock_that_cannot_be_is_refused(caller: Caller, said: object, place: str) -> None:
    caller.freeze()
    before = caller.get("/worlds/w1/clock")
    assert place in places_of(caller.mock("PUT", "/worlds/w1/clock", said))
    assert caller.get("/worlds/w1/clock") == before


def test_a_clock_does_not_leave_its_range(caller: Caller) -> None:
    caller.freeze()
    (told,) = places_of(caller.mock("POST", "/worlds/w1/clock/advance", {"seconds": 1_900_000_000})).items()
    assert told[0] == "seconds"
    assert "the nearest time is 2080-06-01T00:00:00Z" in told[1][0]
    assert caller.get("/worlds/w1/clock")["now"] == "2026-11-21T10:00:00.000000Z"
