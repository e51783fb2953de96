import logging

import pytest

from mock_isales.api.call_log import log_call
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.injections import Injection
from mock_isales.engine.journal.entries import Ruling
from tests.api.conftest import CALL_DATA, Client
from tests.engine.journal.calls import call

LOGGER = "mock_isales.calls"


def test_a_refusal_is_logged_with_its_clause_and_its_place(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, LOGGER):
        client.post(CALL_DATA, {"callDataList": [{"called": [{"calledNo": "1x"}]}]})
    assert caplog.messages == [
        "add_outbound_numbers 1/1: 02000002 by ON-CALLEDNO-CHARACTERS: callDataList[0].called[0].calledNo = '1x'"
    ]


def test_a_long_value_is_cut_and_a_line_break_cannot_forge_a_line(
    client: Client, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, LOGGER):
        client.post(CALL_DATA, {"callDataList": [{"called": [{"calledNo": "\n" + "1" * 500}]}]})
    (line,) = caplog.messages
    assert "\n" not in line
    assert len(line) < 250


def test_those_who_debug_see_what_was_accepted_or_went_astray(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, LOGGER):
        client.post(CALL_DATA, {"callDataList": [{"called": [{"calledNo": "1"}]}]})
        client.request("GET", "/nowhere?a=%1B")
    assert caplog.messages == ["add_outbound_numbers 1/1: 0200000", "GET /nowhere?a=%1B: HTTP 404"]


def test_programs_read_what_there_is_of_a_call(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, LOGGER):
        client.post(CALL_DATA, {"callDataList": [{"called": [{"calledNo": "1x"}]}]})
    fields = caplog.records[0].__dict__["fields"]
    assert 0 <= fields.pop("duration") < 60
    assert fields == {
        "world": "default",
        "request_id": 1,
        "operation": "add_outbound_numbers",
        "method": "POST",
        "vdn": "1",
        "campaign": "1",
        "status": 200,
        "code": "02000002",
        "clause": "ON-CALLEDNO-CHARACTERS",
        "field": "callDataList[0].called[0].calledNo",
        "value": "1x",
    }


@pytest.mark.parametrize(
    ("value", "told"),
    [
        ("1" * 500, "1" * 80 + "…"),
        ("\ud800", "\\ud800"),
        ({"a": [1, None]}, {"a": [1, None]}),
        ({"a": "b" * 500}, '{"a":"' + "b" * 74 + "…"),
        (1.5, 1.5),
        (False, False),
    ],
)
def test_a_value_is_told_as_json_has_it_and_cut_where_it_is_long(
    caplog: pytest.LogCaptureFixture, value: object, told: object
) -> None:
    with caplog.at_level(logging.INFO, LOGGER):
        log_call(call(decision=Ruling("02000006", "ON-VDNID-TYPE", "vdnId", value)), "w")
    assert caplog.records[0].__dict__["fields"]["value"] == told
    assert caplog.messages == ["add_outbound_numbers 1/1001 in w: 02000006 by ON-VDNID-TYPE"]


def test_who_does_not_say_who_calls_is_told_of(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, LOGGER):
        client.post(CALL_DATA, {}, authorization=" ")
    assert caplog.messages == ["add_outbound_numbers 1/1: HTTP 401 by ON-AUTHORIZATION"]


@pytest.mark.parametrize("level", [logging.INFO, logging.WARNING])
def test_a_success_says_nothing_and_a_quiet_log_nothing_at_all(
    client: Client, caplog: pytest.LogCaptureFixture, level: int
) -> None:
    with caplog.at_level(level, LOGGER):
        client.post(CALL_DATA, {"callDataList": [{"called": [{"calledNo": "1"}]}]})
        if level == logging.WARNING:
            client.post(CALL_DATA, {})
    assert caplog.messages == []


def test_a_path_cannot_write_to_the_terminal(client: Client, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO, LOGGER):
        client.post(CALL_DATA.replace("/1/", "/%1b[31mX%0a/"), {})
    assert caplog.messages[0].startswith("add_outbound_numbers \\x1b[31mX\\n/1: 02000006 by ON-VDNID-TYPE")


@pytest.mark.parametrize(
    ("injection", "done"),
    [
        (Injection("3", code="0200006", delay=0.5), "0200006, 0.5 s late"),
        (Injection("3", status=503, cut=40), "HTTP 503, cut off after 40 bytes"),
        (Injection("3", connection="reset"), "reset instead of an answer"),
        (Injection("3", drip=(1, 0.05)), "drip by drip"),
    ],
)
def test_what_a_fault_does_is_logged(caplog: pytest.LogCaptureFixture, injection: Injection, done: str) -> None:
    decision = Decision(ADD_OUTBOUND_NUMBERS, Terms(Readings(), ServiceSettings()), injection=injection)
    with caplog.at_level(logging.INFO, LOGGER):
        log_call(call(fault="3", vdn="1", campaign="2"), "w", decision)
    assert caplog.messages == [f"add_outbound_numbers 1/2 in w: {done} by fault 3"]
