"""Bodies that are no JSON, or not of their form: for every route that takes one."""

from typing import Any

import pytest

from mock_isales.control import bodies
from tests.control.callers import Caller, places_of

TAKING = [
    ("PUT", "/worlds/w1"),
    ("POST", "/worlds/w1/reset"),
    ("PUT", "/worlds/w1/snapshot"),
    ("PUT", "/worlds/w1/clock"),
    ("POST", "/worlds/w1/clock/advance"),
    ("PUT", "/worlds/w1/campaigns/1/1"),
    ("PATCH", "/worlds/w1/campaigns/1/1"),
    ("POST", "/worlds/w1/campaigns/1/1/complete"),
    ("PUT", "/worlds/w1/blocklist/1"),
    ("POST", "/worlds/w1/blocklist/1"),
    ("DELETE", "/worlds/w1/blocklist/1"),
    ("PATCH", "/worlds/w1/settings"),
    ("PATCH", "/worlds/w1/readings"),
    ("POST", "/worlds/w1/faults"),
    ("POST", "/worlds/w1/journal/wait"),
]
BAD: list[tuple[bytes, str, str]] = [
    (b"{", "line 1, column 2", "not JSON"),
    (b'{"a": 1,\n "b" 2}', "line 2, column 6", "not JSON"),
    (b"{}{}", "line 1, column 3", "not JSON"),
    (b"vdns: []", "line 1, column 1", "not JSON"),
    (b'{"a": "\n\xff"}', "line 2, column 1", "not UTF-8"),
    (b"\xef\xbb\xbf{}", "line 1, column 1", "byte-order mark"),
    (b'{"a": NaN}', "", "NaN is not a value"),
    (b'{"a": -Infinity}', "", "-Infinity is not a value"),
    (b"[" * 100_000, "", "nested too deep"),
    (b'{"a": 1, "b": [{"c": 1, "c": 2}], "a": 3}', "b[0].c", "the key c stands twice"),
    (b"[]", "", "object"),
    (b"null", "", "object"),
    (b'"x"', "", "object"),
    (b"1", "", "object"),
    (b'{"nobody": 1}', "nobody", "unknown key"),
    (b'{"\\ud800": 1}', "*", ""),
    (b'{"nobody": ' + b"9" * 5000 + b"}", "*", ""),
    (b'{"nobody": ' + b"[" * 300 + b"]" * 300 + b"}", "*", ""),
    (b'{"' + b"x" * 100_000 + b'": 1}', "*", ""),
]


@pytest.mark.parametrize(("method", "path"), TAKING)
def test_a_bad_body_is_told_with_its_place_and_changes_nothing(caller: Caller, method: str, path: str) -> None:
    caller.freeze()
    before = caller.get("/worlds/w1/snapshot")
    for body, place, part in BAD:
        told = places_of(caller.mock(method, path, body))
        assert place == "*" or part in told[place][0], body[:100]
    assert caller.get("/worlds/w1/snapshot") == before


@pytest.mark.parametrize(("method", "path"), TAKING)
def test_an_empty_body_is_told_where_one_is_needed(caller: Caller, method: str, path: str) -> None:
    answer = caller.mock(method, path, b" \n")
    if (method, path) in TAKING[:2] or method == "DELETE":
        assert answer.status_code == 200
    else:
        assert places_of(answer) == {"": ("the body is empty", "send a JSON object")}


@pytest.mark.parametrize(("method", "path"), TAKING)
def test_a_body_that_is_too_large_is_not_read(
    caller: Caller, method: str, path: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bodies, "MAX_BODY", 10)
    answer = caller.mock(method, path, b"{" + b" " * 10 + b"}")
    assert (answer.status_code, answer.json()["type"]) == (413, "urn:mock-isales:problem:body-too-large")


def test_a_seed_is_told_all_that_is_wrong_with_it(caller: Caller) -> None:
    said: dict[str, Any] = {"vdns": [{"id": 0, "campaings": []}], "settigns": {}, "readings": {"total_size": "all"}}
    told = places_of(caller.mock("PUT", "/worlds/w2", said))
    assert told["vdns[0].campaings"] == ("unknown key", "did you mean campaigns?")
    assert told["settigns"] == ("unknown key", "did you mean settings?")
    assert "from 1 to 9999" in told["vdns[0].id"][0]
    assert "readings.total_size" in told
    assert caller.mock("GET", "/worlds/w2").status_code == 404


def test_parts_of_a_reset_are_told_with_the_nearest(caller: Caller) -> None:
    told = places_of(caller.mock("POST", "/worlds/w1/reset", {"only": ["jurnal"]}))
    assert told["only[0]"][1] == "did you mean journal?"
    assert "only" in places_of(caller.mock("POST", "/worlds/w1/reset", {"only": []}))


def test_what_to_wait_for_is_told_with_the_nearest(caller: Caller) -> None:
    said = {"match": {"operation": "add_outbound", "resultcode": "x", "vdn": "1"}, "count": 0, "timeout": 601}
    told = places_of(caller.mock("POST", "/worlds/w1/journal/wait", said))
    assert set(told) == {"match.operation", "match.resultcode", "match.vdn", "count", "timeout"}
    assert told["match.resultcode"] == ("unknown key", "did you mean result_code?")
    assert told["match.vdn"] == ('must be a whole number, not "1"', None)
    assert told["timeout"][0] == "must be a number from 0 to 600, not 601"
