from typing import Any

import pytest

from mock_isales.engine.stores.protocol import StoreFailure
from tests.control.callers import Caller, places_of


@pytest.fixture
def snapshot(caller: Caller) -> Any:  # noqa: ANN401
    """That of a world in which things have happened."""
    caller.freeze()
    caller.add("1", "2")
    caller.add("1", body=b"nothing")
    caller.done("POST", "/worlds/w1/campaigns/1/1/complete", {"count": 1})
    caller.done("POST", "/worlds/w1/faults", {"match": {"campaign": 3}, "answer": {"code": "0200001"}})
    caller.done("PATCH", "/worlds/w1/settings", {"pace_interval": 0.5})
    return caller.get("/worlds/w1/snapshot")


def test_what_goes_out_goes_in_again_and_is_the_same(caller: Caller, snapshot: Any) -> None:  # noqa: ANN401
    answer = caller.mock("PUT", "/worlds/w2/snapshot", snapshot)
    assert (answer.status_code, answer.json()["faults"], answer.json()["journal"]["entries"]) == (201, 1, 2)
    assert caller.get("/worlds/w2/snapshot") == snapshot
    assert caller.get("/worlds/w2/settings")["pace_interval"] == 0.5
    assert caller.get("/worlds/w2/campaigns/1/1")["incomplete_records"] == 1
    assert caller.get("/worlds/w2/journal?status=200")["total"] == 2


def test_a_world_goes_back_to_where_it_was(caller: Caller, snapshot: Any) -> None:  # noqa: ANN401
    caller.done("POST", "/worlds/w1/clock/advance", {"seconds": 5})
    assert caller.add("3") == "0200000"
    assert caller.mock("PUT", "/worlds/w1/snapshot", snapshot).status_code == 200
    assert caller.get("/worlds/w1/snapshot") == snapshot
    assert caller.add("3") == "0200022"


@pytest.mark.parametrize(
    ("place", "changed"),
    [
        ("clock.mode", {"clock": {"mode": "frozzen", "now": "2026-11-21T10:00:00Z"}}),
        ("clock", {"clock": {"mode": "frozen", "now": "2009-11-21T10:00:00Z"}}),
        ("vdns[1].id", {"vdns": [{"id": 1}, {"id": 1}]}),
        ("vdnz", {"vdnz": []}),
        ("format", {"format": 2}),
        ("journal[0].vdn", {"journal": [{"vdn": {}}]}),
        ("journal[0].at", {"journal": [{}]}),
        ("journal[0].request.headers[0][1]", {"journal": [{"request": {"headers": [["x", 1]]}}]}),
        ("journal[0].request.headers[0]", {"journal": [{"request": {"headers": [["x", "y", "z"]]}}]}),
        ("journal[0].request.headers[0]", {"journal": [{"request": {"headers": ["x"]}}]}),
        ("journal[0].status", {"journal": [{"status": 1.5}]}),
        ("vdns[0].campaigns[0].records[0].called[0].called_no",
         {"vdns": [{"id": 1, "campaigns": [{"id": 1, "records": [{"called": [{}]}]}]}]}),
        ("seed.vdns[0].campaigns", {"seed": {"vdns": [{"id": 1, "campaigns": 5}]}}),
        ("faults[0].id", {"faults": [{"answer": {"status": 500}, "id": "x", "seen": 0, "hits": 0,
                                      "set_at": "2026-11-21T10:00:00Z", "ended": False}]}),
    ],
)  # fmt: skip
def test_a_bad_snapshot_changes_nothing_and_makes_no_world(
    caller: Caller,
    snapshot: Any,  # noqa: ANN401
    place: str,
    changed: dict[str, Any],
) -> None:
    for world in ("w1", "w2"):
        assert place in places_of(caller.mock("PUT", f"/worlds/{world}/snapshot", {**snapshot, **changed}))
    assert caller.get("/worlds/w1/snapshot") == snapshot
    assert caller.mock("GET", "/worlds/w2").status_code == 404


def test_a_journal_that_cannot_be_changes_nothing(caller: Caller, snapshot: Any) -> None:  # noqa: ANN401
    first, second = snapshot["journal"]
    unreadable = {**second, "request": {**second["request"], "body": None, "body_base64": "!"}}
    answer = caller.mock("PUT", "/worlds/w1/snapshot", {**snapshot, "journal": [first, first]})
    assert set(places_of(answer)) == {"journal[1].id"}
    answer = caller.mock("PUT", "/worlds/w1/snapshot", {**snapshot, "journal": [first, unreadable]})
    assert set(places_of(answer)) == {"journal[1]"}
    assert caller.get("/worlds/w1/snapshot") == snapshot


def test_a_bad_name_takes_no_snapshot(caller: Caller, snapshot: Any) -> None:  # noqa: ANN401
    assert caller.mock("PUT", "/worlds/-w/snapshot", snapshot).json()["type"] == "urn:mock-isales:problem:bad-world"


def test_a_world_that_was_made_for_a_snapshot_goes_if_the_database_fails(
    caller: Caller,
    snapshot: Any,  # noqa: ANN401
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def fail(*_: object) -> None:
        raise StoreFailure("disk I/O error")

    monkeypatch.setattr("mock_isales.control.routes.snapshots.restore", fail)
    for world in ("w1", "w2"):
        answer = caller.mock("PUT", f"/worlds/{world}/snapshot", snapshot)
        assert (answer.status_code, answer.json()["type"]) == (503, "urn:mock-isales:problem:store")
    assert caller.get("/worlds/w1/snapshot") == snapshot
    assert caller.mock("GET", "/worlds/w2").status_code == 404
