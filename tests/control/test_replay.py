"""Recordings replayed."""

import asyncio
import base64
import json
from collections.abc import Callable
from typing import Any

import pytest
from fastapi import FastAPI

from mock_isales.app import create_app
from mock_isales.settings import Settings
from tests.control.callers import CALL_DATA, Caller, Headers, body_of, client_of, places_of
from tests.control.recordings import BODY, CALL, CHROME, entry, har

REPLAY = "/worlds/w1/replay"
FAST = {"settings": {"pace_interval": 0}, "vdns": [{"id": 1, "blocklist": ["139"], "campaigns": [{"id": 1}]}]}
HEADERS = {"Content-Type": "application/json"}

Replays = Callable[..., list[dict[str, Any]]]


def counts(told: dict[str, Any]) -> tuple[int, int, int]:
    assert len(told["entries"]) == told["same"] + told["different"] + told["skipped"]
    return told["same"], told["different"], told["skipped"]


@pytest.fixture
def replayed(caller: Caller) -> Replays:
    """Replays entries in `w1`, which has no pace; what became of each."""
    caller.done("PUT", "/worlds/w1", FAST)

    def replay(*entries: object) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = caller.done("POST", REPLAY, har(*entries))["entries"]
        return found

    return replay


def make_calls(caller: Caller, world: str) -> None:
    """All kinds of calls, in a world."""
    caller.done("PUT", f"/worlds/{world}", FAST)
    for numbers in (("1",), ("2", "3"), ("x",), ("139",), ("4", "4")):
        caller.add(*numbers, world=world)
    caller.add("1", world=world, campaign=7)
    caller.add_calling("10086", world=world)
    path = f"/w/{world}{CALL_DATA.format(campaign=1)}"
    calls: list[tuple[bytes, Headers]] = [
        (b"", {"Authorization": "x"}),
        (b"\xff\x00", {"Authorization": "x", **HEADERS}),
        (b"{}", HEADERS),
        (b"{}", {"Authorization": "", **HEADERS}),
        ("\ufeff{}".encode(), {"Authorization": "x", "locale": "en_US", "content-type": "application/json"}),
        (b"{}", {"Authorization": "x", "Content-Type": "text/caf\xe9".encode("latin-1")}),
    ]
    for body, headers in calls:
        caller.call("POST", path, body, headers)
    caller.call("GET", path)
    caller.call("POST", f"{path}%2F..?a=b#c", b"{}")


def test_what_was_exported_is_answered_the_same_in_a_fresh_world(caller: Caller) -> None:
    make_calls(caller, "w2")
    recorded = caller.get("/worlds/w2/journal/har")
    caller.done("PUT", "/worlds/w3", FAST)
    told = caller.done("POST", "/worlds/w3/replay", recorded)
    assert counts(told) == (13, 0, 2)
    assert [each["reason"] for each in told["entries"] if each["outcome"] == "skipped"] == [
        "it is no documented call: the method of add_outbound_numbers is POST",
        "it is no documented call",
    ]
    journals = [caller.get(f"/worlds/{world}/journal")["entries"] for world in ("w2", "w3")]
    first, second = (
        [(each["result_code"], each["clause"], each["field"], each["request"]["body"]) for each in journal]
        for journal in (journals[0][:13], journals[1])
    )
    assert first == second


def test_with_another_reading_the_differences_are_named(caller: Caller) -> None:
    make_calls(caller, "w2")
    recorded = caller.get("/worlds/w2/journal/har")
    readings = {"total_size": "accepted", "data_id_per": "number", "data_id_key": "datalist"}
    caller.done("PUT", "/worlds/w1", FAST | {"readings": readings})
    told = caller.done("POST", REPLAY, recorded)
    assert counts(told) == (12, 1, 2)
    (different,) = (each for each in told["entries"] if each["outcome"] == "different")
    assert different == {
        "index": 1,
        "method": "POST",
        "target": "/rest/isales/v2/openapi/campaigns/1/calldata/1",
        "outcome": "different",
        "operation": "add_outbound_numbers",
        "recorded": {"status": 200, "result_code": "0200000"},
        "answered": {"status": 200, "result_code": "0200000"},
        "differences": [{"part": "totalSize", "recorded": 3, "answered": 2}],
        "reason": None,
    }


