"""Coverage: shown of the server and of a world, and forgotten."""

import pytest

from mock_isales.app import create_app
from mock_isales.settings import Settings
from tests.control.callers import Caller, body_of

MET = {"ON-CALLDATALIST-MANDATORY:1": 1, "ON-CALLED-MANDATORY:1": 1, "ON-CAMPAIGNID-RANGE:1": 1}
FIRST = {**MET, "ON-VDNID-RANGE:1": 1, "ON:0200000": 1}


@pytest.fixture
def counting() -> Caller:
    caller = Caller(create_app(Settings(coverage=True)))
    caller.done("PUT", "/worlds/w1")
    return caller


def test_what_was_covered_is_shown(counting: Caller) -> None:
    assert counting.add() == "0200000"
    told = counting.get("/coverage")
    assert (told["version"], told["points"], told["injected"]) == (1, FIRST, {})
    assert len(told["missed"]) == 169 - 5
    assert "ON-PACE" in told["missed"]
    assert counting.get("/worlds/w1/coverage") == told
    assert counting.get("/worlds/default/coverage")["points"] == {}


def test_what_faults_answer_stands_apart(counting: Caller) -> None:
    counting.done("POST", "/worlds/w1/faults", {"answer": {"code": "02000004"}})
    assert counting.add() == "02000004"
    told = counting.get("/coverage")
    assert (told["points"], told["injected"]) == ({}, {"add_outbound_numbers": {"02000004": 1}})


def test_a_world_that_has_ended_is_counted_for_the_server(counting: Caller) -> None:
    counting.add()
    counting.done("DELETE", "/worlds/w1")
    assert counting.get("/coverage")["points"] == FIRST


def test_all_is_forgotten(counting: Caller) -> None:
    counting.add()
    counting.done("DELETE", "/coverage")
    assert counting.get("/coverage")["points"] == counting.get("/worlds/w1/coverage")["points"] == {}
    counting.add(body={"callDataList": []})
    assert counting.get("/worlds/w1/coverage")["points"] == {
        "ON-CALLDATALIST-MANDATORY": 1,
        "ON-CALLDATALIST-MANDATORY:0": 1,
        "ON:02000001": 1,
    }


@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/coverage"), ("DELETE", "/coverage"), ("GET", "/worlds/w1/coverage")]
)
def test_a_server_that_does_not_count_it_says_how_it_would(caller: Caller, method: str, path: str) -> None:
    answer = caller.mock(method, path)
    told = answer.json()
    assert (answer.status_code, told["type"]) == (409, "urn:mock-isales:problem:coverage-off")
    assert "--cov" in told["detail"]


def test_a_world_that_is_not_there_is_told(counting: Caller) -> None:
    assert counting.mock("GET", "/worlds/w2/coverage").status_code == 404


def test_both_stores_measure_alike(store: str) -> None:
    app = create_app(Settings(store=store, coverage=True, settings={"incomplete_max": 2, "pace_interval": 0}))
    caller = Caller(app)
    caller.done("PUT", "/worlds/w1")
    assert caller.call("POST", "/rest/isales/v2/openapi/campaigns/1/calldata/1", body_of("1", "2"),
                       {"Authorization": "x", "X-Mock-World": "w1"}).json()["resultCode"] == "0200000"  # fmt: skip
    assert "ON-CAP:at" in caller.get("/coverage")["points"]
    app.state.double.close()
