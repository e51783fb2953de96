"""Secrets of access keys: taken by the control interface, and never told by it."""

from pathlib import Path
from typing import Any

import pytest

from mock_isales.app import create_app, double_of
from mock_isales.settings import Settings
from tests.control.callers import Caller, places_of

KEYS = [{"ak": "own", "sk": "mine-s3cret", "vdns": [1]}]
SEED = {"access_keys": KEYS, "vdns": [{"id": 1, "campaigns": [{"id": 1}]}]}


def secrets_in(caller: Caller, world: str) -> dict[str, str]:
    """The secrets that a world knows."""
    double = double_of(caller.app)
    keys = double.settings.terms(double.store.said(world)).access_keys
    assert double.worlds._open[world].terms.access_keys == keys
    return {key.ak: key.sk for key in keys}


@pytest.fixture
def snapshot(caller: Caller) -> Any:  # noqa: ANN401 - JSON
    caller.done("PUT", "/worlds/w1", SEED)
    caller.freeze()
    return caller.get("/worlds/w1/snapshot")


def test_a_snapshot_does_not_show_them(caller: Caller, snapshot: Any) -> None:  # noqa: ANN401
    assert snapshot["seed"]["access_keys"] == [{"ak": "own", "sk": "***", "vdns": [1]}]
    assert "s3cret" not in caller.mock("GET", "/worlds/w1/snapshot").text
    assert secrets_in(caller, "w1") == {"own": "mine-s3cret"}


def test_a_world_takes_the_secret_that_it_knows(caller: Caller, snapshot: Any) -> None:  # noqa: ANN401
    assert caller.mock("PUT", "/worlds/w1/snapshot", snapshot).status_code == 200
    assert secrets_in(caller, "w1") == {"own": "mine-s3cret"}
    assert caller.get("/worlds/w1/snapshot") == snapshot
    caller.done("POST", "/worlds/w1/reset")
    assert secrets_in(caller, "w1") == {"own": "mine-s3cret"}


def test_a_secret_that_is_written_out_is_taken(caller: Caller, snapshot: Any) -> None:  # noqa: ANN401
    told = snapshot | {"seed": SEED | {"access_keys": [{"ak": "own", "sk": "new"}]}}
    for world in ("w1", "w2"):
        caller.done("PUT", f"/worlds/{world}/snapshot", told)
        assert secrets_in(caller, world) == {"own": "new"}


def test_one_that_nobody_knows_is_refused_and_no_world_is_made(caller: Caller, snapshot: Any) -> None:  # noqa: ANN401
    answer = caller.mock("PUT", "/worlds/w2/snapshot", snapshot)
    ((place, (reason, _)),) = places_of(answer).items()
    assert place == "seed.access_keys[0].sk"
    assert reason == (
        "*** stands for a secret that is known already, and none is known of the access key own: "
        "write the secret itself"
    )
    assert caller.mock("GET", "/worlds/w2").status_code == 404


def test_all_that_is_impossible_is_told_at_once(caller: Caller, snapshot: Any) -> None:  # noqa: ANN401
    clock = {"mode": "frozen", "now": "2009-11-21T10:00:00Z"}
    answer = caller.mock("PUT", "/worlds/w2/snapshot", snapshot | {"clock": clock})
    assert set(places_of(answer)) == {"seed.access_keys[0].sk", "clock"}


@pytest.mark.parametrize(
    ("own", "ak", "taken"), [(False, "seeded", True), (False, "told", False), (True, "seeded", False)]
)
def test_a_new_world_takes_those_of_the_servers_seed_if_it_had_none_of_its_own(
    tmp_path: Path, ak: str, *, own: bool, taken: bool
) -> None:
    path = tmp_path / "seed.json"
    path.write_text('{"access_keys": [{"ak": "seeded", "sk": "from-seed"}]}', encoding="utf-8")
    caller = Caller(create_app(Settings(seed=path, access_keys=("told:from-flag",))))
    keys = [{"ak": ak, "sk": "***"}]
    told = {"seed": {"access_keys": keys}, "own": own, "clock": {"mode": "real", "now": "2026-11-21T10:00:00Z"}}
    answer = caller.mock("PUT", "/worlds/w1/snapshot", told)
    if taken:
        assert answer.status_code == 201
        assert secrets_in(caller, "w1")[ak] == "from-seed"
    else:
        assert list(places_of(answer)) == ["seed.access_keys[0].sk"]


def test_a_mask_is_no_secret(caller: Caller) -> None:
    answer = caller.mock("PUT", "/worlds/w1", {"access_keys": [{"ak": "demo", "sk": "***"}]})
    assert list(places_of(answer)) == ["access_keys[0].sk"]


def test_what_was_said_since_holds_no_access_keys(caller: Caller, snapshot: Any) -> None:  # noqa: ANN401
    changes = {"changes": {"access_keys": [{"ak": "x", "sk": "hush"}], "settings": {"calldata_max": 3}}}
    del snapshot["settings"]
    caller.done("PUT", "/worlds/w1/snapshot", snapshot | changes)
    told = caller.get("/worlds/w1/snapshot")
    assert told["changes"] == {"settings": {"calldata_max": 3}}


WRONG: list[tuple[Any, set[str]]] = [
    ([{"ak": "a", "sk": 1234567}], {"[0].sk"}),
    ([{"ak": "a", "sk": ""}], {"[0].sk"}),
    ([{"ak": "a", "sk": None}], {"[0].sk"}),
    ([{"ak": "a", "sk": "hush" * 300}], {"[0].sk"}),
    ([{"ak": "a", "sk": ["hush"]}], {"[0].sk"}),
    ([{"ak": "a", "sk": {"hush": "hush"}}], {"[0].sk"}),
    ([{"ak": "a", "sk": "hush", "sku": "hush"}], {"[0].sku"}),
    ([{"ak": "a", "sk": 1234567, "sks": 1234567}], {"[0].sk", "[0].sks"}),
    ([{"ak": "hush/hush", "sk": "hush"}], {"[0].ak"}),
    (["a:hush"], {"[0]"}),
    ("a:hush", {""}),
    ([{"ak": "a", "sk": "hush", "vdns": "1"}], {"[0].vdns"}),
    ([{"ak": "a", "sk": "hush"}, {"ak": "a", "sk": "hush"}], {"[1].ak"}),
]


@pytest.mark.parametrize(("keys", "places"), WRONG)
def test_no_problem_repeats_what_stands_where_a_secret_belongs(keys: Any, places: set[str]) -> None:  # noqa: ANN401
    caller = Caller(create_app(Settings()))
    snapshot = {"seed": {"access_keys": keys}, "clock": {"mode": "real", "now": "2026-11-21T10:00:00Z"}}
    for path, said, before in (
        ("/worlds/w1", {"access_keys": keys}, ""),
        ("/worlds/w1/snapshot", snapshot, "seed."),
    ):
        answer = caller.mock("PUT", path, said)
        told = places_of(answer)
        assert {f"{before}access_keys{place}" for place in places} <= set(told), told
        assert "hush" not in answer.text
        assert "1234567" not in answer.text
        assert all(reason for reason, _ in told.values())