def test_a_recording_of_chrome_is_replayed(caller: Caller) -> None:
    caller.done("PUT", "/worlds/w1", FAST)
    told = caller.done("POST", REPLAY, CHROME)
    assert counts(told) == (1, 0, 2)
    assert [each["reason"] for each in told["entries"][:2]] == [
        "it is no documented call",
        "it is no documented call: the method of add_outbound_numbers is POST",
    ]
    (made,) = caller.get("/worlds/w1/journal")["entries"]
    assert made["request"]["headers"] == [
        ["accept-encoding", "gzip, deflate, br, zstd"],
        ["content-type", "application/json; charset=UTF-8"],
        ["locale", "en_US"],
        ["user-agent", "Mozilla/5.0 (X11; Linux x86_64) Chrome/131.0.0.0 Safari/537.36"],
        ["authorization", "***"],
        ["content-length", "73"],
        ["x-mock-world", "w1"],
    ]


def test_all_that_differs_is_told(replayed: Replays) -> None:
    answered = {"resultCode": "0200022", "resultDesc": "x", "returnObject": {"totalSize": 9, "datalist": [1, 2]}}
    (told,) = replayed(entry(503, answered))
    assert (told["recorded"], told["answered"]) == (
        {"status": 503, "result_code": "0200022"},
        {"status": 200, "result_code": "0200000"},
    )
    assert told["differences"] == [
        {"part": "status", "recorded": 503, "answered": 200},
        {"part": "resultCode", "recorded": "0200022", "answered": "0200000"},
        {"part": "resultDesc", "recorded": "x", "answered": "create data succeeded"},
        {"part": "totalSize", "recorded": 9, "answered": 1},
        {"part": "dataIds", "recorded": 2, "answered": 1},
    ]


@pytest.mark.parametrize(
    ("answered", "recorded"),
    [
        ("<html>", None),
        ("[1]", None),
        ("[" * 100_000, None),
        ('{"resultCode": 200000}', 200000),
        ('{"resultCode": "\\ud800", "returnObject": [1]}', "\\ud800"),
        ('{"resultCode": NaN, "returnObject": {"dataIdList": 7}}', "nan"),
        ('{"resultCode": {"a": [' + "9" * 200 + "]}}", {"a": ["9" * 200]}),
    ],
)
def test_whatever_was_recorded_can_be_told(replayed: Replays, answered: str, recorded: object) -> None:
    (told,) = replayed(entry(200, answered))
    assert {"part": "resultCode", "recorded": recorded, "answered": "0200000"} in told["differences"]


def test_of_an_answer_without_a_recorded_body_the_status_counts_alone(replayed: Replays) -> None:
    bad = entry() | {"response": {"status": 200, "content": {"text": "!", "encoding": "base64"}}}
    empty = entry() | {"response": {"status": 200, "content": {"size": 0}}}
    told = replayed(entry(), bad, empty, entry(201))
    assert [each["outcome"] for each in told] == ["same", "same", "same", "different"]
    assert told[3]["differences"] == [{"part": "status", "recorded": 201, "answered": 200}]


def test_bodies_may_be_base64(replayed: Replays, caller: Caller) -> None:
    text = base64.b64encode(BODY.encode()).decode()
    answered = base64.b64encode(b'{"resultCode": "0200000", "resultDesc": "create data succeeded"}').decode()
    response = {"status": 200, "content": {"text": answered, "encoding": "base64"}}
    bodies = [{"text": text, "encoding": "base64"}, {"text": text, "_encoding": "base64"}]
    told = replayed(*[entry(postData=body) | {"response": response} for body in bodies])
    assert [{each["part"] for each in one["differences"]} for one in told] == [{"totalSize", "dataIds"}] * 2
    assert [each["request"]["body"] for each in caller.get("/worlds/w1/journal")["entries"]] == [BODY, BODY]


