import asyncio
from pathlib import Path

import pytest

from mock_isales.app import create_app
from mock_isales.settings import Settings
from tests.clocks import ManualClock
from tests.control.callers import Caller

SEED = {"settings": {"calldata_max": 1}, "vdns": [{"id": 1, "campaigns": [{"id": 1, "pending": 3}]}]}


def test_a_world_is_made_from_the_servers_seed_and_looked_at(caller: Caller) -> None:
    world = caller.get("/worlds/w1")
    assert (world["name"], world["own_seed"], world["campaigns"], world["faults"]) == ("w1", False, 5, 0)
    assert world["clock"]["mode"] == "real"
    assert world["journal"] == {"entries": 0, "bytes": 0, "limit_bytes": 16 * 1024 * 1024, "dropped": 0}
    assert world["idle_for"] >= 0


def test_a_world_is_made_from_a_seed_of_its_own_which_a_reset_replays(caller: Caller) -> None:
    answer = caller.mock("PUT", "/worlds/w2", SEED)
    assert (answer.status_code, answer.json()["own_seed"], answer.json()["campaigns"]) == (201, True, 1)
    assert caller.add("1", "2", world="w2") == "0200029"
    caller.done("PATCH", "/worlds/w2/campaigns/1/1", {"pending": 9})
    caller.done("POST", "/worlds/w2/reset")
    assert caller.get("/worlds/w2/campaigns/1/1")["pending"] == 3
    assert caller.get("/worlds/w2/settings")["calldata_max"] == 1


def test_all_worlds_are_listed_with_their_limits(caller: Caller) -> None:
    told = caller.get("/worlds")
    assert (told["total"], told["limit"], told["idle_seconds"]) == (2, 1000, 1800)
    assert [world["name"] for world in told["worlds"]] == ["default", "w1"]


def test_a_world_that_is_made_again_starts_over(caller: Caller) -> None:
    caller.freeze()
    caller.add()
    caller.done("POST", "/worlds/w1/faults", {"answer": {"status": 500}})
    assert caller.mock("PUT", "/worlds/w1").status_code == 200
    world = caller.get("/worlds/w1")
    assert (world["clock"]["mode"], world["faults"], world["journal"]["entries"]) == ("real", 0, 0)
    assert caller.get("/worlds/w1/campaigns/1/1")["incomplete_records"] == 0


def test_a_world_ends_and_a_documented_call_makes_it_anew(caller: Caller) -> None:
    assert caller.add() == "0200000"
    assert caller.mock("DELETE", "/worlds/w1").status_code == 204
    for method, path in [("DELETE", "/worlds/w1"), ("GET", "/worlds/w1"), ("GET", "/worlds/w1/journal")]:
        answer = caller.mock(method, path)
        assert (answer.status_code, answer.json()["type"]) == (404, "urn:mock-isales:problem:no-such-world")
    assert caller.add() == "0200000"
    assert caller.get("/worlds/w1/campaigns/1/1")["incomplete_records"] == 1


@pytest.mark.parametrize(
    ("method", "path", "said"),
    [
        ("GET", "", None),
        ("POST", "/reset", {}),
        ("GET", "/snapshot", None),
        ("GET", "/clock", None),
        ("PUT", "/clock", {"mode": "real"}),
        ("POST", "/clock/advance", {"seconds": 1}),
        ("GET", "/campaigns", None),
        ("GET", "/campaigns/1/1", None),
        ("PUT", "/campaigns/1/1", {}),
        ("PATCH", "/campaigns/1/1", {}),
        ("DELETE", "/campaigns/1/1", None),
        ("GET", "/campaigns/1/1/records", None),
        ("POST", "/campaigns/1/1/complete", {"count": 1}),
        ("GET", "/blocklist/1", None),
        ("PUT", "/blocklist/1", {"numbers": []}),
        ("POST", "/blocklist/1", {"numbers": []}),
        ("DELETE", "/blocklist/1", None),
        ("GET", "/settings", None),
        ("PATCH", "/settings", {}),
        ("GET", "/readings", None),
        ("PATCH", "/readings", {}),
        ("GET", "/faults", None),
        ("POST", "/faults", {"answer": {"status": 500}}),
        ("DELETE", "/faults", None),
        ("DELETE", "/faults/1", None),
        ("GET", "/journal", None),
        ("DELETE", "/journal", None),
        ("GET", "/journal/1", None),
        ("POST", "/journal/wait", {}),
        ("GET", "/journal/stream", None),
    ],
)
def test_an_unknown_world_is_told_with_the_nearest_one_and_is_not_made(
    caller: Caller, method: str, path: str, said: object
) -> None:
    answer = caller.mock(method, f"/worlds/w11{path}", said)
    told = answer.json()
    assert (answer.status_code, told["type"]) == (404, "urn:mock-isales:problem:no-such-world")
    assert (told["nearest"], told["known"]) == ("w1", ["default", "w1"])
    assert "PUT /_mock/worlds/{world}" in told["detail"]
    assert caller.get("/worlds")["total"] == 2


