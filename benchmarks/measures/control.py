"""The control interface: what it takes with 200,000 records, and how long it holds up another caller meanwhile."""

import json
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from statistics import median

from benchmarks.figures import Figure
from benchmarks.goals import HELD_UP_MS
from benchmarks.running.callers import RECORDS, Caller
from benchmarks.running.probe import Probe
from benchmarks.running.rig import Rig
from benchmarks.running.servers import Server
from benchmarks.running.targets import DOUBLE

KEPT = 200_000
PAGE = 1_000
FULL, COPY, WAITED = "full", "copy", "waited"
EMPTY = {"settings": {"pace_interval": 0}, "vdns": [{"id": 1, "campaigns": [{"id": 1}]}]}
WAITS = 50
SETTLES = 0.003
"""Seconds after which somebody who waits is known to the server."""


def measure(rig: Rig) -> list[Figure]:
    """Measure it in memory; all cores are free."""
    rig.progress.expect(1 + rig.rounds)
    taken: dict[str, list[float]] = {}
    held_up: dict[str, list[float]] = {}
    with Server(rig, DOUBLE) as server, Caller(server.port) as caller:
        for first in range(0, KEPT, RECORDS):
            caller.add(1, first, base=f"/w/{FULL}")
        rig.progress.step("200,000 records")
        with Probe(server.port) as probe:
            for number in range(rig.rounds):
                for name, work in _works(server, caller, number):
                    probe.longest_ms()
                    taken.setdefault(name, []).append(work())
                    held_up.setdefault(name, []).append(probe.longest_ms())
                rig.progress.step(f"round {number + 1}")
    return [*_figures(taken, held_up)]


def _figures(taken: dict[str, list[float]], held_up: dict[str, list[float]]) -> Iterator[Figure]:
    for name, times in taken.items():
        if name != _IDLE:
            yield Figure(f"control: {name}", "ms", times)
    for name, longest in held_up.items():
        goal = None if name == _IDLE else HELD_UP_MS
        yield Figure(f"the longest time that another caller is held up: {name}", "ms", longest, goal)


_IDLE = "nothing"


def _works(server: Server, caller: Caller, number: int) -> Iterator[tuple[str, Callable[[], float]]]:
    """What is done in a round: each tells how many milliseconds it took."""
    yield _IDLE, _nothing
    yield "waiting for a call in the journal", lambda: _waited_ms(server, caller, number)
    yield "listing 200,000 records", lambda: _listed_ms(caller)
    snapshot = b""

    def take() -> float:
        nonlocal snapshot
        begin = time.perf_counter()
        snapshot = caller.call("GET", f"/_mock/worlds/{FULL}/snapshot")
        return (time.perf_counter() - begin) * 1000

    yield "a snapshot of 200,000 records", take
    yield "restoring 200,000 records", lambda: caller.seconds("PUT", f"/_mock/worlds/{COPY}/snapshot", snapshot) * 1000
    yield "ending a world of 200,000 records", lambda: caller.seconds("DELETE", f"/_mock/worlds/{COPY}") * 1000


def _nothing() -> float:
    time.sleep(1)
    return 1000


def _listed_ms(caller: Caller) -> float:
    begin = time.perf_counter()
    for offset in range(0, KEPT, PAGE):
        caller.call("GET", f"/_mock/worlds/{FULL}/campaigns/1/1/records?offset={offset}&limit={PAGE}")
    return (time.perf_counter() - begin) * 1000


def _waited_ms(server: Server, caller: Caller, number: int) -> float:
    """From the sending of a call to the answer of who waits for it; the median of some."""
    caller.put(f"/_mock/worlds/{WAITED}", EMPTY)
    waited = []
    with ThreadPoolExecutor(1) as other, Caller(server.port) as waiter:
        for each in range(WAITS):
            first = (number * WAITS + each) * 2
            wanted = {"match": {"session": f"s{first:014}"}, "count": 1, "timeout": 10, "limit": 1}
            answered = other.submit(_answered_at, waiter, json.dumps(wanted).encode())
            time.sleep(SETTLES)
            begin = time.perf_counter()
            caller.add(1, first, records=1, base=f"/w/{WAITED}")
            waited.append(answered.result() - begin)
    return median(waited) * 1000


def _answered_at(waiter: Caller, wanted: bytes) -> float:
    waiter.call("POST", f"/_mock/worlds/{WAITED}/journal/wait", wanted)
    return time.perf_counter()