@pytest.mark.parametrize(
    ("recorded", "reason"),
    [
        (entry(url="https://x/"), "it is no documented call"),
        (entry(url="http://[::1/"), "its url cannot be read: Invalid IPv6 URL"),
        (entry(url=""), "it is no documented call"),
        (entry(method="GET"), "it is no documented call: the method of add_outbound_numbers is POST"),
        (entry(0), "no answer was recorded (its status is 0)"),
        (
            entry(postData={"params": [{"name": "a", "value": "b"}]}),
            "its body was recorded as the parameters of a form (postData.params), and not as a text",
        ),
        (entry(postData={"text": "x", "encoding": "gzip"}), "its body is encoded in gzip; base64 is known"),
        (
            entry(postData={"text": "!", "encoding": "base64"}),
            "its body is not the Base64 that it says it is",
        ),
        (entry(headers=[{"name": "a b", "value": ""}]), "its header a b is none that can be sent"),
        (entry(headers=[{"name": "a", "value": "b\r\nc: d"}]), "its header a is none that can be sent"),
        (entry() | {"_clause": "ON-BODY-SIZE"}, "its body was larger than the server took, and was not kept"),
    ],
)
def test_what_cannot_be_replayed_is_skipped(
    caller: Caller,
    replayed: Replays,
    recorded: dict[str, Any],
    reason: str,
) -> None:
    (told,) = replayed(recorded)
    assert (told["outcome"], told["reason"], told["answered"], told["operation"]) == ("skipped", reason, None, None)
    assert caller.get("/worlds/w1/journal")["total"] == 0


def test_a_call_without_a_body_is_one(replayed: Replays) -> None:
    answered = {"resultCode": "02000001", "resultDesc": "参数值为空"}
    told = replayed(entry(200, answered, postData=None), entry(200, answered, postData={"params": []}))
    assert [each["outcome"] for each in told] == ["same", "same"]


def test_a_world_in_the_address_becomes_the_one_that_is_meant(replayed: Replays, caller: Caller) -> None:
    path = "/rest/isales/v2/openapi/campaigns/1/calldata/1"
    headers = [*entry()["request"]["headers"], {"name": "X-Mock-World", "value": "other"}]
    replayed(entry(url=f"http://localhost/w/other{path}?a=%41 b", headers=headers), entry(headers=headers))
    first, second = caller.get("/worlds/w1/journal")["entries"]
    assert (first["request"]["target"], second["request"]["target"]) == (f"/w/w1{path}?a=%41%20b", path)
    assert [world["name"] for world in caller.get("/worlds")["worlds"]] == ["default", "w1"]


def test_authorization_is_sent_as_it_was_if_it_was_shown(replayed: Replays) -> None:
    def with_authorization(status: int, *values: str, **said: str) -> dict[str, Any]:
        shown = [{"name": "authorization", "value": value} for value in values]
        return entry(status, headers=[*entry()["request"]["headers"], *shown]) | said

    told = replayed(
        with_authorization(200, "***"),
        with_authorization(200, "Bearer x", " "),
        with_authorization(401, " "),
        with_authorization(401),
        with_authorization(401, "***", _clause="ON-AUTHORIZATION"),
        with_authorization(401, _clause="CN-AUTHORIZATION"),
        with_authorization(200, "***", _clause="ON-SIGNATURE"),
    )
    assert [each["outcome"] for each in told] == ["same"] * 7


def test_where_tokens_are_verified_calls_cannot_be_signed() -> None:
    caller = Caller(create_app(Settings(auth="c2", access_keys=["ak:sk"])))
    caller.done("PUT", "/worlds/w1")
    shown = entry(401, headers=[{"name": "Authorization", "value": "auth-v2/x"}])
    told = caller.done("POST", REPLAY, har(entry(), shown, entry(401) | {"_clause": "ON-SIGNATURE"}))
    assert [each["outcome"] for each in told["entries"]] == ["skipped", "same", "same"]
    assert told["entries"][0]["reason"] == (
        "it cannot be signed: recordings do not show Authorization, and the server verifies it"
    )


def test_by_the_recorded_clock_the_pace_is_the_recorded_one(caller: Caller) -> None:
    caller.done("PUT", "/worlds/w2")
    for now in ("10:00:00", "10:00:00.5", "10:00:01"):
        caller.freeze("w2", f"2026-11-21T{now}Z")
        caller.add(world="w2")
    recorded = caller.get("/worlds/w2/journal/har")
    told = caller.done("POST", f"{REPLAY}?clock=recorded", recorded)
    assert [each["recorded"]["result_code"] for each in told["entries"]] == ["0200000", "0200022", "0200000"]
    assert counts(told) == (3, 0, 0)
    times = [each["at"] for each in caller.get("/worlds/w1/journal")["entries"]]
    assert times == [each["startedDateTime"] for each in recorded["log"]["entries"]]
    assert caller.get("/worlds/w1/clock")["mode"] == "real"
    caller.freeze("w3") if caller.done("PUT", "/worlds/w3") else None
    assert counts(caller.done("POST", "/worlds/w3/replay", recorded)) == (2, 1, 0)


