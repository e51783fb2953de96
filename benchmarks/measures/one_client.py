"""One client that calls, waits for the answer and calls again: what a sequential test sees of a server."""

from benchmarks.figures import Figure
from benchmarks.goals import ONE_CLIENT_MS
from benchmarks.running.rig import Cores, Rig, placements
from benchmarks.running.servers import NotMeasured, Server
from benchmarks.running.targets import DOUBLE, GO, MOUNTEBANK, PRISM, WIREMOCK_TEMPLATE, Target
from benchmarks.running.wrk import ON, load, warm_up

MEASURED = (DOUBLE, MOUNTEBANK, WIREMOCK_TEMPLATE, PRISM, GO)


def measure(rig: Rig) -> list[Figure]:
    """Measure ours and others, on one core and on all."""
    rig.progress.expect(len(MEASURED) * len(placements()) * rig.rounds)
    samples: dict[tuple[str, Target], list[float]] = {}
    notes: dict[tuple[str, Target], str] = {}
    for _ in range(rig.rounds):
        for cores in placements():
            for target in MEASURED:
                key = (cores.name, target)
                taken = samples.setdefault(key, [])
                try:
                    taken.append(_p50_ms(rig, target, cores))
                except NotMeasured as reason:
                    notes[key] = str(reason)
                rig.progress.step(target.name)
    return [
        Figure(
            f"one client, ON call, {placed}, p50: {target.name}",
            "ms",
            taken,
            ONE_CLIENT_MS if target is DOUBLE else None,
            notes.get((placed, target), ""),
        )
        for (placed, target), taken in samples.items()
    ]


def _p50_ms(rig: Rig, target: Target, cores: Cores) -> float:
    with Server(rig, target, cores.server) as server:
        warm_up(rig, server, ON, cores)
        return load(rig, server, ON, cores, connections=1).p50_ms
