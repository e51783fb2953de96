import logging

import pytest

from mock_isales.api.call_log import log_decision
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.readings import Readings
from mock_isales.contract.service import ServiceSettings, Terms
from mock_isales.engine.decisions import Decision
from mock_isales.engine.faults.injections import Injection
from tests.api.conftest import CALL_DATA, Client

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
        log_decision(decision, "1", "2", "w")
    assert caplog.messages == [f"add_outbound_numbers 1/2 in w: {done} by fault 3"]
