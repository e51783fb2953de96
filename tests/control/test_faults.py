from typing import Any

import pytest

from tests.control.callers import Caller, places_of

PATH = "/worlds/w1/faults"
FAULT = {"operation": "add_outbound_numbers", "match": {"campaign": 1}, "answer": {"code": "0200006"}}
OK, FAILED = "0200000", "0200006"


def calls(caller: Caller, count: int) -> str:
    """Which of so many calls are struck: a letter each."""
    caller.done("PATCH", "/worlds/w1/settings", {"pace_interval": 0})
    answers = [caller.add(str(each)) for each in range(count)]
    assert set(answers) <= {OK, FAILED}
    return "".join("x" if each == FAILED else "." for each in answers)


@pytest.mark.parametrize(
    ("when", "struck"),
    [
        ({}, "xxxxxx"),
        ({"first": 2}, "xx...."),
        ({"nth": 3}, "..x..."),
        ({"every": 2}, ".x.x.x"),
        ({"after": 4}, "....xx"),
        ({"probability": 0, "seed": 1}, "......"),
        ({"probability": 1, "seed": 1}, "xxxxxx"),
    ],
)
def test_a_fault_strikes_the_calls_that_it_says(caller: Caller, when: object, struck: str) -> None:
    caller.done("POST", PATH, {**FAULT, "when": when})
    assert calls(caller, 6) == struck
    (fault,) = caller.get(PATH)["faults"]
    assert (fault["seen"], fault["hits"]) == (6, struck.count("x"))
    assert caller.get("/worlds/w1/campaigns/1/1")["incomplete_records"] == struck.count(".")


def test_chance_is_the_same_in_every_run(caller: Caller) -> None:
    runs = []
    for _ in range(2):
        caller.done("PUT", "/worlds/w1")
        caller.done("POST", PATH, {**FAULT, "when": {"probability": 0.5, "seed": 7}})
        runs.append(calls(caller, 12))
    assert runs[0] == runs[1]
    assert 0 < runs[0].count("x") < 12


def test_a_fault_is_set_listed_and_taken_away(caller: Caller) -> None:
    caller.freeze()
    answer = caller.mock("POST", PATH, {**FAULT, "when": {"first": 2}})
    assert answer.status_code == 201
    told = answer.json()
    assert (told["id"], told["seen"], told["hits"], told["ended"]) == ("1", 0, 0, False)
    assert told["set_at"] == "2026-11-21T10:00:00.000000Z"
    assert caller.get(PATH) == {"total": 1, "faults": [told]}
    assert caller.done("POST", PATH, {"answer": {"latency": 0}})["id"] == "2"
    assert caller.mock("DELETE", f"{PATH}/1").status_code == 204
    missing = caller.mock("DELETE", f"{PATH}/1")
    assert (missing.status_code, missing.json()["known"]) == (404, ["2"])
    assert caller.mock("DELETE", PATH).status_code == 204
    assert caller.get(PATH)["total"] == 0
    assert caller.done("POST", PATH, FAULT)["id"] == "3"


def test_the_first_fault_wins_and_is_marked_in_the_journal(caller: Caller) -> None:
    caller.done("POST", PATH, {"answer": {"status": 503}, "until": {"hits": 1}})
    caller.done("POST", PATH, FAULT)
    assert [caller.add("1"), caller.add("1"), caller.add_calling()] == ["503", FAILED, OK]
    assert [each["fault"] for each in caller.get("/worlds/w1/journal")["entries"]] == ["1", "2", None]
    assert caller.get("/worlds/w1/journal?fault=2")["total"] == 1
    assert [each["ended"] for each in caller.get(PATH)["faults"]] == [True, False]


def test_a_fault_ends_by_the_worlds_clock(caller: Caller) -> None:
    caller.freeze()
    caller.done("POST", PATH, {**FAULT, "until": {"seconds": 5}})
    assert caller.add() == FAILED
    caller.done("POST", "/worlds/w1/clock/advance", {"seconds": 5})
    assert caller.get(PATH)["faults"][0]["ended"] is True
    assert caller.add() == OK


def test_the_pace_counts_a_struck_call_only_if_it_is_told_to(caller: Caller) -> None:
    caller.freeze()
    caller.done("POST", PATH, {**FAULT, "when": {"first": 1}})
    assert [caller.add(), caller.add()] == [FAILED, OK]
    caller.done("PUT", "/worlds/w1")
    caller.freeze()
    caller.done("POST", PATH, {**FAULT, "when": {"first": 1}, "counts_for_pace": True})
    assert [caller.add(), caller.add()] == [FAILED, "0200022"]


@pytest.mark.parametrize(
    ("said", "place", "part"),
    [
        ({**FAULT, "operation": "add_outbound_number"}, "operation", "add_calling_numbers or add_outbound_numbers"),
        ({**FAULT, "match": {"campain": 1}}, "match.campain", "unknown key"),
        ({**FAULT, "operatoin": 1}, "operatoin", "unknown key"),
        ({**FAULT, "answer": {"code": "0299999"}}, "answer.code", "documented are"),
        ({**FAULT, "answer": {"status": 200}}, "answer.status", "from 400 to 599, not 200"),
        ({**FAULT, "answer": {"code": ""}}, "answer.code", "have at least 1 character"),
        ({**FAULT, "answer": {}}, "answer", "say code, status, connection, cut, drip or latency"),
        ({**FAULT, "answer": {"latency": 601}}, "answer.latency", "the nearest is 600"),
        ({**FAULT, "answer": {"latency": {"uniform": [2, 1]}}}, "answer.latency.uniform", "the lower number"),
        ({**FAULT, "answer": {"latency": {"uniform": [2, "1"]}}}, "answer.latency.uniform[1]", 'not "1"'),
        ({**FAULT, "when": {"first": 0}}, "when.first", "from 1 to 1000000000, not 0"),
        ({**FAULT, "when": {"first": 1, "nth": 1}}, "when", "exclude each other"),
        ({**FAULT, "when": {"probability": 0.5}}, "when.seed", "needs a seed number"),
        ({**FAULT, "until": {"time": "tomorrow"}}, "until.time", "2026-11-21T10:00:00Z"),
        ({"operation": "add_outbound_numbers"}, "answer", "is missing"),
    ],
)
def test_a_fault_that_cannot_be_is_refused(caller: Caller, said: Any, place: str, part: str) -> None:  # noqa: ANN401
    told = places_of(caller.mock("POST", PATH, said))
    assert part in told[place][0]
    assert caller.get(PATH)["total"] == 0


def test_a_code_outside_the_document_is_sent_on_demand(caller: Caller) -> None:
    caller.done("POST", PATH, {"answer": {"code": "0299999"}, "off_contract": True})
    assert caller.add() == "0299999"