def test_a_clock_goes_on_as_before(caller: Caller) -> None:
    caller.done("PUT", "/worlds/w1/clock", {"mode": "manual", "now": "2030-01-01T00:00:00Z", "step": 2})
    before = caller.get("/worlds/w1/clock")
    caller.done("POST", f"{REPLAY}?clock=recorded", CHROME)
    assert caller.get("/worlds/w1/clock") == before


@pytest.mark.parametrize(
    ("started", "reason"),
    [
        (None, "must be a time with its zone, as 2026-11-21T10:00:00Z, not null"),
        ("yesterday", 'must be a time with its zone, as 2026-11-21T10:00:00Z, not "yesterday"'),
        ("2026-11-21T10:00:00", 'must be a time with its zone, as 2026-11-21T10:00:00Z, not "2026-11-21T10:00:00"'),
        (
            "1999-01-01T00:00:00+08:00",
            "data ids have 19 digits from 2018-06 to 2080-06 only; the nearest time is 2018-06-01T00:00:00Z",
        ),
    ],
)
def test_a_time_that_no_clock_shows_is_told_before_anything_is_called(
    caller: Caller, started: str | None, reason: str
) -> None:
    entries = [entry() | {"startedDateTime": "2026-11-21T10:00:00+08:00"}, entry() | {"startedDateTime": started}]
    answer = caller.mock("POST", f"{REPLAY}?clock=recorded", har(*entries))
    assert places_of(answer) == {"log.entries[1].startedDateTime": (reason, None)}
    assert caller.get("/worlds/w1/journal")["total"] == 0
    assert caller.done("POST", REPLAY, har(*entries))["skipped"] == 0


@pytest.mark.parametrize(
    ("said", "place", "reason"),
    [
        ({}, "log", "is missing"),
        ({"log": []}, "log", "must be an object, not a list of 0"),
        ({"log": {"entries": {}}}, "log.entries", "must be a list, not an object"),
        (har(entry(), {}), "log.entries[1].request", "is missing"),
        (har(entry(url=7)), "log.entries[0].request.url", "must be a String, not 7"),
        (har(entry(postData=[])), "log.entries[0].request.postData", "must be an object, not a list of 0"),
        (har(entry("200")), "log.entries[0].response.status", 'must be a whole number, not "200"'),  # type: ignore[arg-type]
        (har(entry(headers=[{"name": "a"}])), "log.entries[0].request.headers[0].value", "is missing"),
        ('{"log": {"entries": [}', "line 1, column 22", "not JSON: expecting value"),
        ('{"log": {"entries": [], "entries": []}}', "log.entries", "the key entries stands twice"),
        ("", "", "the body is empty"),
    ],
)
def test_what_is_no_har_is_told_with_its_place(caller: Caller, said: object, place: str, reason: str) -> None:
    found = places_of(caller.mock("POST", REPLAY, said))
    assert found[place][0] == reason


def test_a_wrong_clock_is_told_with_the_right_ones(caller: Caller) -> None:
    answer = caller.mock("POST", f"{REPLAY}?clock=recordet", har())
    reason, hint = places_of(answer)["clock"]
    assert reason == 'must be as_is or recorded, not "recordet"'
    assert hint == "did you mean recorded?"


def test_a_world_that_is_not_there_is_told(caller: Caller) -> None:
    assert (
        caller.mock("POST", "/worlds/nowhere/replay", har()).json()["type"] == "urn:mock-isales:problem:no-such-world"
    )


def test_a_clock_that_another_replay_has_is_told(app: FastAPI, caller: Caller) -> None:
    with app.state.double.worlds.opened("w1").clock.lent():
        answer = caller.mock("POST", f"{REPLAY}?clock=recorded", CHROME)
        assert (answer.status_code, answer.json()["type"]) == (409, "urn:mock-isales:problem:clock-lent")
        assert caller.done("POST", REPLAY, CHROME)["skipped"] == 2


