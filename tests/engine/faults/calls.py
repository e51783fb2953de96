"""Calls that faults are for, and what becomes of them."""

from typing import Any

from mock_isales.contract.calling_numbers import ADD_CALLING_NUMBERS
from mock_isales.contract.judging import Call
from mock_isales.contract.outbound_numbers import ADD_OUTBOUND_NUMBERS
from mock_isales.contract.requests import AddCallingNumbers, AddOutboundNumbers, CalledNumber, CallingNumber, Record
from mock_isales.engine.faults.faults import Faults
from mock_isales.engine.faults.forms import Fault
from mock_isales.engine.faults.injections import Injection

NOON = 1_790_000_000_000_000


def record(*numbers: str, session: str | None = None) -> Record:
    """A record with these called numbers."""
    return Record([CalledNumber(number) for number in numbers], session)


def adding(*records: Record, vdn: int = 1, campaign: int = 1) -> Call[Any]:
    """A call of ON."""
    return Call(vdn, campaign, AddOutboundNumbers(list(records) or [record("1")]))


def calling_from(number: str = "1", vdn: int = 1, campaign: int = 1) -> Call[Any]:
    """A call of CN."""
    return Call(vdn, campaign, AddCallingNumbers([CallingNumber(number, 1)]))


def fault(**said: Any) -> Fault:  # noqa: ANN401 - what a client says
    """A fault as a client says it; its answer is a code if nothing is said of it."""
    return Fault.model_validate({"answer": {"code": "0200001"}, **said})


def strike(faults: Faults, call: Call[Any] | None = None, now: int = NOON) -> Injection | None:
    """What is done to a call of the operation that it belongs to."""
    call = call or adding()
    interface = ADD_OUTBOUND_NUMBERS if isinstance(call.request, AddOutboundNumbers) else ADD_CALLING_NUMBERS
    return faults.strike(interface, call, now)


def struck(faults: Faults, count: int, call: Call[Any] | None = None) -> list[int]:
    """Which of so many calls are struck, counted from 1."""
    return [number for number in range(1, count + 1) if strike(faults, call)]
