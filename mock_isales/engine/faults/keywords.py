"""What a fault says, as the keywords of a client in Python."""

from collections.abc import Mapping
from typing import Any, TypedDict

from mock_isales.engine.faults.drips import Drip
from mock_isales.engine.faults.ending import Until
from mock_isales.engine.faults.forms import Operation
from mock_isales.engine.faults.injections import Ending
from mock_isales.engine.faults.latencies import Latency


class FaultSaid(TypedDict, total=False):
    """What is said of a fault, without the levels of its form (`Fault`: `Match`, `When`, `Answer`)."""

    operation: Operation | None
    vdn: int | None
    campaign: int | None
    session: str | None
    called_number: str | None
    first: int | None
    nth: int | None
    every: int | None
    after: int | None
    probability: float | None
    seed: int | None
    code: str | None
    status: int | None
    connection: Ending | None
    applied: bool
    cut: int | None
    drip: Drip | Mapping[str, Any] | None
    latency: float | Latency | Mapping[str, Any] | None
    counts_for_pace: bool
    off_contract: bool
    until: Until | Mapping[str, Any] | None