def test_a_call_that_fails_within_is_told_as_its_answer(
    caller: Caller,
    replayed: Replays,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr("mock_isales.api.envelopes.to_json", fail)
    (told,) = replayed(entry())
    assert told["differences"] == [{"part": "status", "recorded": 200, "answered": 500}]
    assert caller.get("/live")


def test_replayed_calls_are_calls_like_any_other(caller: Caller) -> None:
    answer = caller.mock("POST", REPLAY, har(entry()))
    assert answer.headers["content-type"] == "application/json"
    assert caller.get("/worlds/w1/campaigns/1/1")["incomplete_records"] == 1
    assert caller.add("1") == "0200022"
    assert caller.call("POST", CALL_DATA.format(campaign=1), body_of(), {"Authorization": "x"}).status_code == 200
    assert CALL.endswith(CALL_DATA.format(campaign=1))


def test_others_have_their_turn_between_calls(app: FastAPI, caller: Caller) -> None:
    caller.done("PUT", "/worlds/w1", FAST)
    turns = 0

    async def others() -> None:
        nonlocal turns
        while True:
            await asyncio.sleep(0)
            turns += 1

    async def scenario() -> None:
        async with client_of(app) as client:
            task = asyncio.ensure_future(others())
            answer = await client.post(f"/_mock{REPLAY}?clock=recorded", json=har(*CHROME["log"]["entries"] * 100))
            task.cancel()
            assert answer.json()["same"] == 1

    asyncio.run(scenario())
    assert turns >= 300


def test_a_clock_goes_on_as_before_when_the_client_has_gone(app: FastAPI, caller: Caller) -> None:
    body = json.dumps(har(*CHROME["log"]["entries"] * 10)).encode()
    coming = [{"type": "http.request", "body": body}]
    scope = {
        "type": "http",
        "method": "POST",
        "scheme": "http",
        "path": f"/_mock{REPLAY}",
        "raw_path": f"/_mock{REPLAY}".encode(),
        "query_string": b"clock=recorded",
        "headers": [(b"host", b"localhost")],
    }

    async def receive() -> dict[str, Any]:
        return coming.pop() if coming else {"type": "http.disconnect"}

    async def send(_: object) -> None:
        """Nobody is there any more."""

    asyncio.run(app(scope, receive, send))
    assert caller.get("/worlds/w1/journal")["total"] < 10
    assert caller.get("/worlds/w1/clock")["mode"] == "real"
    assert caller.done("POST", f"{REPLAY}?clock=recorded", har())["entries"] == []


@pytest.mark.parametrize(
    ("fault", "reason", "records"),
    [
        ({"connection": "reset", "applied": True}, "a fault let no answer come (reset)", 1),
        ({"connection": "empty"}, "a fault let no answer come (empty)", 0),
        ({"cut": 3}, "a fault let no answer come (cut)", 1),
    ],
)
def test_what_a_fault_lets_no_answer_come_to_is_different(
    replayed: Replays, caller: Caller, fault: dict[str, Any], reason: str, records: int
) -> None:
    caller.done("PUT", "/worlds/w1", FAST)
    caller.done("POST", "/worlds/w1/faults", {"when": {"first": 1}, "answer": fault})
    lost, came = replayed(entry(), entry())
    assert (lost["outcome"], lost["answered"], lost["reason"]) == (
        "different",
        {"status": 0, "result_code": None},
        reason,
    )
    assert {"part": "status", "recorded": 200, "answered": 0} in lost["differences"]
    assert came["answered"]["result_code"] == "0200000"
    assert caller.get("/worlds/w1/campaigns/1/1")["incomplete_records"] == records + 1


def test_what_drips_comes_at_once(replayed: Replays, caller: Caller) -> None:
    caller.done("POST", "/worlds/w1/faults", {"answer": {"drip": {"bytes": 1, "seconds": 600}}})
    assert replayed(entry())[0]["answered"] == {"status": 200, "result_code": "0200000"}


@pytest.mark.usefixtures("replayed")
def test_a_recording_may_begin_with_a_byte_order_mark(caller: Caller) -> None:
    body = "\ufeff" + json.dumps(har(entry()))
    told = caller.call("POST", f"/_mock{REPLAY}", body.encode(), HEADERS)
    assert (told.status_code, told.json()["different"] + told.json()["same"]) == (200, 1)
