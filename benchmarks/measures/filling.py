"""Filling a campaign to its cap under the pace, with a manual clock: what the last calls cost beside the first.

The last thousand calls of one world take turns with the first thousand of the next one, a hundred at a time: both meet
the same machine. What counts is the processor time of the server.
"""

from benchmarks.figures import Figure
from benchmarks.goals import FILLING
from benchmarks.running.callers import RECORDS, Caller
from benchmarks.running.rig import Rig
from benchmarks.running.servers import Server
from benchmarks.running.targets import DOUBLE

CALLS = 10_000
COMPARED = 1_000
SLICE = 100
CLOCK = {"mode": "manual", "now": "2026-11-21T10:00:00Z", "step": 1}
SEED = {"settings": {"pace_interval": 1}, "vdns": [{"id": 1, "campaigns": [{"id": 1}]}]}


class _Filling:
    """A campaign that is being filled.

    Attributes:
        calls: How many calls have been made for it.
    """

    def __init__(self, server: Server, caller: Caller, world: str) -> None:
        caller.put(f"/_mock/worlds/{world}", SEED)
        caller.put(f"/_mock/worlds/{world}/clock", CLOCK)
        self._server = server
        self._caller = caller
        self._base = f"/w/{world}"
        self.calls = 0

    def go_on(self, calls: int) -> float:
        """Make some more calls, and tell what they cost the server, in seconds of processor time."""
        before = self._server.cpu_seconds()
        for _ in range(calls):
            self._caller.add(1, self.calls * RECORDS, base=self._base)
            self.calls += 1
        return self._server.cpu_seconds() - before


def measure(rig: Rig) -> list[Figure]:
    """Fill as many campaigns as there are rounds."""
    rig.progress.expect(rig.rounds)
    first_us, last_us = [], []
    with Server(rig, DOUBLE) as server, Caller(server.port) as caller:
        filled = _Filling(server, caller, "w0")
        filled.go_on(COMPARED)
        for number in range(rig.rounds):
            filled.go_on(CALLS - COMPARED - filled.calls)
            begun = _Filling(server, caller, f"w{number + 1}")
            first, last = _compared(begun, filled)
            first_us.append(first * 1e6 / COMPARED)
            last_us.append(last * 1e6 / COMPARED)
            filled = begun
            rig.progress.step(f"{number + 1} campaigns are full")
    ratios = [last / first for first, last in zip(first_us, last_us, strict=True)]
    return [
        Figure("filling to 200,000 under the pace: the last 1,000 calls beside the first", "×", ratios, FILLING),
        Figure("filling: processor time of each of the first 1,000 calls", "µs", first_us),
        Figure("filling: processor time of each of the last 1,000 calls", "µs", last_us),
    ]


def _compared(begun: _Filling, filled: _Filling) -> tuple[float, float]:
    """What the first calls of one cost and the last of the other."""
    first = last = 0.0
    for _ in range(COMPARED // SLICE):
        first += begun.go_on(SLICE)
        last += filled.go_on(SLICE)
    return first, last
