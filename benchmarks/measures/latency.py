"""p99 at 16 connections: plain, while campaigns fill to the cap, and with a million records kept; beside Prism's."""

from collections.abc import Iterator
from contextlib import ExitStack
from statistics import median

from benchmarks.figures import Figure, at_most
from benchmarks.running.pairs import in_turn
from benchmarks.running.rig import Cores, Rig, placements
from benchmarks.running.servers import NotMeasured, Server
from benchmarks.running.targets import DOUBLE, PRISM
from benchmarks.running.wrk import (
    CALLS_A_CAMPAIGN,
    CALLS_TO_THE_CAP,
    ON,
    RECORDS_A_CALL,
    Load,
    load,
    warm_up,
)

MILLION = 1_000_000
CONDITIONS = {
    "plain": CALLS_A_CAMPAIGN,
    "while campaigns fill to 200,000": CALLS_TO_THE_CAP,
    "with 1,000,000 records kept": CALLS_A_CAMPAIGN,
}


def measure(rig: Rig) -> list[Figure]:
    """Measure it under all conditions, on one core and on all."""
    rig.progress.expect(len(placements()) * len(CONDITIONS) * rig.rounds)
    return [each for cores in placements() for each in _placed(rig, cores)]


def _placed(rig: Rig, cores: Cores) -> Iterator[Figure]:
    with ExitStack() as ending:
        try:
            prism = ending.enter_context(Server(rig, PRISM, cores.server))
        except NotMeasured as reason:
            yield Figure(f"p99, {cores.name}", "ms", note=f"there is nothing to compare it with: {reason}")
            return
        own = ending.enter_context(Server(rig, DOUBLE, cores.server))
        for server in (prism, own):
            with server.turn():
                warm_up(rig, server, ON, cores)
        for condition, calls_a_campaign in CONDITIONS.items():
            if "kept" in condition:
                _keep_a_million(rig, own, cores)
            yield _figure(rig, own, prism, cores, condition, calls_a_campaign)


def _figure(  # noqa: PLR0913, PLR0917 - two servers, where and how they are loaded
    rig: Rig, own: Server, prism: Server, cores: Cores, condition: str, calls_a_campaign: int
) -> Figure:
    def loaded(server: Server) -> Load:
        return load(rig, server, ON, cores, calls_a_campaign=calls_a_campaign)

    pair = in_turn(rig, own, prism, loaded)
    bound = median(each.p99_ms for each in pair.theirs)
    longest = max(each.longest_ms for each in pair.ours)
    note = f"the goal is Prism's p99 in the same run; our longest {longest:.3g} ms"
    return Figure(
        f"p99 at 16 connections, {cores.name}, {condition}",
        "ms",
        [each.p99_ms for each in pair.ours],
        at_most(bound),
        note,
    )


def _keep_a_million(rig: Rig, server: Server, cores: Cores) -> None:
    """Load it until it keeps that many records, besides those that it keeps already."""
    kept = 0
    with server.turn():
        while kept < MILLION:
            kept += load(rig, server, ON, cores).calls * RECORDS_A_CALL
