"""Pairs: two servers run, and are loaded in turn in short slices, A B B A.

A machine's speed moves, by half and more where others share it. Two slices that stand beside each other meet the same
machine, so that the median of their ratios is the figure to trust. Who is not loaded is paused.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from benchmarks.running.rig import Cores, Rig
from benchmarks.running.servers import Server
from benchmarks.running.targets import Target
from benchmarks.running.wrk import Load, load, warm_up


@dataclass(frozen=True, slots=True)
class Pair:
    """Slices that stood beside each other.

    Attributes:
        ours: Those of our server.
        theirs: Those of the other one, in the same order.
    """

    ours: Sequence[Load]
    theirs: Sequence[Load]

    @property
    def ratios(self) -> list[float]:
        """How many times as many calls ours answered."""
        return [ours.rate / theirs.rate for ours, theirs in zip(self.ours, self.theirs, strict=True)]


def paired(rig: Rig, ours: Target, theirs: Target, scripts: Sequence[str], cores: Cores) -> dict[str, Pair]:
    """Measure two servers beside each other.

    Args:
        rig: What every measure is given; a round is A B B A.
        ours: The one.
        theirs: The other.
        scripts: What they are loaded with, one after the other.
        cores: Where they and the load run.

    Returns:
        What was measured, by script.

    Raises:
        NotMeasured: One of them is not installed or answers wrongly.
    """
    measured = {}
    with Server(rig, theirs, cores.server) as other, Server(rig, ours, cores.server) as own:
        for script in scripts:
            for server in (other, own):
                with server.turn():
                    warm_up(rig, server, script, cores)
            measured[script] = in_turn(rig, own, other, partial(load, rig, script=script, cores=cores))
    return measured


def in_turn(rig: Rig, own: Server, other: Server, loaded: Callable[[Server], Load]) -> Pair:
    """Load two servers in turn, A B B A in each round."""
    ours: list[Load] = []
    theirs: list[Load] = []
    for _ in range(rig.rounds):
        for server, loads in ((own, ours), (other, theirs), (other, theirs), (own, ours)):
            with server.turn():
                loads.append(loaded(server))
        rig.progress.step(f"{own.target.name} beside {other.target.name}")
    return Pair(ours, theirs)