def test_a_bad_name_makes_no_world(caller: Caller) -> None:
    answer = caller.mock("PUT", "/worlds/-w")
    assert (answer.status_code, answer.json()["type"]) == (400, "urn:mock-isales:problem:bad-world")


def test_there_are_only_so_many_worlds() -> None:
    caller = Caller(create_app(Settings(worlds_max=2)))
    assert caller.mock("PUT", "/worlds/w1").status_code == 201
    snapshot = caller.get("/worlds/w1/snapshot")
    for path, said in [("/worlds/w2", None), ("/worlds/w2/snapshot", snapshot)]:
        answer = caller.mock("PUT", path, said)
        assert (answer.status_code, answer.json()["type"]) == (503, "urn:mock-isales:problem:too-many-worlds")
    assert caller.mock("PUT", "/worlds/w1").status_code == 200


def test_a_reset_puts_back_all_or_some_parts(caller: Caller) -> None:
    def spoil() -> None:
        caller.freeze()
        caller.add()
        caller.done("POST", "/worlds/w1/faults", {"match": {"campaign": 9}, "answer": {"status": 500}})
        caller.done("PUT", "/worlds/w1/blocklist/1", {"numbers": ["5"]})
        caller.done("PATCH", "/worlds/w1/settings", {"calldata_max": 3})

    spoil()
    caller.done("POST", "/worlds/w1/reset", {"only": ["journal", "faults", "records"]})
    world = caller.get("/worlds/w1")
    assert (world["clock"]["mode"], world["faults"], world["journal"]["entries"]) == ("frozen", 0, 0)
    assert caller.get("/worlds/w1/campaigns/1/1")["incomplete_records"] == 0
    assert caller.get("/worlds/w1/blocklist/1")["numbers"] == ["5"]
    assert caller.get("/worlds/w1/settings")["calldata_max"] == 3
    spoil()
    caller.done("POST", "/worlds/w1/reset", {})
    assert caller.get("/worlds/w1")["clock"]["mode"] == "real"
    assert caller.get("/worlds/w1/blocklist/1")["numbers"] == ["13900000000"]
    assert caller.get("/worlds/w1/settings")["calldata_max"] == 20


def test_what_a_world_is_told_is_kept_by_a_database(tmp_path: Path) -> None:
    store = f"sqlite:///{tmp_path / 'double.db'}"
    first = Caller(create_app(Settings(store=store)))
    first.done("PUT", "/worlds/w2", SEED)
    first.done("PATCH", "/worlds/w2/settings", {"pace_interval": 0})
    first.app.state.double.close()
    second = Caller(create_app(Settings(store=store)))
    assert second.get("/worlds/w2")["own_seed"] is True
    assert second.get("/worlds/w2/settings")["pace_interval"] == 0
    assert second.get("/worlds/w2/settings")["calldata_max"] == 1
    second.app.state.double.close()


@pytest.mark.parametrize(
    ("method", "path", "said"),
    [
        ("GET", "", None),
        ("POST", "/reset", None),
        ("GET", "/snapshot", None),
        ("GET", "/campaigns", None),
        ("PATCH", "/campaigns/1/1", {"state": "paused"}),
        ("POST", "/campaigns/1/1/complete", {"count": 1}),
        ("PUT", "/blocklist/1", {"numbers": []}),
        ("PATCH", "/settings", {"pace_interval": 0}),
    ],
)
def test_a_world_that_another_process_has_ended_is_not_there(
    caller: Caller, method: str, path: str, said: object
) -> None:
    asyncio.run(caller.app.state.double.store.administer("w1", ManualClock(), lambda kept: kept.remove()))
    answer = caller.mock(method, f"/worlds/w1{path}", said)
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:mock-isales:problem:no-such-world")
    assert answer.json()["known"] == ["default"]
    assert [world["name"] for world in caller.get("/worlds")["worlds"]] == ["default"]
    assert caller.mock("PUT", "/worlds/w1").is_success
