"""The journal keeps every call, as it was received and answered."""

import json
from typing import Any

import pytest
from fastapi import FastAPI

from mock_isales.engine.faults.forms import Fault
from mock_isales.engine.journal.views import JournalEntry, view_of
from mock_isales.engine.worlds import World
from tests.api.conftest import CALL_DATA, CALLER_NO, MAX_BODY, AppMaker, Client
from tests.clocks import ManualClock

RECORD = {"callDataList": [{"called": [{"calledNo": "1"}]}]}


@pytest.fixture
def world(app: FastAPI) -> World:
    worlds: dict[str, World] = app.state.double.worlds._open
    return worlds["default"]


def journal(world: World) -> list[JournalEntry]:
    return [view_of(entry) for entry in world.journal.entries()]


def test_an_accepted_call_is_kept_whole(client: Client, world: World, clock: ManualClock) -> None:
    body = json.dumps(RECORD).encode()
    sent = {"authorization": "secret", "content-type": "application/json", "x-trace": "7"}
    answer = client.request("POST", f"{CALL_DATA}?a=%20b", content=body, headers=sent)
    (entry,) = journal(world)
    assert answer.headers["x-mock-request"] == str(entry.id)
    assert (entry.operation, entry.vdn, entry.campaign) == ("add_outbound_numbers", 1, 1)
    assert (entry.request.method, entry.request.target) == ("POST", f"{CALL_DATA}?a=%20b")
    assert entry.request.body == body.decode()
    headers = dict(entry.request.headers)
    assert (headers["authorization"], headers["x-trace"]) == ("***", "7")
    assert "secret" not in entry.model_dump_json()
    assert (entry.status, entry.result_code, entry.clause, entry.fault) == (200, "0200000", None, None)
    assert entry.answer.body == answer.text
    assert dict(entry.answer.headers)["content-type"] == "application/json; charset=UTF-8"
    assert entry.at.timestamp() == clock() / 1_000_000
    assert entry.duration_ms > 0
    assert [each.kind for each in entry.departures] == ["missing_charset"]


def test_a_refusal_is_kept_with_its_reason(client: Client, world: World) -> None:
    client.post(CALL_DATA, {"callDataList": [{"called": [{"calledNo": "1x", "delay": "1"}]}]})
    (entry,) = journal(world)
    assert (entry.result_code, entry.clause) == ("02000002", "ON-CALLEDNO-CHARACTERS")
    assert (entry.field, entry.value) == ("callDataList[0].called[0].calledNo", "1x")
    unknown = [each for each in entry.departures if each.kind == "unknown_field"]
    assert [(each.place, each.nearest) for each in unknown] == [("callDataList[0].called[0].delay", "delayTime")]


def test_a_call_that_does_not_say_who_calls_is_kept(client: Client, world: World) -> None:
    answer = client.request("POST", CALLER_NO, json={})
    (entry,) = journal(world)
    assert answer.headers["x-mock-request"] == "1"
    assert (entry.operation, entry.status, entry.result_code) == ("add_calling_numbers", 401, None)
    assert (entry.clause, entry.field) == ("CN-AUTHORIZATION", "Authorization")
    assert entry.answer.body == answer.text


def test_a_call_with_too_large_a_body_is_kept_without_it(client: Client, world: World) -> None:
    client.request("POST", CALL_DATA, content=b"x" * (MAX_BODY + 1), headers={"authorization": "x"})
    (entry,) = journal(world)
    assert (entry.status, entry.clause, entry.request.body) == (413, "ON-BODY-SIZE", "")


def test_a_target_that_is_too_long_is_kept(client: Client, world: World) -> None:
    client.post(CALL_DATA + "1" * 9000, RECORD)
    (entry,) = journal(world)
    assert (entry.operation, entry.status) == ("add_outbound_numbers", 414)


