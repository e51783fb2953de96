import logging

import pytest

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
