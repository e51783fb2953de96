"""The memory of a server: after its start, and with 200,000 records."""

import time

from benchmarks.figures import Figure
from benchmarks.goals import MEMORY_BESIDE_BARE, MEMORY_OF_RECORDS_MIB
from benchmarks.measures.start import SETTLES
from benchmarks.running.callers import RECORDS, Caller
from benchmarks.running.rig import Rig
from benchmarks.running.servers import Server
from benchmarks.running.targets import BARE, DOUBLE, DOUBLE_AS_IT_COMES, Target

KEPT = 200_000
JOURNAL_MIB = 16
"""The bound of a world's journal, which as many calls reach."""


def measure(rig: Rig) -> list[Figure]:
    """Measure it: all cores are free."""
    rig.progress.expect(2 * rig.rounds)
    bare, ours, grown = [], [], []
    for _ in range(rig.rounds):
        bare.append(_at_start(rig, BARE))
        ours.append(_at_start(rig, DOUBLE_AS_IT_COMES))
        rig.progress.step("after start")
        grown.append(_with_records(rig) - JOURNAL_MIB)
        rig.progress.step("with records")
    ratios = [mine / theirs for mine, theirs in zip(ours, bare, strict=True)]
    return [
        Figure("memory after start: beside bare FastAPI", "×", ratios, MEMORY_BESIDE_BARE),
        Figure("memory after start: mock-isales serve", "MiB", ours),
        Figure("memory after start: bare FastAPI", "MiB", bare),
        Figure("memory of 200,000 records, beyond the journal's bound", "MiB", grown, MEMORY_OF_RECORDS_MIB),
    ]


def _at_start(rig: Rig, target: Target) -> float:
    with Server(rig, target) as server:
        time.sleep(SETTLES)
        return server.memory_mib()


def _with_records(rig: Rig) -> float:
    """How much more it holds with the records than without, in MiB."""
    with Server(rig, DOUBLE) as server, Caller(server.port) as caller:
        before = server.memory_mib()
        for first in range(0, KEPT, RECORDS):
            caller.add(1, first)
        return server.memory_mib() - before