@pytest.mark.parametrize(
    ("call", "kept"),
    [
        (("GET", CALL_DATA), ("add_outbound_numbers", 405)),
        (("PUT", CALLER_NO), ("add_calling_numbers", 405)),
        (("POST", "/rest/isales/v2/openapi/campaigns/1/callData/1"), (None, 404)),
        (("GET", "/"), (None, 404)),
    ],
)
def test_a_call_to_a_wrong_address_or_by_a_wrong_method_is_kept(
    client: Client, world: World, call: tuple[str, str], kept: tuple[str | None, int]
) -> None:
    answer = client.request(*call)
    (entry,) = journal(world)
    assert (entry.operation, entry.status) == kept
    assert (entry.request.method, entry.request.target) == call
    assert "x-mock-request" not in answer.headers


@pytest.mark.parametrize("path", ["/docs", "/docs/assets/x", "/docs/assets/swagger-ui.css", "/openapi.json", "/docs/"])
def test_the_pages_for_people_are_no_calls(client: Client, world: World, path: str) -> None:
    client.request("GET", path)
    client.request("DELETE", path)
    assert [entry.request.target for entry in journal(world)] in ([], ["/openapi.json"])


def test_each_world_keeps_its_own(client: Client, world: World) -> None:
    client.post(CALL_DATA, RECORD, **{"x-mock-world": "w1"})
    answer = client.post(f"/w/w1{CALL_DATA}", RECORD)
    assert answer.headers["x-mock-request"] == "2"
    assert journal(world) == []


def test_a_setting_turns_the_ids_off(make_app: AppMaker) -> None:
    answer = Client(make_app(request_ids=False)).post(CALL_DATA, RECORD)
    assert sorted(answer.headers) == ["content-length", "content-type"]


def set_fault(world: World, **fault: Any) -> None:  # noqa: ANN401 - whatever a client says
    world.faults.put(Fault.model_validate(fault), world.clock())


def test_an_injected_code_is_answered_in_its_envelope_and_marked(client: Client, world: World) -> None:
    set_fault(world, answer={"code": "0200020"}, operation="add_outbound_numbers")
    answer = client.post(CALL_DATA, RECORD, locale="en_US")
    text = "The number quantity exceeds the upper limit 200,000."
    assert answer.json() == {
        "returnCode": "0200020", "resultCode": "0200020", "resultDesc": text, "returnDesc": text,
    }  # fmt: skip
    (entry,) = journal(world)
    assert (entry.result_code, entry.clause, entry.fault) == ("0200020", None, "1")


def test_an_injected_success_has_the_envelope_of_one(client: Client, world: World) -> None:
    set_fault(world, answer={"code": "0200000"})
    answer = client.post(CALL_DATA, RECORD).json()
    (identified,) = answer["returnObject"].pop("dataIdList")
    assert (identified["called"], len(identified["dataId"])) == ("1", 19)
    assert answer["returnObject"] == {"totalSize": 1}
    assert list(client.post(CALLER_NO, {"callerNo": [{"accessCode": "1", "priority": 1}]}).json()) == [
        "resultCode", "resultDesc", "returnCode", "returnDesc",
    ]  # fmt: skip


@pytest.mark.parametrize(("status", "title"), [(503, "Service Unavailable"), (599, "Status 599")])
def test_an_injected_status_is_a_problem_and_marked(client: Client, world: World, status: int, title: str) -> None:
    set_fault(world, answer={"status": status})
    answer = client.post(CALL_DATA, RECORD)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert (answer.json()["type"], answer.json()["title"]) == ("urn:mock-isales:problem:injected", title)
    (entry,) = journal(world)
    assert (entry.status, entry.result_code, entry.fault) == (status, None, "1")


def test_an_injected_latency_delays_the_answer(client: Client, world: World) -> None:
    set_fault(world, answer={"latency": 0.05})
    answer = client.post(CALL_DATA, RECORD)
    assert answer.json()["resultCode"] == "0200000"
    (entry,) = journal(world)
    assert entry.fault == "1"
    assert entry.duration_ms >= 50
