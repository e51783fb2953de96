"""What breaks on a connection, as clients see it from the other side."""

from collections.abc import Iterator
from typing import Any

import pytest

from mock_isales.testing import MockIsales, World
from tests.serving.faults.clients import CLIENTS

SEED = {"settings": {"pace_interval": 0}, "vdns": [{"id": 1, "campaigns": [{"id": 1}]}]}
ANSWERED = "0200000"

RESET = {"httpx": {"ReadError"}, "curl": {"exit 56"}, "node": {"ECONNRESET"}}
EMPTY = {"httpx": {"RemoteProtocolError"}, "curl": {"exit 52"}, "node": {"UND_ERR_SOCKET"}}
GARBAGE = {"httpx": {"RemoteProtocolError"}, "curl": {"exit 1"}, "node": {"HPE_INVALID_CONSTANT"}}
CUT_OFF = {"httpx": {"RemoteProtocolError"}, "curl": {"exit 18"}, "node": {"UND_ERR_SOCKET"}}
WHOLE = {name: {ANSWERED} for name in CLIENTS}
RESET_OVER_TLS = {
    "httpx": {"ReadError", "RemoteProtocolError"},  # OpenSSL tells some resets as an end
    "curl": {"exit 56"},
    "node": {"ECONNRESET", "UND_ERR_SOCKET"},
}

Seen = dict[str, set[str]]


@pytest.fixture(scope="module")
def isales() -> Iterator[MockIsales]:
    with MockIsales(seed=SEED) as isales:
        yield isales


@pytest.fixture(scope="module")
def over_tls() -> Iterator[MockIsales]:
    with MockIsales(seed=SEED, tls=True) as isales:
        yield isales


def records(isales: World) -> int:
    return isales.campaigns.list()[0].incomplete_records


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(
    ("fault", "seen", "applied"),
    [
        ({"connection": "reset"}, RESET, 0),
        ({"connection": "reset", "applied": True}, RESET, 1),
        ({"connection": "empty"}, EMPTY, 0),
        ({"connection": "empty", "applied": True}, EMPTY, 1),
        ({"connection": "garbage"}, GARBAGE, 0),
        ({"cut": 0}, CUT_OFF, 1),
        ({"cut": 40}, CUT_OFF, 1),
        ({"cut": 1_000_000}, CUT_OFF, 1),
        ({"drip": {"bytes": 50, "seconds": 0.001}}, WHOLE, 1),
    ],
)
def test_it_breaks(isales: MockIsales, client: str, fault: dict[str, Any], seen: Seen, applied: int) -> None:
    isales.reset()
    isales.faults.add(**fault)
    assert CLIENTS[client](isales.url, None) in seen[client]
    assert records(isales) == applied
    isales.faults.clear()
    assert CLIENTS[client](isales.url, None) == ANSWERED


@pytest.mark.parametrize("client", CLIENTS)
@pytest.mark.parametrize(
    ("fault", "seen"),
    [
        ({"connection": "reset"}, RESET_OVER_TLS),
        ({"connection": "empty"}, EMPTY),
        ({"connection": "garbage"}, GARBAGE),
        ({"cut": 40}, CUT_OFF),
        ({"drip": {"bytes": 50, "seconds": 0.001}}, WHOLE),
    ],
)
def test_it_breaks_over_tls(over_tls: MockIsales, client: str, fault: dict[str, Any], seen: Seen) -> None:
    over_tls.reset()
    over_tls.faults.add(**fault)
    assert CLIENTS[client](over_tls.url, over_tls.ca) in seen[client]


def test_a_code_and_a_status_break_off_too(isales: MockIsales) -> None:
    isales.reset()
    isales.faults.add(operation="add_outbound_numbers", code="0200006", cut=40, first=1)
    isales.faults.add(status=503, cut=40)
    assert [CLIENTS["curl"](isales.url, None) for _ in range(2)] == ["exit 18", "exit 18"]
    assert records(isales) == 0
    assert [(each.status, each.result_code, each.transport) for each in isales.journal.entries().entries] == [
        (200, "0200006", "cut"),
        (503, None, "cut"),
    ]
