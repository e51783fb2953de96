"""The journal as HAR, and calls as curl and as tests."""

import pytest

from mock_isales import __version__
from mock_isales.app import create_app
from mock_isales.control.forms.hars import Har
from mock_isales.settings import Settings
from tests.control.callers import CALL_DATA, Caller, places_of

HAR = "/worlds/w1/journal/har"


def test_the_calls_are_told_as_har(caller: Caller) -> None:
    caller.freeze()
    caller.add("1")
    caller.add("x")
    answer = caller.mock("GET", HAR)
    assert answer.headers["content-type"] == "application/json"
    log = answer.json()["log"]
    assert (log["version"], log["creator"]) == ("1.2", {"name": "mock-isales", "version": __version__})
    assert log["comment"] == (
        "Calls of world w1 of mock-isales. Their times are those of its clock. Authorization is never kept: *** stands "
        "for it. What begins with _ is what the double knows of a call."
    )
    first, second = log["entries"]
    assert (first["_resultCode"], second["_clause"]) == ("0200000", "ON-CALLEDNO-CHARACTERS")
    assert (second["_field"], second["_value"]) == ("callDataList[0].called[0].calledNo", "x")
    assert first["startedDateTime"] == "2026-11-21T10:00:00.000000Z"
    assert first["request"]["url"] == "http://localhost" + CALL_DATA.format(campaign=1)
    assert {"name": "authorization", "value": "***"} in first["request"]["headers"]
    assert len(Har.model_validate_json(answer.content).log.entries) == 2


def test_the_address_is_the_one_that_was_asked(caller: Caller) -> None:
    caller.add()
    answer = caller.mock("GET", HAR, headers={"Host": "127.0.0.1:4711"})
    (entry,) = answer.json()["log"]["entries"]
    assert entry["request"]["url"] == "http://127.0.0.1:4711" + CALL_DATA.format(campaign=1)
    curl = caller.mock("GET", "/worlds/w1/journal/1/curl", headers={"Host": "127.0.0.1:4711"})
    assert f" http://127.0.0.1:4711{CALL_DATA.format(campaign=1)} " in curl.text


def test_filters_are_those_of_the_journal(caller: Caller) -> None:
    caller.add("1")
    caller.add("x")
    (entry,) = caller.get(f"{HAR}?result_code=02000002")["log"]["entries"]
    assert entry["_id"] == 2
    assert places_of(caller.mock("GET", f"{HAR}?limit=1"))["limit"][0] == "unknown parameter"


def test_what_was_dropped_is_told() -> None:
    caller = Caller(create_app(Settings(journal_max=0)))
    caller.done("PUT", "/worlds/w1")
    caller.add()
    told = caller.get(HAR)["log"]
    assert told["entries"] == []
    assert told["comment"].endswith(" The journal had no room for 1 other calls.")


@pytest.mark.parametrize("kind", ["curl", "pytest"])
def test_a_call_is_told_as_something_to_run(caller: Caller, kind: str) -> None:
    caller.add("8")
    answer = caller.mock("GET", f"/worlds/w1/journal/1/{kind}")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert "# Call 1 of world w1, which was answered 0200000." in answer.text
    assert '{"callDataList":[{"called":[{"calledNo":"8"}]}]}' in answer.text


@pytest.mark.parametrize("kind", ["curl", "pytest"])
@pytest.mark.parametrize("name", ["2", "x", "har"])
def test_a_call_that_is_not_kept_is_told(caller: Caller, kind: str, name: str) -> None:
    caller.add()
    answer = caller.mock("GET", f"/worlds/w1/journal/{name}/{kind}")
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:mock-isales:problem:no-such-call")


@pytest.mark.parametrize("path", [HAR, "/worlds/w1/journal/1/curl", "/worlds/w1/journal/1/pytest"])
def test_a_wrong_method_is_told(caller: Caller, path: str) -> None:
    answer = caller.mock("DELETE", path)
    assert (answer.status_code, answer.headers["allow"]) == (405, "GET, HEAD")
