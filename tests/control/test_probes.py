import pytest

from mock_isales import __version__
from mock_isales.engine.stores.protocol import StoreFailure
from tests.control.callers import Caller


def test_the_probes_say_that_it_lives_and_works(caller: Caller) -> None:
    assert caller.get("/live") == {"status": "live"}
    ready = caller.get("/ready")
    assert ready == {"status": "ready", "worlds": 2, "store": ready["store"]}
    assert ready["store"] in {"memory", "sqlite"}


def test_the_version_comes_with_the_terms_of_the_default_world(caller: Caller) -> None:
    told = caller.get("/version")
    assert (told["version"], told["edition"]) == (__version__, "2025-11")
    assert told["readings"]["total_size"] == "campaign"
    assert told["settings"]["calldata_max"] == 20
    caller.done("PATCH", "/worlds/default/settings", {"calldata_max": 7})
    assert caller.get("/version")["settings"]["calldata_max"] == 7


def test_the_default_world_is_back_after_it_was_ended(caller: Caller) -> None:
    caller.done("DELETE", "/worlds/default")
    assert caller.get("/version")["settings"]["calldata_max"] == 20
    assert caller.get("/worlds/default")["campaigns"] == 5


def test_a_store_that_fails_is_not_ready(caller: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail(*_: object) -> None:
        raise StoreFailure("disk I/O error")

    store = caller.app.state.double.store
    monkeypatch.setattr(type(store), "share" if store.is_shared else "administer", fail)
    for method, path, said in [
        ("GET", "/ready", None),
        ("GET", "/worlds/w1", None),
        ("PUT", "/worlds/w1", None),
        ("PATCH", "/worlds/w1/campaigns/1/1", {"state": "paused"}),
        ("PATCH", "/worlds/w1/settings", {"pace_interval": 0}),
        ("GET", "/worlds/w1/snapshot", None),
    ]:
        answer = caller.mock(method, path, said)
        assert (answer.status_code, answer.json()["type"]) == (503, "urn:mock-isales:problem:store")
        assert "disk I/O error" in answer.json()["detail"]
    assert caller.mock("GET", "/live").status_code == 200
