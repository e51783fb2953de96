"""From the start of a process to its first right answer, and the memory that it holds then."""

import time
from collections.abc import Iterator

from benchmarks.figures import Figure, Goal
from benchmarks.goals import START_BESIDE_BARE, START_BESIDE_WIREMOCK
from benchmarks.running.rig import Cores, Rig, placements
from benchmarks.running.servers import NotMeasured, Server
from benchmarks.running.targets import (
    BARE,
    DOUBLE,
    DOUBLE_AS_IT_COMES,
    DOUBLE_ON_SQLITE,
    MOUNTEBANK,
    PRISM,
    WIREMOCK_TEMPLATE,
    Target,
)

STARTED = (DOUBLE_AS_IT_COMES, BARE, DOUBLE, DOUBLE_ON_SQLITE, MOUNTEBANK, PRISM, WIREMOCK_TEMPLATE)
STARTS_A_ROUND = 3
SETTLES = 0.3
"""Seconds after its first answer, when a process has become still."""

_OTHERS: dict[Target, Goal | None] = {BARE: START_BESIDE_BARE, WIREMOCK_TEMPLATE: START_BESIDE_WIREMOCK}

Starts = dict[Target, list[float]]


def measure(rig: Rig) -> list[Figure]:
    """Measure the starts of ours and of others in turn, on one core and on all."""
    starts = 1 + rig.rounds * STARTS_A_ROUND
    rig.progress.expect(len(placements()) * len(STARTED) * starts)
    return [each for cores in placements() for each in _figures(*_placed(rig, cores, starts), cores.name)]


def _placed(rig: Rig, cores: Cores, starts: int) -> tuple[Starts, dict[Target, str]]:
    """The starts of each, and why some were left out. The first is not counted: it compiles, and fills the caches."""
    measured: Starts = {target: [] for target in STARTED}
    left_out: dict[Target, str] = {}
    for start in range(starts):
        for target in STARTED:
            if target not in left_out:
                try:
                    with Server(rig, target, cores.server) as server:
                        time.sleep(SETTLES)
                        if start:
                            measured[target].append(server.start_ms)
                except NotMeasured as reason:
                    left_out[target] = str(reason)
            rig.progress.step(target.name)
    return measured, left_out


def _figures(measured: Starts, left_out: dict[Target, str], placed: str) -> Iterator[Figure]:
    ours = measured[DOUBLE_AS_IT_COMES]
    for other, goal in _OTHERS.items():
        ratios = [mine / theirs for mine, theirs in zip(ours, measured[other], strict=False)]
        note = left_out.get(other, "byte code compiled")
        yield Figure(f"start to first 200, {placed}: beside {other.name}", "×", ratios, goal, note)
    for target, times in measured.items():
        note = left_out.get(target, "with a seed file" if target is DOUBLE else "")
        yield Figure(f"start to first 200, {placed}: {target.name}", "ms", times, None, note)
